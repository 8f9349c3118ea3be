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
    var bytes: [UInt8] = []
    var places: [String: Range<Int>] = [:]
    for member in RecordJSON(record).members.sorted {
      bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
      bytes += JSONValue.text(member.key).canonicalBytes
      bytes.append(UInt8(ascii: ":"))
      let start = bytes.count
      member.value.write(to: &bytes)
      places[member.key] = start..<bytes.count
    }
    bytes.append(UInt8(ascii: "}"))
    self.bytes = bytes
    // The keys sort in this order, so that neither range moves the other.
    document = places["document", default: 0..<0]
    inputHash = places["inputHash", default: document.upperBound..<document.upperBound]
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
