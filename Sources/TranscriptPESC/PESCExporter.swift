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
    let document = try written(record, delivery)
    guard schemas.accept(document.bytes) else { throw refusal(of: document.bytes, record) }
    return document
  }

  /// The finished document after it has been read back, in the pass that validates it, and set beside
  /// the record.
  ///
  /// - Throws: as ``document(for:delivery:)``, or each fact that the document states otherwise.
  public func checkedDocument(
    for record: TranscriptRecord, delivery: PESCDelivery
  ) throws(PESCRefusal) -> PESCDocument {
    let document = try written(record, delivery)
    guard let tape = schemas.tape(of: document.bytes) else {
      throw refusal(of: document.bytes, record)
    }
    let check = DocumentCheck(tape, record: record, delivery: delivery)
    let differences = check.differences
    guard differences.isEmpty else {
      throw PESCRefusal(findings: differences.map { CrossCheck.finding($0, of: record) })
    }
    return document
  }

  private func written(
    _ record: TranscriptRecord, _ delivery: PESCDelivery
  ) throws(PESCRefusal) -> PESCDocument {
    var body = ElementWriter()
    let transcript = PESCPreflight.write(record, delivery: delivery, version: version, to: &body)
    let findings = PESCPreflight.findings(in: body, of: record)
    guard findings.isEmpty else { throw PESCRefusal(findings: findings) }
    return PESCDocument(
      bytes: body.markup.take(), transmission: transcript.transmission,
      control: PESCControl(transcript))
  }

  /// What a schema finds in a document that it does not accept.
  private func refusal(of bytes: [UInt8], _ record: TranscriptRecord) -> PESCRefusal {
    let id = record.student.id.code
    do throws(PESCRefusal) {
      let violations = try violations(in: bytes, record: id)
      guard violations.isEmpty else {
        return PESCRefusal(findings: violations.map { Self.finding($0, record: id) })
      }
      throw Self.unexplained(id)
    } catch { return error }
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

  /// The pass without a tree refuses what the pass with a tree accepts.
  private static func unexplained(_ record: String) -> PESCRefusal {
    PESCRefusal(findings: [
      PESCFinding(
        PESCCodes.schema, record: record, path: "/HighSchoolTranscript",
        limit: "a document that every schema accepts", value: "", hint: PESCCodes.schema.remedy)
    ])
  }

  private static func finding(_ violation: XMLViolation, record: String) -> PESCFinding {
    PESCFinding(
      PESCCodes.schema, record: record, path: violation.path, limit: violation.message,
      value: "line \(violation.line)", hint: PESCCodes.schema.remedy)
  }
}
