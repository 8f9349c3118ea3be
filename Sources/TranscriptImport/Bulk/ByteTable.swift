import TranscriptModel

/// A table from byte strings to small numbers, for look-ups in the cells of millions of rows.
///
/// Hash first, then every byte: a look-up is exact.
struct ByteTable: Sendable {
  private let mask: Int
  /// For each slot the number plus one; 0 is free.
  private let slots: [Int32]
  private let hashes: [UInt64]
  private let starts: [Int32]
  private let bytes: [UInt8]

  /// A table that gives each text its position in the list; of two alike the first counts.
  init(_ texts: [String]) {
    var size = 16
    while size < texts.count * 4 { size *= 2 }
    var slots = Array(repeating: Int32(0), count: size)
    var bytes: [UInt8] = []
    var starts: [Int32] = [0]
    var hashes: [UInt64] = []
    for (number, text) in texts.enumerated() {
      bytes += Array(text.utf8)
      starts.append(Int32(clamping: bytes.count))
      let hash = PackedEvidence.hash(of: text)
      hashes.append(hash)
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(clamping: number + 1)
    }
    mask = size - 1
    self.slots = slots
    self.hashes = hashes
    self.starts = starts
    self.bytes = bytes
  }

  /// The number of a text; -1 when it is not in the table.
  @inline(__always)
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = PackedEvidence.hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, isEqual(number, text) { return Int32(truncatingIfNeeded: number) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  @inline(__always)
  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == text.count else { return false }
    var at = 0
    while at < text.count {
      if bytes[start + at] != text[at] { return false }
      at += 1
    }
    return true
  }
}
