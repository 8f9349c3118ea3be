import Diagnostics
public import TranscriptModel

/// A record's canonical JSON with the places of what its number decides.
///
/// A record's id and number are a hash of the record without them. So it is written once, without,
/// and completed afterwards: writing it a second time would give the same bytes but for those places.
public struct RecordText: Sendable {
  /// The JSON of the record as it was given.
  public let bytes: [UInt8]
  /// Where the values of `document` and `inputHash` stand.
  private let document: Range<Int>
  private let inputHash: Range<Int>

  /// Writes a record.
  public init(_ record: TranscriptRecord) {
    var pen = JSONPen()
    (document, inputHash) = RecordJSON(record).write(to: &pen)
    bytes = pen.bytes
  }

  /// The JSON of `record`, which differs in nothing but `document` and `inputHash`.
  public func completed(as record: TranscriptRecord) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 256)
    result += bytes[..<document.lowerBound]
    RecordJSON(record).document.write(to: &result)
    result += bytes[document.upperBound..<inputHash.lowerBound]
    JSONValue.text(record.inputHash).write(to: &result)
    result += bytes[inputHash.upperBound...]
    return result
  }
}
