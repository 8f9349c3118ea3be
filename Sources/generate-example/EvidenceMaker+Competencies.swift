import TranscriptModel

/// One way to show a graduation competency at the example school.
private struct GraduationWork {
  let competency: String
  let grade: Int
  /// Days after 1 September.
  let day: Int
  let type: String
  /// Short: documents print it with the type on one line of some 26 characters.
  let title: String

  static let all = [
    GraduationWork("GC.COM", 9, 258, "portfolio", "First year"),
    GraduationWork("GC.COM", 10, 256, "portfolio", "Two readers"),
    GraduationWork("GC.COM", 11, 270, "exhibition", "Open questions"),
    GraduationWork("GC.INQ", 10, 241, "project", "Field inquiry"),
    GraduationWork("GC.INQ", 11, 269, "exhibition", "Panel of six"),
    GraduationWork("GC.CIT", 10, 120, "portfolio", "Town meeting"),
    GraduationWork("GC.CIT", 11, 268, "portfolio", "Civic action"),
    GraduationWork("GC.COL", 9, 266, "project", "Team of five"),
    GraduationWork("GC.COL", 10, 266, "project", "Team with client"),
    GraduationWork("GC.COL", 11, 150, "project", "Model assembly"),
    GraduationWork("GC.SDL", 11, 276, "portfolio", "Learning plan"),
    GraduationWork("GC.SDL", 12, 222, "exhibition", "Senior defense"),
  ]

  /// What a student shows who comes after grade 9.
  static func entry(_ grade: Int) -> [GraduationWork] {
    ["GC.COM", "GC.INQ", "GC.CIT", "GC.COL"].map {
      GraduationWork($0, grade, 48, "portfolio", "On entry")
    }
  }

  private init(_ competency: String, _ grade: Int, _ day: Int, _ type: String, _ title: String) {
    self.competency = competency
    self.grade = grade
    self.day = day
    self.type = type
    self.title = title
  }
}

extension EvidenceMaker {
  private func row(
    _ competency: String, _ area: String, _ day: CalendarDate, _ level: String, _ type: String,
    _ title: String
  ) -> EvidenceRow {
    let areas = catalogue.areas[competency] ?? []
    return EvidenceRow(
      student: script.id, competency: competency, day: day, recordedOn: day, level: level,
      type: type, contentArea: areas.count > 1 ? area : "", title: title, assessor: "Panel")
  }

  /// Adds, each year, an exhibition that shows up to three competencies at once.
  mutating func addExhibitions() {
    let strands = catalogue.strands.filter { isPeak($0) && !isLeft($0) }
    guard !strands.isEmpty else { return }
    for grade in max(9, script.firstGrade)...11 {
      guard let calendar = calendar(grade: grade) else { continue }
      let first = random.number(in: 0...(strands.count - 1))
      let shown = (0..<min(3, strands.count)).map { strands[(first + $0) % strands.count] }
      let offset = random.number(in: 255...262)
      let day = SchoolCalendar.schoolDay(calendar.opens.adding(days: offset))
      for strand in shown {
        let level = passingLevel(for: [strand], grade: grade)
        let title = "Grade \(grade) exhibition"
        add(row(strand.competency, strand.area, day, level, "exhibition", title))
      }
    }
  }

  /// Adds what a student shows outside courses where courses give fewer than two demonstrations.
  mutating func addMissingDemonstrations() {
    guard let calendar = calendar(grade: 11) else { return }
    let settled = catalogue.settled[script.id] ?? []
    let planned = plannedDemonstrations()
    for (index, strand) in catalogue.strands.enumerated() where !settled.contains(strand.competency)
    {
      let count = planned[strand] ?? 0
      if count < 2 {
        let day = calendar.opens.adding(days: 240 + index % 20)
        addDemonstration(strand, day, "Junior portfolio")
      }
      if count < 1 {
        let day = calendar.opens.adding(days: 80 + index % 20)
        addDemonstration(strand, day, "Interdisciplinary task")
      }
    }
  }

  private func plannedDemonstrations() -> [Strand: Int] {
    var planned: [Strand: Int] = [:]
    for placement in script.placements {
      guard let course = catalogue.courses[placement.course] else { continue }
      for code in course.objectives where !script.unfinished.contains(code) {
        guard let objective = catalogue.objectives[code] else { continue }
        for strand in catalogue.strands(of: objective, in: course) {
          planned[strand, default: 0] += 1
        }
      }
    }
    return planned
  }

  private mutating func addDemonstration(_ strand: Strand, _ day: CalendarDate, _ title: String) {
    let isMissed = script.missed.contains(strand.competency)
    let level = isMissed ? "" : passingLevel(for: [strand], grade: 11)
    var shown = row(
      strand.competency, strand.area, SchoolCalendar.schoolDay(day), level, "portfolio", title)
    shown.status = isMissed ? "missed" : ""
    add(shown)
  }

  /// Adds the evidence of the graduation competencies.
  mutating func addGraduationCompetencies() {
    let settled = catalogue.settled[script.id] ?? []
    let entry = script.firstGrade > 9 ? GraduationWork.entry(script.firstGrade) : []
    for work in entry + GraduationWork.all where work.grade >= script.firstGrade {
      let isSettled = settled.contains(work.competency) && work.grade == 11
      guard !isSettled, let calendar = calendar(grade: work.grade) else { continue }
      let offset = work.grade == 12 && script.finishesEarly ? 22 : work.day
      let day = calendar.opens.adding(days: offset + random.number(in: 0...3))
      let isExemplary = random.chance(max(5, script.strength - 35)) && work.grade > 9
      let level = isExemplary ? "EX" : work.grade == 9 && random.chance(35) ? "DV" : "PR"
      add(row(work.competency, "", SchoolCalendar.schoolDay(day), level, work.type, work.title))
    }
  }
}
