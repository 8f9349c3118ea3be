import TranscriptModel

/// Where each competency has been written, found by its code.
///
/// A table of its own: a record asks it a thousand times, and a dictionary's hash costs more than
/// writing.
struct WrittenCompetencies {
  private struct Entry {
    let code: String
    var bytes: Range<Int>?
    var shortName = ""
    var status = AttainmentStatus.notAssessed
    var level: LevelIndex?
    var date: CalendarDate?
    /// Whether nothing more has to be said of it.
    var isStated = false
  }

  private var entries: [Entry] = []
  private var slots: [Int32]

  init() {
    entries.reserveCapacity(192)
    slots = Array(repeating: -1, count: 512)
  }

  /// The place of a code, which is new where it was not known.
  mutating func place(of code: String) -> Int {
    var slot = Self.hash(code) & (slots.count - 1)
    while slots[slot] >= 0 {
      if entries[Int(slots[slot])].code == code { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(entries.count)
    entries.append(Entry(code: code))
    if entries.count > slots.count / 2 { grow() }
    return entries.count - 1
  }

  /// Where the competency was written with the same outcome; `nil` where it was not.
  func bytes(
    at place: Int, of competencies: [RecordCompetency], at index: Int
  ) -> Range<Int>? {
    guard let bytes = entries[place].bytes, entries[place].status == competencies[index].status,
      entries[place].level == competencies[index].level,
      entries[place].date == competencies[index].date,
      entries[place].shortName == competencies[index].shortName
    else { return nil }
    return bytes
  }

  /// Keeps where the competency has been written.
  mutating func keep(
    _ bytes: Range<Int>, at place: Int, of competencies: [RecordCompetency], at index: Int
  ) {
    entries[place].bytes = bytes
    entries[place].shortName = competencies[index].shortName
    entries[place].status = competencies[index].status
    entries[place].level = competencies[index].level
    entries[place].date = competencies[index].date
  }

  /// Nothing more has to be said of what has been written so far.
  mutating func markStated() {
    for place in entries.indices { entries[place].isStated = true }
  }

  /// Whether something has to be said of a competency yet; from now on not any more.
  mutating func state(_ code: String) -> Bool {
    let place = place(of: code)
    defer { entries[place].isStated = true }
    return !entries[place].isStated
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for place in entries.indices {
      var slot = Self.hash(entries[place].code) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }

  /// FNV-1a, of the bytes.
  private static func hash(_ code: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
