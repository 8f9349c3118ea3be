import Diagnostics
import TranscriptModel

/// Columns of `evidence/*.csv`.
enum EvidenceColumn: Int, TableColumn {
  case evidenceID, student, competency, demonstratedOn, recordedOn, level, assessmentType, purpose
  case contentArea, pathway, title, link, assessor, status, replaces, hours, scale

  var rule: ColumnRule {
    switch self {
    case .evidenceID: .required("evidence_id")
    case .student: .required("student_id")
    case .competency: .required("competency")
    case .demonstratedOn: .required("demonstrated_on")
    case .recordedOn: .optional("recorded_on")
    case .level: .optional("level")
    case .assessmentType: .required("assessment_type")
    case .purpose: .required("purpose")
    case .contentArea: .optional("content_area")
    case .pathway: .optional("pathway")
    case .title: .required("title")
    case .link: .optional("link")
    case .assessor: .optional("assessor")
    case .status: .optional("status")
    case .replaces: .optional("replaces")
    case .hours: .optional("hours")
    case .scale: .optional("scale")
    }
  }
}

/// `evidence/*.csv`: who showed what, when, at which level.
///
/// Tables of evidence are long and their values few, so what a cell means is worked out once a file.
final class EvidenceTable {
  /// So many distinct values of a column are remembered while records are kept beside them.
  private static let mostValues = 1 << 15

  let references: References
  private let students = ByteCache<Identifier<Student>>(most: EvidenceTable.mostValues)
  private let competencies = ByteCache<Identifier<Competency>>(most: EvidenceTable.mostValues)
  private let days = ByteCache<CalendarDate>(most: EvidenceTable.mostValues)
  private let levels = ByteCache<LevelIndex>(most: EvidenceTable.mostValues)
  private let types = ByteCache<AssessmentType>(most: EvidenceTable.mostValues)
  private let purposes = ByteCache<AssessmentPurpose>(most: EvidenceTable.mostValues)
  private let texts = ByteCache<String>(most: EvidenceTable.mostValues)

  private let lookups: EvidenceLookups

  convenience init(references: References) {
    self.init(EvidenceLookups(references))
  }

  init(_ lookups: EvidenceLookups) {
    references = lookups.references
    self.lookups = lookups
  }

  /// A table for another file: what is remembered of cells belongs to one file.
  convenience init(like other: EvidenceTable) { self.init(other.lookups) }

  func parse(_ row: inout TableRow<EvidenceColumn>) -> EvidenceRecord? {
    let student = row.cached(.student, students) {
      $0.reference(.student, in: references.students)
    }
    let competency = row.cached(.competency, competencies) {
      $0.reference(.competency, in: references.competencies)
    }
    let demonstrated = row.cached(.demonstratedOn, days) { $0.date(.demonstratedOn) }
    let recorded = row.cached(.recordedOn, days) { $0.date(.recordedOn) }
    let status = row.text(.status) == nil ? .rated : row.word(.status, EvidenceStatus.self)
    let rating = status.flatMap { self.rating(&row, status: $0) }
    let type = row.cached(.assessmentType, types) {
      $0.word(.assessmentType, AssessmentType.self)
    }
    let purpose = row.cached(.purpose, purposes) { $0.word(.purpose, AssessmentPurpose.self) }
    let pathway = row.word(.pathway, Pathway.self) ?? .course
    let replaces = row.identifier(.replaces, of: EvidenceRecord.self)
    let hours = row.notNegative(.hours)
    let area = competency.flatMap { self.area(&row, of: $0) }
    guard let id = row.identifier(.evidenceID, of: EvidenceRecord.self), let student,
      let competency,
      let demonstrated, let type, let purpose, let status,
      let title = row.cached(.title, texts, make: { $0.text(.title) })
    else { return nil }
    checkDates(&row, demonstrated, recorded, student: student)
    if status == .rated, let student = lookups.left[student] {
      warnOfLeaving(&row, demonstrated, student)
    }
    if area == nil, rating != nil, purpose == .summative { warnOfArea(&row, of: competency) }
    return EvidenceRecord(
      id: id, student: student, competency: competency, demonstratedOn: demonstrated,
      recordedOn: recorded, rating: rating, assessmentType: type, purpose: purpose, area: area,
      pathway: pathway, title: title, link: row.text(.link),
      assessor: row.cached(.assessor, texts, make: { $0.text(.assessor) }),
      status: status, replaces: replaces, hours: hours, location: row.location)
  }

  private func rating(
    _ row: inout TableRow<EvidenceColumn>, status: EvidenceStatus
  ) -> EvidenceRating? {
    let isEmpty = row.isEmpty(.level)
    if status == .rated, isEmpty {
      row.report(
        .ratedWithoutLevel, .level, "the row is rated and has no level",
        hint: "write the level, or make the status missed, excused or withdrawn")
    }
    if status != .rated, !isEmpty {
      row.report(
        .levelWithoutRating, .level, "the row has a level and its status is \(status.rawValue)",
        hint: "empty the level, or make the status rated")
    }
    guard status == .rated, !isEmpty, let scale = references.scale else { return nil }
    if let name = row.exactText(.scale) { return mapped(&row, from: name, to: scale) }
    guard
      let index = row.cached(
        .level, levels, make: { $0.level(.level, of: scale, hint: Self.otherScales) })
    else { return nil }
    return EvidenceRating(level: index, score: scale.levels[index].number)
  }

