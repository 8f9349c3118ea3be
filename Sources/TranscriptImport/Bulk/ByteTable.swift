import TranscriptModel

/// A table from byte strings to small numbers, for look-ups in the cells of millions of rows.
///
/// A look-up is exact: every byte is compared.
struct ByteTable: Sendable {
  private struct Slot {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var count: Int32 = 0
    /// The number plus one; 0 is free.
    var number: Int32 = 0
  }

  private let mask: Int
  private let slots: [Slot]
  private let texts: [[UInt8]]

  /// A table that gives each text its position in the list; of two alike the first counts.
  init(_ texts: [String]) {
    var size = 16
    while size < texts.count * 4 { size *= 2 }
    var slots = Array(repeating: Slot(), count: size)
    self.texts = texts.map { Array($0.utf8) }
    for (number, text) in self.texts.enumerated() {
      let key = text.withUnsafeBufferPointer { ByteKey($0) }
      var slot = key.hash & (size - 1)
      while slots[slot].number != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Slot(
        first: key.first, last: key.last, count: Int32(clamping: key.count),
        number: Int32(clamping: number + 1))
    }
    mask = size - 1
    self.slots = slots
  }

  /// The number of a text; -1 when it is not in the table.
  @inline(__always)
  func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    let key = ByteKey(text)
    var place = key.hash & mask
    while true {
      let slot = slots[place]
      if slot.number == 0 { return -1 }
      if slot.first == key.first, slot.last == key.last, Int(slot.count) == key.count,
        key.count <= ByteKey.exact || texts[Int(slot.number) - 1].elementsEqual(text)
      {
        return slot.number - 1
      }
      place = (place + 1) & mask
    }
  }
}
