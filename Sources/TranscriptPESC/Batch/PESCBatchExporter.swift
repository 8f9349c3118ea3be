public import XMLKit

/// Writes a batch and releases it only when the whole of it is right.
public struct PESCBatchExporter: Sendable {
  /// The version of the transcripts in the batch.
  public let version: PESCVersion
  private let schemas: [XMLSchema]

  /// Compiles the schemas; do it once and share the value.
  ///
  /// - Parameters:
  ///   - version: the version of the transcripts.
  ///   - pescFiles: PESC's schema files by name, those of the batch and of the transcripts; `nil`
  ///     to do without.
  public init(version: PESCVersion, pescFiles: [String: [UInt8]]? = nil) throws(XMLError) {
    self.version = version
    var schemas = [try Self.own(version)]
    if let pescFiles {
      schemas.append(try Self.pesc(version, PESCSchemas.onlySchemas(pescFiles)))
    }
    self.schemas = schemas
  }

  /// The finished file.
  ///
  /// - Throws: every value that does not fit, or every violation of a schema.
  public func bytes(of batch: PESCBatch) throws(PESCRefusal) -> [UInt8] {
    var body = ElementWriter(capacity: batch.size)
    batch.write(to: &body)
    let findings = PESCPreflight.findings(in: body, of: "batch \(batch.id)")
    guard findings.isEmpty else { throw PESCRefusal(findings: findings) }
    do throws(XMLError) {
      try release(body.markup.bytes, of: batch)
    } catch {
      throw PESCRefusal(findings: [
        PESCFinding(
          PESCCodes.schema, record: "batch \(batch.id)", path: error.document,
          limit: error.message, value: "", hint: "report it; nothing was written")
      ])
    }
    return body.markup.bytes
  }

  private func release(_ bytes: [UInt8], of batch: PESCBatch) throws(XMLError) {
    // A district's batch is larger than one transcript, and it is the project's own text.
    let violations = try XMLSchema.validate(
      bytes: bytes, name: batch.id,
      limits: XMLLimits(maximumBytes: Int(Int32.max), maximumAttributes: .max),
      against: schemas)
    if let first = violations.first {
      throw XMLError(
        .schema, document: first.path, line: first.line, column: 1, message: first.message)
    }
  }

  private static func own(_ version: PESCVersion) throws(XMLError) -> XMLSchema {
    var files = PESCSchemas.subsetFiles(of: version)
    files["batch-subset.xsd"] = Array(
      BatchSubsetSchema.template.replacing("@NAMESPACE@", with: version.namespace).utf8)
    return try XMLSchema(named: "batch-subset.xsd", in: files)
  }

  /// libxml2 checks a strict wildcard only against schemas that a driver has imported.
  private static func pesc(
    _ version: PESCVersion, _ files: [String: [UInt8]]
  ) throws(XMLError) -> XMLSchema {
    let driver = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
          targetNamespace="urn:mastery-transcript:batch-driver">
        <xs:import namespace="\(PESCBatch.namespace)"
            schemaLocation="AcademicRecordBatch_v2.1.0.xsd"/>
        <xs:import namespace="\(version.namespace)"
            schemaLocation="HighSchoolTranscript_v\(version.rawValue).xsd"/>
      </xs:schema>
      """
    var files = files
    files["batch-driver.xsd"] = Array(driver.utf8)
    return try XMLSchema(named: "batch-driver.xsd", in: files)
  }
}
