import TranscriptModel

/// A student's evidence in the order in which it was shown, ready for rules.
struct StudentEvidence {
  /// Records by day, then id, so that the order of the rows does not matter.
  let records: [EvidenceRecord]
  /// The day for which is asked.
  let asOf: CalendarDate
  /// Which demonstration each record belongs to: equal numbers for equal title and day.
  let demonstrations: [Int32]
  /// The exact score of each record.
  let scores: [Rational]
  /// Why a record can count nowhere; `nil` for those that can.
  let fixedReasons: [SetAsideReason?]
  /// Positions of the records of each competency, by its position in the framework.
  private let byCompetency: [Int: [Int32]]

  private struct Demonstration: Hashable {
    let day: Int32
    let title: DemonstrationTitle
  }

  init(_ file: StudentFile, framework: CompetencyFramework, asOf: CalendarDate) {
    self.asOf = asOf
    let records = file.evidence.sorted {
      ($0.demonstratedOn, $0.id) < ($1.demonstratedOn, $1.id)
    }
    var numbers: [Demonstration: Int32] = [:]
    demonstrations = records.map { record in
      let key = Demonstration(
        day: record.demonstratedOn.dayNumber, title: DemonstrationTitle(record.title))
      let next = Int32(clamping: numbers.count)
      if let known = numbers[key] { return known }
      numbers[key] = next
      return next
    }
    scores = records.map { $0.rating?.score ?? .zero }
    fixedReasons = Self.reasons(records, asOf: asOf)
    var byCompetency: [Int: [Int32]] = [:]
    for (position, record) in records.enumerated() {
      guard let index = framework.index(of: record.competency) else { continue }
      byCompetency[index, default: []].append(Int32(clamping: position))
    }
    self.byCompetency = byCompetency
    self.records = records
  }

  private static func reasons(
    _ records: [EvidenceRecord], asOf: CalendarDate
  ) -> [SetAsideReason?] {
    // A correction says what was true, so it replaces whatever the day for which is asked.
    var replacements: [Identifier<EvidenceRecord>: Identifier<EvidenceRecord>] = [:]
    for record in records {
      if let replaced = record.replaces, replaced != record.id {
        replacements[replaced] = record.id
      }
    }
    return records.map { record in
      if let later = replacements[record.id] { return .replaced(by: later) }
      if record.demonstratedOn > asOf { return .afterAsOf }
      return record.status == .rated && record.rating != nil ? nil : .notRated(record.status)
    }
  }

  /// Positions of the records of the competencies at `indices`, in order of time.
  func positions(of indices: [Int]) -> [Int32] {
    indices.flatMap { byCompetency[$0] ?? [] }.sorted()
  }

  /// The record at a position.
  func record(_ position: Int32) -> EvidenceRecord { records[Int(position)] }

  /// Days since 1 January 1970 of the day on which a record was entered.
  ///
  /// The day shown where that is not known. A correction says what was true all along, so it counts
  /// as known from the day shown.
  func entered(_ position: Int32) -> Int32 {
    let record = record(position)
    let shown = record.demonstratedOn
    guard record.replaces == nil, let day = record.recordedOn else { return shown.dayNumber }
    return max(shown, day).dayNumber
  }

  /// The piece at a position; `nil` for a record without a rating.
  func piece(_ position: Int32) -> EvidencePiece? {
    let record = record(position)
    guard let rating = record.rating else { return nil }
    let type = AssessmentType.allCases.firstIndex(of: record.assessmentType) ?? 0
    return EvidencePiece(
      index: position, day: record.demonstratedOn.dayNumber, level: Int16(clamping: rating.level),
      type: UInt8(clamping: type))
  }
}
