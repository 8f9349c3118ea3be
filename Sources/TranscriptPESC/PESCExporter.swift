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
    var body = ElementWriter()
    transcript.write(
      to: &body,
      extending: delivery.includesExtension ? MasteryRecordElement(record: record) : nil)
    let findings = PESCPreflight.findings(in: body, of: record)
    guard findings.isEmpty else { throw PESCRefusal(findings: findings) }
    let bytes = body.markup.bytes
    let violations = try self.violations(in: bytes, record: id)
    guard violations.isEmpty else {
      throw PESCRefusal(findings: violations.map { Self.finding($0, record: id) })
    }
    return PESCDocument(bytes: bytes, transcript: transcript)
  }

  private func violations(
    in bytes: [UInt8], record: String
  ) throws(PESCRefusal) -> [XMLViolation] {
    do throws(XMLError) {
      return try schemas.violations(in: bytes, name: "\(record).xml")
    } catch {
      throw PESCRefusal(findings: [
        PESCFinding(
          PESCCodes.schema, record: record, path: error.document, limit: error.message, value: "",
          hint: PESCCodes.schema.remedy)
      ])
    }
  }

  private static func finding(_ violation: XMLViolation, record: String) -> PESCFinding {
    PESCFinding(
      PESCCodes.schema, record: record, path: violation.path, limit: violation.message,
      value: "line \(violation.line)", hint: PESCCodes.schema.remedy)
  }
}
