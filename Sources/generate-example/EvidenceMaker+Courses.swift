import TranscriptModel

/// One objective as it comes up in one course.
struct CourseUnit {
  let course: Catalogue.Course
  let objective: Catalogue.Objective
  let strands: [Catalogue.Strand]
  let contentArea: String
  let kind: WorkKind
  let grade: Int
  let pathway: String
  let isLast: Bool

  /// The piece of work by which it is assessed.
  var title: String { "\(kind.label): \(objective.unit)" }
}

extension EvidenceMaker {
  /// Adds the evidence of one course.
  mutating func addCourse(_ placement: StudentScript.Placement) {
    guard let course = catalogue.courses[placement.course],
      let calendar = calendar(grade: placement.grade)
    else { return }
    let units = units(of: course, placement)
    for (index, unit) in units.enumerated() {
      let due = calendar.dueDay(
        index, of: units.count, term: placement.term, grade: placement.grade)
      addUnit(unit, due: due.adding(days: -random.number(in: 2...12)))
    }
    if placement.term == .year {
      let close = calendar.span(of: .year, grade: placement.grade).through
      addFinal(units.dropLast(), day: SchoolCalendar.schoolDay(close.adding(days: -4)))
    }
  }

  private func units(
    of course: Catalogue.Course, _ placement: StudentScript.Placement
  ) -> [CourseUnit] {
    let objectives = course.objectives.compactMap { catalogue.objectives[$0] }
    return objectives.enumerated().map { index, objective in
      CourseUnit(
        course: course, objective: objective,
        strands: catalogue.strands(of: objective, in: course),
        contentArea: contentArea(of: objective, in: course),
        kind: course.code == "CAPSTN"
          ? WorkKind(type: "capstone", label: "Capstone")
          : WorkKind.of(objective.parents.first ?? ""),
        grade: placement.grade, pathway: pathway(of: placement),
        isLast: index == objectives.count - 1)
    }
  }

  /// The cell is only needed where the objective belongs to several areas.
  private func contentArea(
    of objective: Catalogue.Objective, in course: Catalogue.Course
  ) -> String {
    let areas = Set(objective.parents.flatMap { catalogue.areas[$0] ?? [] })
    return areas.count > 1 ? catalogue.area(of: objective, in: course) : ""
  }

  private func pathway(of placement: StudentScript.Placement) -> String {
    if placement.grade == 8 { return "middle-school" }
    switch (placement.course, placement.term) {
    case ("INTERN", _): return "internship"
    case ("FAB", _), ("ENGDES", _): return "career-technical"
    case (_, .summer): return "independent-study"
    default: return ""
    }
  }

  private func row(
    _ unit: CourseUnit, _ day: CalendarDate, _ level: String, title: String
  ) -> EvidenceRow {
    EvidenceRow(
      student: script.id, competency: unit.objective.code, day: day, recordedOn: day, level: level,
      type: unit.kind.type, contentArea: unit.contentArea, pathway: unit.pathway, title: title,
      assessor: Faculty.teacher(of: unit.course))
  }

  /// Adds what leads up to the assessment of a unit, and the assessment itself.
  private mutating func addUnit(_ unit: CourseUnit, due: CalendarDate) {
    let day = SchoolCalendar.schoolDay(due)
    if random.chance(18) {
      addFormative(unit, day.adding(days: -28), ["BG", "DV"], "Starting point", "pre-assessment")
    }
    addFormative(unit, day.adding(days: -random.number(in: 10...16)), ["DV", "DV", "BG", "PR"])
    if random.chance(40) {
      addFormative(unit, day.adding(days: -random.number(in: 4...8)), ["DV", "PR", "PR"])
    }
    addAssessment(unit, day)
  }

  private mutating func addFormative(
    _ unit: CourseUnit, _ day: CalendarDate, _ levels: [String], _ label: String? = nil,
    _ purpose: String = "formative"
  ) {
    let labels = unit.kind.leadsUp
    let label = label ?? labels[random.number(in: 0...(labels.count - 1))]
    var row = row(
      unit, SchoolCalendar.schoolDay(day), levels[random.number(in: 0...(levels.count - 1))],
      title: "\(label): \(unit.objective.unit)")
    row.type = label == "Conference" ? "observation" : label == "Draft" ? "other" : "quiz"
    row.purpose = purpose
    add(row)
  }

  private mutating func addAssessment(_ unit: CourseUnit, _ day: CalendarDate) {
    if script.unfinished.contains(unit.objective.code) {
      add(row(unit, day, "BG", title: unit.title))
      addSecondTry(unit, after: day, level: "DV")
      return
    }
    let retries = 30 - script.strength * 26 / 100
    let throwOfDice = random.number(in: 0...99)
    let level = passingLevel(for: unit.strands, grade: unit.grade)
    switch throwOfDice {
    case ..<retries:
      add(row(unit, day, "DV", title: unit.title))
      addSecondTry(unit, after: day, level: level)
    case ..<(retries + 3): addAbsence(unit, day, "missed", then: level)
    case ..<(retries + 5): addAbsence(unit, day, "excused", then: level)
    case ..<(retries + 7): addCorrected(unit, day, level)
    default: add(row(unit, day, level, title: unit.title))
    }
  }

  private mutating func addSecondTry(_ unit: CourseUnit, after day: CalendarDate, level: String) {
    let wait = unit.isLast ? random.number(in: 4...8) : random.number(in: 8...20)
    let again = SchoolCalendar.schoolDay(day.adding(days: wait))
    add(row(unit, again, level, title: "\(unit.title), \(unit.kind.secondTry)"))
  }

  private mutating func addAbsence(
    _ unit: CourseUnit, _ day: CalendarDate, _ status: String, then level: String
  ) {
    var absent = row(unit, day, "", title: unit.title)
    absent.status = status
    add(absent)
    let later = SchoolCalendar.schoolDay(day.adding(days: random.number(in: 3...7)))
    add(row(unit, later, level, title: "\(unit.title), make-up"))
  }

  /// A level entered wrongly, and the record that corrects it.
  private mutating func addCorrected(_ unit: CourseUnit, _ day: CalendarDate, _ level: String) {
    add(row(unit, day, level == "EX" ? "PR" : "DV", title: unit.title))
    var correction = row(unit, day, level, title: unit.title)
    correction.correctsPrevious = true
    add(correction)
  }

  /// One piece of work at the end of the year that shows several objectives again.
  private mutating func addFinal(_ units: some Sequence<CourseUnit>, day: CalendarDate) {
    for unit in units
    where !script.unfinished.contains(unit.objective.code) && !unit.strands.contains(where: isLeft)
      && random.chance(45)
    {
      let level =
        random.chance(6) ? "DV" : passingLevel(for: unit.strands, grade: unit.grade)
      var final = row(unit, day, level, title: "Final: \(unit.course.title)")
      final.type = ["MATH", "SCI", "WLG"].contains(unit.course.contentArea) ? "test" : "portfolio"
      add(final)
    }
  }

  /// Adds this fall's work toward objectives that are still open from last year.
  mutating func addRetakenCourses() {
    guard let calendar = SchoolCalendar(year: 2026) else { return }
    for code in script.retaken {
      guard let course = catalogue.courses[code] else { continue }
      let placement = StudentScript.Placement(course: code, grade: 12, term: .first)
      for unit in units(of: course, placement)
      where script.unfinished.contains(unit.objective.code) {
        addFormative(unit, calendar.opens.adding(days: 20), ["DV"])
        addFormative(unit, calendar.opens.adding(days: 37), ["PR"])
      }
    }
  }
}
