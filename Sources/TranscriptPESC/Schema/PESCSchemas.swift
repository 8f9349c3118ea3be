public import XMLKit

/// The compiled schemas that every document of one version has to satisfy before it is released.
///
/// The project's own schema is always one of them; PESC's is the other where its files are given,
/// because they are not part of the project.
public struct PESCSchemas: Sendable {
  /// The version.
  public let version: PESCVersion
  /// The schemas in the order in which they are applied.
  let schemas: [XMLSchema]

  /// Compiles the schemas of a version; do it once and share the value.
  ///
  /// - Parameters:
  ///   - version: the version.
  ///   - pescFiles: the files of the folder that has PESC's schemas, by name; `nil` to do without.
  /// - Throws: the first error in a schema file, or that there is none for the version.
  public init(version: PESCVersion, pescFiles: [String: [UInt8]]? = nil) throws(XMLError) {
    self.version = version
    let own = try Self.subset(of: version)
    guard let pescFiles else {
      schemas = [own]
      return
    }
    let file = "HighSchoolTranscript_v\(version.rawValue).xsd"
    schemas = [own, try XMLSchema(named: file, in: Self.onlySchemas(pescFiles))]
  }

  /// A folder of schemas may hold check sums and notes as well.
  static func onlySchemas(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
    files.filter { $0.key.hasSuffix(".xsd") }
  }

  private static let subsetName = "high-school-transcript-subset.xsd"

  /// The project's own schema for a version.
  private static func subset(of version: PESCVersion) throws(XMLError) -> XMLSchema {
    try XMLSchema(named: subsetName, in: subsetFiles(of: version))
  }

  /// The files of the project's own schema, by name.
  public static func subsetFiles(of version: PESCVersion) -> [String: [UInt8]] {
    // Between signs of their own that the schema has nowhere else.
    let states = String(PESCLimits.states.map { $0 == " " ? "|" : $0 })
    let parts = SubsetSchema.template.utf8.split(
      separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let filled = parts.map { part in
      switch String(Substring(part)) {
      case "NAMESPACE": Array(version.namespace.utf8)
      case "STATES": Array(states.utf8)
      default: Array(part)
      }
    }
    return [
      subsetName: Array(filled.joined()),
      "mastery-record-1.xsd": Array(MasteryRecordSchema.text.utf8),
    ]
  }

  /// Whether a finished document satisfies every schema: one pass each, without a tree.
  func accept(_ bytes: [UInt8]) -> Bool {
    schemas.allSatisfy { $0.accepts(bytes) }
  }

  /// What is read in the pass that validates; `nil` where a schema does not accept the document.
  func tape(of bytes: [UInt8]) -> XMLTape? {
    guard let first = schemas.first, let tape = first.tape(of: bytes),
      schemas.dropFirst().allSatisfy({ $0.accepts(bytes) })
    else { return nil }
    return tape
  }

  /// The violations of a finished document against every schema.
  func violations(in bytes: [UInt8], name: String) throws(XMLError) -> [XMLViolation] {
    try XMLSchema.validate(bytes: bytes, name: name, against: schemas)
  }
}
