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
  private let most: Int
  /// Empty until something is remembered.
  private var slots: [Int32] = []
  private var entries: [Entry] = []
  private var texts: [UInt8] = []

  init(most: Int = 1 << 18) {
    self.most = most
  }

  /// The value of a text; the first time `make` says what it is.
  func value(of text: UnsafeBufferPointer<UInt8>, make: () -> Value) -> Value {
    let (found, hash) = find(text)
    if let found { return found }
    let value = make()
    insert(value, text, hash)
    return value
  }

  /// The value of a text if it is known, and the hash to insert one with.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> (Value?, UInt64) {
    let hash = PackedEvidence.hash(of: text)
    guard !slots.isEmpty else { return (nil, hash) }
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, holds(entry, text) { return (entry.value, hash) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, hash)
  }

  private func holds(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    entry.count == text.count
      && texts.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: $0[entry.start..<(entry.start + entry.count)]).equals(text)
      }
  }

  func insert(_ value: Value, _ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) {
    guard entries.count < most else { return }
    entries.append(Entry(hash: hash, start: texts.count, count: text.count, value: value))
    texts.append(contentsOf: text)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: max(256, slots.count * 4))
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
