public import TranscriptModel

/// A record with its id and number, and its canonical JSON, of which they are a hash.
public struct FrozenRecord: Sendable {
  /// What every document is made from.
  public let record: TranscriptRecord
  /// The record as ``RecordJSON`` writes it: UTF-8, without a final newline.
  public let json: [UInt8]
}