  private static let otherScales =
    "; for a score of another scale, name it in the column scale"

  /// A score of another scale, by the table that the district has declared for it.
  private func mapped(
    _ row: inout TableRow<EvidenceColumn>, from name: String, to scale: PerformanceScale
  ) -> EvidenceRating? {
    guard let table = references.scoreTables.first(where: { $0.scale == name }) else {
      let known = references.scoreTables.map(\.scale)
      row.report(
        .undeclaredScale, .scale,
        "policy.yaml declares no table for scores of the scale \"\(name)\"",
        hint: NearestName.find(name, in: known).map { "write \($0)" }
          ?? "declare it: score_tables: [{ scale: \(name), scores: { … } }], or with steps")
      return nil
    }
    guard let written = row.exactText(.level) else { return nil }
    guard let level = table.level(of: written) else {
      row.report(
        .unmappedScore, .level,
        "the table \"\(table.title)\" gives no level for the score \"\(written)\"",
        hint: Self.isFraction(written)
          ? "a fraction is not read as a number: write the score itself, or add \"\(written)\" to "
            + "the scores of the table in \(table.location)"
          : "correct the score, or add it to the table in \(table.location)")
      return nil
    }
    return EvidenceRating(
      level: level, score: scale.level(level).number,
      given: GivenScore(text: written, scale: name))
  }

  private static func isFraction(_ written: String) -> Bool {
    Rational(decimal: written) == nil && Rational(text: written) != nil
  }

  /// The area as written, or the only one of the competency.
  private func area(
    _ row: inout TableRow<EvidenceColumn>, of id: Identifier<Competency>
  ) -> Identifier<ContentArea>? {
    guard let area = row.reference(.contentArea, in: references.areas) else {
      return lookups.onlyArea[id]
    }
    let areas = references.framework.competency(id)?.areas ?? []
    if references.competencies.isComplete, !areas.isEmpty, !areas.contains(area) {
      let codes = areas.map(\.code).joined(separator: ", ")
      row.report(
        .areaNotOfCompetency, .contentArea,
        "the competency \"\(id)\" does not belong to the content area \"\(area)\"",
        hint: "write one of \(codes), or leave it empty")
    }
    return area
  }

  /// Warns of work that names no content area where the rule counts it by area alone.
  private func warnOfArea(_ row: inout TableRow<EvidenceColumn>, of id: Identifier<Competency>) {
    guard references.needsArea.contains(id), row.isEmpty(.contentArea) else { return }
    let framework = references.framework
    let above = framework.competency(id)?.parents.compactMap { framework.competency($0) } ?? []
    let areas = (framework.competency(id).map { [$0] } ?? []) + above
    var codes: [String] = []
    for area in areas.flatMap(\.areas) where !codes.contains(area.code) { codes.append(area.code) }
    row.report(
      .evidenceWithoutArea, .contentArea,
      "the competency \"\(id)\" is met area by area, and the row names none: it counts in none",
      hint: "write one of \(codes.joined(separator: ", "))")
  }

  /// Warns of work that was shown after the student had left: one of the two days is wrong.
  private func warnOfLeaving(
    _ row: inout TableRow<EvidenceColumn>, _ demonstrated: CalendarDate, _ student: Student
  ) {
    guard let day = student.withdrawnOn, day < demonstrated else { return }
    row.report(
      .evidenceAfterLeaving, .demonstratedOn,
      "the student \"\(student.id)\" left on \(day), and this was shown on \(demonstrated): it counts "
        + "all the same",
      hint: "correct the day, or withdrawn_on in students.csv",
      related: [.init("left", at: student.location)])
  }

  /// No school's electronic records are older; an earlier year is a typing mistake.
  private static let earliest = CalendarDate(dayNumber: 7_305)

  private func checkDates(
    _ row: inout TableRow<EvidenceColumn>, _ demonstrated: CalendarDate,
    _ recorded: CalendarDate?, student: Identifier<Student>
  ) {
    func report(_ message: String, _ column: EvidenceColumn = .demonstratedOn) {
      row.report(.impossibleDate, column, message, hint: "correct the day")
    }
    if demonstrated < Self.earliest {
      report("demonstrated_on is before 1990")
    } else if let birth = lookups.birthDates[student], demonstrated < birth {
      report("demonstrated_on is before the student was born")
    }
    if let today = references.today, demonstrated > today {
      report("demonstrated_on is after \(today)")
    }
    if let recorded, recorded < demonstrated {
      report("recorded_on is before demonstrated_on", .recordedOn)
    }
  }
}

/// What rows of evidence are compared with, worked out once for all tables.
struct EvidenceLookups: Sendable {
  let references: References
  let birthDates: [Identifier<Student>: CalendarDate]
  /// Those who have left, with their rows of students.csv.
  let left: [Identifier<Student>: Student]
  /// The only area of each competency that has one.
  let onlyArea: [Identifier<Competency>: Identifier<ContentArea>]

  init(_ references: References) {
    self.references = references
    birthDates = references.studentByID.mapValues(\.birthDate)
    left = references.studentByID.filter { $0.value.withdrawnOn != nil }
    let single = references.framework.competencies.filter { $0.areas.count == 1 }
    onlyArea = Dictionary(
      single.map { ($0.id, $0.areas[0]) }, uniquingKeysWith: { first, _ in first })
  }
}
