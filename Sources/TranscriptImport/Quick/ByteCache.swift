import TranscriptModel

/// What short texts mean, found by their bytes: a look-up allocates nothing.
///
/// It keeps copies of the texts, so that it serves file after file. It belongs to one reading and is
/// used by one task at a time.
final class ByteCache<Value> {
  private struct Entry {
    let hash: UInt64
    let start: Int
    let count: Int
    let value: Value
  }

  /// Columns with more distinct values than this are not worth remembering.
  private static var most: Int { 1 << 18 }
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  private var entries: [Entry] = []
  private var texts: [UInt8] = []

  /// The value of a text; the first time `make` says what it is.
  func value(of text: UnsafeBufferPointer<UInt8>, make: () -> Value) -> Value {
    let hash = PackedEvidence.hash(of: text)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, holds(entry, text) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    let value = make()
    insert(value, text, hash)
    return value
  }

  private func holds(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    entry.count == text.count
      && texts.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[entry.start..<(entry.start + entry.count)]).equals(text)
      }
  }

  private func insert(_ value: Value, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) {
    guard entries.count < Self.most else { return }
    entries.append(Entry(hash: hash, start: texts.count, count: text.count, value: value))
    texts.append(contentsOf: text)
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
}
