import Diagnostics
import TranscriptModel

/// Titles of one day that differ only in how they were typed, and so are one demonstration.
struct SimilarTitles {
  private struct Demonstration: Hashable {
    let student: Identifier<Student>
    let competency: Identifier<Competency>
    let day: CalendarDate
    let title: DemonstrationTitle
  }

  /// Warns of each row whose title is typed otherwise than that of a row before it.
  static func report(_ rows: [Parsed<EvidenceRecord>], _ findings: inout Findings) {
    var first: [UInt64: Int] = Dictionary(minimumCapacity: rows.count)
    for (place, row) in rows.enumerated() {
      let record = row.record
      let key = TitleKey.demonstration(
        student: PackedEvidence.hash(of: record.student.code),
        competency: PackedEvidence.hash(of: record.competency.code),
        day: record.demonstratedOn.dayNumber, title: PackedEvidence.hash(ofWritten: record.title))
      guard let earlier = first[key] else {
        first[key] = place
        continue
      }
      let other = rows[earlier]
      guard !other.record.title.unicodeScalars.elementsEqual(record.title.unicodeScalars),
        demonstration(other.record) == demonstration(record),
        record.replaces != other.record.id, other.record.replaces != record.id
      else { continue }
      findings.add(problem(row.row, first: other.row))
    }
  }

  private static func demonstration(_ record: EvidenceRecord) -> Demonstration {
    Demonstration(
      student: record.student, competency: record.competency, day: record.demonstratedOn,
      title: DemonstrationTitle(record.title))
  }

  private static func problem(_ row: RowReference, first: RowReference) -> Diagnostic {
    row.problem(
      .similarTitles, EvidenceColumn.title,
      "the title differs from that of another row of this student, competency and day only in "
        + "capitals, spaces or stored accents; the two count as one demonstration",
      hint: "write one title for one piece of work, or two that differ for two pieces",
      related: [.init("the other", at: first.location)])
  }
}

/// Eight bytes by which rows are found that may have one demonstration under two spellings.
enum TitleKey {
  /// The bits that say which demonstration it is; the others say how its title is written.
  private static let demonstration: UInt64 = ~0xFFFF

  /// A hash of what makes a demonstration of a competency; `title` is that of the normal form.
  static func demonstration(
    student: UInt64, competency: UInt64, day: Int32, title: UInt64
  ) -> UInt64 {
    let what = mix(student ^ 0x9E37_79B9_7F4A_7C15, competency ^ 0xC2B2_AE3D_27D4_EB4F)
    return mix(what ^ UInt64(truncatingIfNeeded: day), title ^ 0x1656_67B1_9E37_79F9)
  }

  /// The same with the hash of the title as it is written.
  static func value(_ demonstration: UInt64, written: UInt64) -> UInt64 {
    demonstration & Self.demonstration | written >> 48
  }

  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The demonstrations in `values` that are written in more than one way, without the last bits.
  static func spelledTwice(_ values: [[UInt64]]) -> Set<UInt64> {
    let blocks = values.map { BlockIDs(hashes: $0) }
    var found: Set<UInt64> = []
    var slots: [UInt64] = []
    for bucket in 0..<BlockIDs.buckets {
      let count = blocks.reduce(0) { $0 + $1[bucket].count }
      var size = 1 << 10
      while size < count * 2 { size *= 2 }
      slots.removeAll(keepingCapacity: true)
      slots.append(contentsOf: repeatElement(0, count: size))
      for block in blocks { note(block[bucket], &slots, &found) }
    }
    return found
  }

  private static func note(
    _ values: ArraySlice<UInt64>, _ slots: inout [UInt64], _ found: inout Set<UInt64>
  ) {
    let mask = slots.count - 1
    for value in values {
      // Zero marks a free slot.
      let key = value == 0 ? 1 : value
      var place = Int(truncatingIfNeeded: key >> 16) & mask
      while slots[place] != 0, (slots[place] ^ key) & demonstration != 0 {
        place = (place + 1) & mask
      }
      if slots[place] == 0 {
        slots[place] = key
      } else if slots[place] != key {
        found.insert(key & demonstration)
      }
    }
  }

  /// Whether a demonstration is one of those found.
  static func isAmong(_ found: Set<UInt64>, _ value: UInt64) -> Bool {
    found.contains(value & demonstration)
  }
}
