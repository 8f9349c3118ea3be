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
  /// The piece at each position; `nil` for a record without a rating.
  private let pieces: [EvidencePiece?]
  /// Positions of the records of each competency, by its position in the framework.
  private let byCompetency: [[Int32]]

  init(_ file: StudentFile, framework: CompetencyFramework, asOf: CalendarDate) {
    self.asOf = asOf
    let records = Self.inOrder(file.evidence)
    demonstrations = Self.demonstrations(records)
    scores = records.map { $0.rating?.score ?? .zero }
    fixedReasons = Self.reasons(records, asOf: asOf)
    pieces = Self.pieces(records)
    var byCompetency = [[Int32]](repeating: [], count: framework.competencies.count)
    for (position, record) in records.enumerated() {
      guard let index = framework.index(of: record.competency) else { continue }
      byCompetency[index].append(Int32(clamping: position))
    }
    self.byCompetency = byCompetency
    self.records = records
  }

  /// By day, then id: as the import leaves them, so that there is seldom anything to sort.
  private static func inOrder(_ records: [EvidenceRecord]) -> [EvidenceRecord] {
    func isBefore(_ left: EvidenceRecord, _ right: EvidenceRecord) -> Bool {
      let (first, second) = (left.demonstratedOn, right.demonstratedOn)
      return first == second ? left.id < right.id : first < second
    }
    let isSorted = zip(records, records.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isSorted ? records : records.sorted(by: isBefore)
  }

  /// Numbers for the demonstrations; titles are compared on days with more than one record alone.
  private static func demonstrations(_ records: [EvidenceRecord]) -> [Int32] {
    var numbers: [Int32] = []
    numbers.reserveCapacity(records.count)
    var next: Int32 = 0
    var start = 0
    var known: [UInt64: (written: String, number: Int32)] = [:]
    while start < records.count {
      let day = records[start].demonstratedOn
      var end = start + 1
      while end < records.count, records[end].demonstratedOn == day { end += 1 }
      known.removeAll(keepingCapacity: true)
      var last: (written: String, number: Int32)?
      for record in records[start..<end] {
        let title = record.title
        // One piece of work is often rated for several competencies, row after row.
        if let last, last.written == title {
          numbers.append(last.number)
          continue
        }
        var number = next
        if end - start > 1 {
          // A hash is made without making the title in small letters first.
          var key = PackedEvidence.hash(ofWritten: title)
          // Another title of the same hash keeps its place; this one stands beside it.
          while let other = known[key], !isSame(other.written, title) { key &+= 1 }
          if let other = known[key] {
            number = other.number
          } else {
            known[key] = (title, number)
          }
        }
        if number == next { next += 1 }
        numbers.append(number)
        last = (title, number)
      }
      start = end
    }
    return numbers
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    first == second || DemonstrationTitle(first) == DemonstrationTitle(second)
  }

  private static func pieces(_ records: [EvidenceRecord]) -> [EvidencePiece?] {
    let kinds = AssessmentType.allCases
    return records.enumerated().map { position, record in
      guard let rating = record.rating else { return nil }
      let type = kinds.firstIndex(of: record.assessmentType) ?? 0
      return EvidencePiece(
        index: Int32(clamping: position), day: record.demonstratedOn.dayNumber,
        level: Int16(clamping: rating.level), type: UInt8(clamping: type))
    }
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
    if indices.count == 1 { return byCompetency[indices[0]] }
    return indices.flatMap { byCompetency[$0] }.sorted()
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
  func piece(_ position: Int32) -> EvidencePiece? { pieces[Int(position)] }
}
