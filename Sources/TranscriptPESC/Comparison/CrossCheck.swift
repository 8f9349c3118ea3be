import Diagnostics
public import TranscriptModel
import XMLKit

/// Reads a finished document back and sets its facts beside the record's.
///
/// Every document is checked so that XML, PDF and JSON cannot disagree.
public enum CrossCheck {
  /// Each fact that the native part states otherwise than the record; empty when they agree.
  ///
  /// - Parameter delivery: how the document was sent; without it the facts that only the delivery
  ///   knows are passed over: time, receiver, kind and number of the request.
  public static func findings(
    in document: [UInt8], of record: TranscriptRecord, delivery: PESCDelivery? = nil
  ) -> [PESCFinding] {
    do throws(XMLError) {
      let tape = try XMLTape(reading: document, name: "\(record.student.id.code).xml")
      let check = DocumentCheck(tape, record: record, delivery: delivery)
      return check.differences.map { finding($0, of: record) }
    } catch {
      return [
        PESCFinding(
          PESCCodes.disagrees, record: record.student.id.code, path: error.document,
          limit: error.message, value: "", hint: PESCCodes.disagrees.remedy)
      ]
    }
  }

  static func finding(_ difference: FactDifference, of record: TranscriptRecord) -> PESCFinding {
    PESCFinding(
      PESCCodes.disagrees, record: record.student.id.code, path: difference.name,
      limit: "what the record states, \"\(difference.right)\"", value: difference.left,
      hint: PESCCodes.disagrees.remedy)
  }
}
