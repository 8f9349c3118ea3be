import TranscriptModel

/// Courses by year, other institutions, notations in one line, and the key.
extension OfficialContext {
  var courses: Values? {
    let groups = courseGroups + record.institutions.map(institution)
    guard !groups.isEmpty else { return nil }
    let first = record.scale.levels.first?.number.exactText ?? ""
    let last = record.scale.levels.last?.number.exactText ?? ""
    return [
      "note": phrases.text("note-courses", ["low": first, "high": last]), "groups": groups,
    ]
  }

  /// Groups by year; what was taken before grade 9 stands first in the first group of high school.
  private var courseGroups: [Values] {
    let early = record.courseGroups.filter { $0.gradeLevel.number < 9 && !$0.isInProgress }
    let later = record.courseGroups.filter { $0.gradeLevel.number >= 9 || $0.isInProgress }
    guard let first = later.first, !first.isInProgress, early.flatMap(\.courses).count <= 4 else {
      return record.courseGroups.map { courseGroup($0) }
    }
    return later.enumerated().map { index, group in
      courseGroup(group, early: index == 0 ? early : [])
    }
  }

  private func earlyRow(_ course: RecordCourse, in group: RecordCourseGroup) -> Values {
    var row = courseRow(course, isInProgress: false)
    row["title"] = phrases.text(
      "taken-early",
      ["title": plain(course.title), "grade": "\(group.gradeLevel.number)"])
    return row
  }

  private func courseGroup(
    _ group: RecordCourseGroup, early: [RecordCourseGroup] = []
  ) -> Values {
    let grade = ["grade": "\(group.gradeLevel.number)"]
    let title = phrases.text(titleKey(group), grade)
    let hasLevels = group.courses.contains { $0.status != .planned && !$0.isAwaited }
    let isAsOf = group.isInProgress && hasLevels
    let detail =
      isAsOf
      ? phrases.text("level-as-of", ["date": dates.full(document.asOf)]) : group.schoolYear.text
    let shortDetail =
      isAsOf
      ? phrases.text("level-as-of-short", ["date": dates.brief(document.asOf)]) : detail
    return [
      "title": title, "detail": detail, "shortDetail": shortDetail,
      // Planned courses say so in their own rows.
      "shortTitle": isAsOf ? phrases.text("grade-in-progress", grade) : title,
      "growth": growth(by: group.schoolYear), "leastDetail": "",
      "continued": phrases.text("continued", ["title": title]),
      "rows": early.flatMap { early in early.courses.map { earlyRow($0, in: early) } }
        + group.courses.map { courseRow($0, isInProgress: group.isInProgress) },
    ]
  }

  /// In progress, planned, or both; or ended, with results that are not in.
  private func titleKey(_ group: RecordCourseGroup) -> String {
    guard group.isInProgress else { return "grade" }
    let planned = group.courses.count { $0.status == .planned }
    let awaited = group.courses.count(where: \.isAwaited)
    if awaited == group.courses.count { return "grade-awaited" }
    // Where nothing goes on the rows say what is planned and what is awaited.
    if awaited > 0, awaited + planned == group.courses.count { return "grade" }
    if planned == 0 { return "grade-in-progress" }
    return planned == group.courses.count ? "grade-planned" : "grade-in-progress-planned"
  }

  private func courseRow(_ course: RecordCourse, isInProgress: Bool) -> Values {
    if course.status == .withdrawn { return withdrawnRow(course) }
    // What has posted in part while the course goes on is earned; the rest is not printed as credit.
    let isPlanned =
      course.status != .partial
      && (isInProgress || course.status == .inProgress || course.status == .planned)
    let mark = courseMark(course)
    return [
      "title": plain(course.title), "mark": mark,
      "markStyle": levels.style(course.status == .planned ? nil : course.mark),
      "credit": (isPlanned ? course.credit : course.earned).creditText,
      "date": courseDate(course, mark: mark),
      "dateStyle": isPlanned ? "planned" : "data",
    ]
  }

  /// The mark; a course that has not begun has none, whatever its competencies show already, nor has
  /// one of which only a part has posted.
  private func courseMark(_ course: RecordCourse) -> String {
    if course.status == .planned { return phrases.text("state-planned") }
    if course.isAwaited, course.mark == nil { return phrases.text("state-awaited") }
    // Who left a course has no mark for it, whatever had posted by then.
    if course.hasEndedInPart, course.markStatus != .withdrawn {
      return phrases.text("state-in-part", ["credit": course.credit.shortText])
    }
    return course.mark.map(levels.courseMark) ?? levels.state(course.markStatus)
  }

  /// A course that was left has no mark, no credit and no day.
  private func withdrawnRow(_ course: RecordCourse) -> Values {
    [
      "title": plain(course.title), "mark": levels.state(.withdrawn), "markStyle": "data",
      "credit": Self.dash, "date": Self.dash, "dateStyle": "data",
    ]
  }

