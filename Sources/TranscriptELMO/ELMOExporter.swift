import Diagnostics
public import TranscriptModel
public import XMLKit

/// Writes a record as EMREX ELMO 1.7.0, for applicants abroad.
///
/// The file is not signed: a signature is optional in the schema, and EMREX's own transport makes
/// one.
public struct ELMOExporter: Sendable {
  /// The namespace of ELMO 1.
  public static let namespace = "https://github.com/emrex-eu/elmo-schemas/tree/v1"

  private let schemas: [XMLSchema]

  /// Makes an exporter; do it once and share the value.
  ///
  /// Every file is validated against the project's own schema of what it writes before release.
  ///
  /// - Parameter schemaFiles: ELMO's schema files by path (`schema.xsd`, `references/…`), to
  ///   validate against them as well; empty to do without, because they are not part of the project.
  public init(schemaFiles: [String: [UInt8]] = [:]) throws(XMLError) {
    let own = try XMLSchema(named: ELMOSubsetSchema.name, in: ELMOSubsetSchema.files)
    schemas =
      schemaFiles.isEmpty ? [own] : [own, try XMLSchema(named: "schema.xsd", in: schemaFiles)]
  }

  /// The finished file.
  ///
  /// - Throws: every reason why it is held.
  public func document(
    for record: TranscriptRecord, delivery: ELMODelivery
  ) throws(ELMORefusal) -> [UInt8] {
    guard let web = record.issuer.school.web ?? record.issuer.profileURL else {
      throw ELMORefusal(diagnostics: [
        Diagnostic(
          ELMOCodes.missingWeb, "record \(record.student.id): the school has no web address",
          hint: ELMOCodes.missingWeb.remedy)
      ])
    }
    let root = ELMOMapping(record: record, delivery: delivery, web: web).xml
    do throws(XMLError) {
      let bytes = try XMLWriter(prefixes: [Self.namespace: "elmo"]).bytes(of: root)
      try require(bytes, name: "\(record.student.id)")
      return bytes
    } catch {
      throw ELMORefusal(diagnostics: [
        Diagnostic(
          ELMOCodes.schema, "record \(record.student.id): \(error.message)",
          hint: ELMOCodes.schema.remedy)
      ])
    }
  }

  private func require(_ bytes: [UInt8], name: String) throws(XMLError) {
    if schemas.allSatisfy({ $0.accepts(bytes) }) { return }
    let violations = try XMLSchema.validate(bytes: bytes, name: name, against: schemas)
    guard let first = violations.first else { return }
    throw XMLError(
      .schema, document: name, line: first.line, column: 1,
      message: "\(first.path): \(first.message)")
  }
}
