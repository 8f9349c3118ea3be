import Diagnostics
public import TranscriptModel
import XMLKit

/// Writes a record as a PESC High School Transcript and releases it only when it is right.
///
/// Make one for a version and share it between threads: the schemas are compiled once.
public struct PESCExporter: Sendable {
  private let schemas: PESCSchemas

  /// Makes an exporter with compiled schemas.
  public init(schemas: PESCSchemas) {
    self.schemas = schemas
  }

  /// The version that is written.
  public var version: PESCVersion { schemas.version }

  /// The finished document.
  ///
  /// - Throws: every value that does not fit, with its path and its limit; or, if all fit, every
  ///   violation of a schema. Nothing is ever cut to fit.
  public func document(
    for record: TranscriptRecord, delivery: PESCDelivery
  ) throws(PESCRefusal) -> PESCDocument {
    let id = record.student.id.code
    let transcript = PESCPreflight.transcript(record, delivery: delivery, version: version)
    let root = transcript.xml
    let findings = PESCPreflight.findings(in: root, of: record)
    guard findings.isEmpty else { throw PESCRefusal(findings: findings) }
    let (bytes, violations) = try finish(root, record: id)
    guard violations.isEmpty else {
      throw PESCRefusal(findings: violations.map { Self.finding($0, record: id) })
    }
    return PESCDocument(bytes: bytes, transcript: transcript)
  }

  private func finish(
    _ root: XMLElement, record: String
  ) throws(PESCRefusal) -> (bytes: [UInt8], violations: [XMLViolation]) {
    do throws(XMLError) {
      let bytes = try Self.writer(for: version).bytes(of: root)
      return (bytes, try schemas.violations(in: bytes, name: "\(record).xml"))
    } catch {
      throw PESCRefusal(findings: [Self.finding(error, record: record)])
    }
  }

  private static func finding(_ violation: XMLViolation, record: String) -> PESCFinding {
    PESCFinding(
      PESCCodes.schema, record: record, path: violation.path, limit: violation.message,
      value: "line \(violation.line)", hint: PESCCodes.schema.remedy)
  }

  private static func finding(_ error: XMLError, record: String) -> PESCFinding {
    let code = error.code == .illegalCharacter ? PESCCodes.illegalCharacter : PESCCodes.schema
    return PESCFinding(
      code, record: record, path: error.document, limit: error.message, value: "",
      hint: code.remedy)
  }

  static func writer(for version: PESCVersion) -> XMLWriter {
    XMLWriter(prefixes: [version.namespace: "hst", MasteryRecordElement.namespace: "mr"])
  }
}
