import Diagnostics
public import TranscriptModel
import XMLKit

/// Reads a finished document back and sets its facts beside the record's.
///
/// Every document is checked so that XML, PDF and JSON cannot disagree.
public enum CrossCheck {
  /// Each fact that the document states otherwise than the record; empty when they agree.
  public static func findings(
    in document: [UInt8], of record: TranscriptRecord
  ) -> [PESCFinding] {
    let id = record.student.id.code
    do throws(XMLError) {
      let transcript = try PESCReader.read(document, name: "\(id).xml")
      let differences = TranscriptFacts(transcript).differences(from: TranscriptFacts(record))
      return differences.map { difference in
        PESCFinding(
          PESCCodes.disagrees, record: id, path: difference.name,
          limit: "what the record states, \"\(difference.right)\"", value: difference.left,
          hint: PESCCodes.disagrees.remedy)
      }
    } catch {
      return [
        PESCFinding(
          PESCCodes.disagrees, record: id, path: error.document, limit: error.message, value: "",
          hint: PESCCodes.disagrees.remedy)
      ]
    }
  }
}