  /// The day, or the state where the mark does not say it already.
  private func courseDate(_ course: RecordCourse, mark: String) -> String {
    // A day that has passed is not the one on which what goes on will end.
    let isToCome = course.status == .inProgress || course.status == .planned
    if let date = course.date, !isToCome || date >= document.asOf { return dates.short(date) }
    return switch course.status {
    case .inProgress where !course.isAwaited && mark != phrases.text("state-in-progress"):
      phrases.text("in-progress")
    default: Self.dash
    }
  }

  private func institution(_ institution: RecordInstitution) -> Values {
    let years = Set(institution.courses.map { $0.earnedOn.components.year }).sorted()
    var span = years.first.map { "\($0)" } ?? ""
    if let first = years.first, let last = years.last, last > first {
      span = "\(first)\u{2013}\(last)"
    }
    let name = plain(institution.name)
    let kind = phrases.text("external-\(institution.kind.rawValue)")
    let origin = [kind, span].filter { !$0.isEmpty }.joined(separator: ", ")
    return [
      "growth": Self.noGrowth, "title": name, "shortTitle": name,
      // The days stand in the rows as well.
      "shortDetail": "\(kind), \(phrases.text("external-key-short"))", "leastDetail": origin,
      "detail": "\(origin), \(phrases.text("external-key"))",
      "continued": phrases.text("continued", ["title": name]),
      "rows": institution.courses.map { externalRow($0, kind: institution.kind) },
    ]
  }

  private func externalRow(
    _ course: RecordExternalCourse, kind: ExternalCredit.Kind
  ) -> Values {
    var title = plain(course.title)
    if let credits = course.collegeCredit {
      title = phrases.text(
        "college-credits", ["title": title, "credits": credits.shortText])
    }
    let mark = plain(course.mark)
    return [
      "title": title,
      "mark": kind == .dualEnrollment ? phrases.text("college-mark", ["mark": mark]) : mark,
      "markStyle": "data", "credit": course.credit.creditText,
      "date": dates.short(course.earnedOn), "dateStyle": "data",
    ]
  }

  var notationLine: Values? {
    guard !record.notations.isEmpty else { return nil }
    // The space before the dot does not break: no line begins with a dot.
    return ["text": record.notations.map(notationTitle).joined(separator: "\u{A0}\u{B7} ")]
  }

  /// The title; of an honor that hangs on a graduation still to come, with just that.
  private func notationTitle(_ notation: RecordNotation) -> String {
    let title = plain(notation.title)
    guard isBeforeGraduation(notation) else { return title }
    return phrases.text("honor-before-graduation-short", ["title": title])
  }

  /// The levels from the highest down, with the bar below the lowest that passes.
  var key: Values {
    let indices = record.scale.levels.indices.reversed()
    let points = gradePoints
    let weighting = points.flatMap { weights(of: $0) }
    return [
      "note": points.map {
        phrases.text(
          "note-key", ["title": plain($0.title), "date": dates.full($0.adoptedOn)])
      } ?? "",
      "pointsHeader": points.map { plain($0.title) } ?? phrases.text("header-points"),
      "rows": indices.map(keyRow), "weights": weighting ?? "",
      "line": [phrases.text("key-line"), weighting].compactMap(\.self).joined(separator: " "),
    ]
  }

  private func keyRow(_ index: LevelIndex) -> Values {
    var points = ""
    if let table = gradePoints {
      let value = table.points.indices.contains(index) ? table.points[index] : nil
      points = value?.creditText ?? Self.dash
    }
    return [
      "dots": levels.dots(index), "mark": levels.mark(index), "style": levels.style(index),
      "description": plain(record.scale.level(index).description), "points": points,
      "isBar": index == record.scale.bar && index > 0,
    ]
  }

  /// The sentence on weighting: `AP and Honors courses add 0.50, weighted`.
  func weights(of table: RecordGradePoints) -> String? {
    let order: [CourseLevel] = [.ap, .ib, .honors, .dual, .regular]
    let weighted = order.filter { (table.weights[$0] ?? .zero) > .zero }
    let amounts = Set(weighted.compactMap { table.weights[$0] })
    guard let amount = amounts.first else { return nil }
    if amounts.count == 1 {
      let names = weighted.map { phrases.text("course-level-\($0.rawValue)") }
      return phrases.text(
        "key-weights", ["levels": joined(names), "points": amount.creditText])
    }
    let each = weighted.map { level in
      let name = phrases.text("course-level-\(level.rawValue)")
      return "\(name) \(table.weights[level]?.creditText ?? Self.dash)"
    }
    return phrases.text("key-weights-each", ["levels": each.joined(separator: ", ")])
  }

  /// `AP, IB and Honors`.
  func joined(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return phrases.text(
      "and", ["first": names.dropLast().joined(separator: ", "), "last": last])
  }
}
