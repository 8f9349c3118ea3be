/// What the distinct cells of a file mean, found by their bytes: a look-up allocates nothing.
///
/// A table with open addressing whose keys are ranges of the file. It belongs to one reading of one
/// file and is used by one task at a time.
final class CellCache<Value> {
  private struct Entry {
    let hash: UInt64
    let range: Range<Int>
    let value: Value
  }

  /// Columns with more distinct values than this are not worth remembering.
  private static var most: Int { 1 << 15 }
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var entries: [Entry] = []

  /// The value of the cell at `range`, and the hash to insert one with.
  func value(at range: Range<Int>, in bytes: [UInt8]) -> (Value?, UInt64) {
    bytes.withUnsafeBufferPointer { bytes in
      let hash = Self.hash(bytes, range)
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 {
        let entry = entries[Int(slots[slot])]
        if entry.hash == hash, Self.areEqual(bytes, entry.range, range) {
          return (entry.value, hash)
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return (nil, hash)
    }
  }

  func insert(_ value: Value, at range: Range<Int>, hash: UInt64, in bytes: [UInt8]) {
    guard entries.count < Self.most else { return }
    entries.append(Entry(hash: hash, range: range, value: value))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 4)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private func place(_ index: Int) {
    var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  /// FNV-1a with a final mix, because the low bits choose the slot.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for at in range { hash = (hash ^ UInt64(bytes[at])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 29)
  }

  private static func areEqual(
    _ bytes: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
    return true
  }
}
