import TranscriptModel
import XMLKit

extension DocumentCheck {
  mutating func checkRecord(_ children: Children) {
    var inside = children
    checkSchool(in: &inside)
    checkLevel(record.student.gradeLevel, in: &inside)
    expect("CohortGraduationYear", String(record.student.classOf), in: &inside)
    checkAward(in: &inside)
    checkTotals(in: &inside)
    checkWeighted(in: &inside)
    checkCourses(in: &inside)
    checkAchievements(in: &inside)
    expectNotes(legend, in: &inside)
    checkExtension(in: &inside)
    finish(inside)
  }

  private mutating func checkSchool(in record: inout Children) {
    var school = enter("School", &record) ?? Children(next: 0, end: 0, place: record.place)
    expect("OrganizationName", self.record.issuer.school.name, in: &school)
    checkCodes(in: &school)
    expect("SchoolLevel", "HighSchool", in: &school)
    finish(school)
  }

  /// The grade of a record or a session.
  mutating func checkLevel(_ grade: GradeLevel?, in children: inout Children) {
    guard var level = enter("StudentLevel", &children) else {
      if let grade { note("\(children.place)StudentLevel", "", String(grade.number)) }
      return
    }
    let code = take("StudentLevelCode", &level).map { tape.text(of: $0) } ?? ""
    if GradeLevelCode.number(code) != grade?.number {
      note("\(children.place)StudentLevel", code, grade.map { String($0.number) } ?? "")
    }
    finish(level)
  }

  private mutating func checkAward(in children: inout Children) {
    guard case .graduated(let day) = record.graduation.status else { return }
    var award = enter("AcademicAward", &children) ?? Children(next: 0, end: 0, place: "diploma.")
    expect("AcademicAwardLevel", "B18", in: &award)
    expect("AcademicAwardDate", day: day, in: &award)
    expect("AcademicAwardTitle", "High School Diploma", in: &award)
    expect("AcademicCompletionIndicator", "true", in: &award)
    expect("AcademicCompletionDate", day: day, in: &award)
    finish(award)
  }

  private mutating func checkTotals(in children: inout Children) {
    let graduation = record.graduation
    var summary =
      enter("AcademicSummary", &children) ?? Children(next: 0, end: 0, place: "credits.")
    expect("AcademicSummaryType", "All", in: &summary)
    expect("AcademicSummaryLevel", "Secondary", in: &summary)
    var gpa = enter("GPA", &summary) ?? Children(next: 0, end: 0, place: summary.place)
    expect("CreditHoursEarned", amount: graduation.creditsEarned, in: &gpa)
    expect("CreditHoursRequired", amount: graduation.creditsRequired, in: &gpa)
    let open = max(.zero, graduation.creditsRequired - graduation.creditsEarned)
    expect("CreditHoursDeficient", amount: open, in: &gpa)
    expect("CreditUnit", "CarnegieUnits", in: &gpa)
    checkAverage(record.gradePoints?.unweighted, highest: .zero, in: &gpa)
    finish(gpa)
    checkHonors(in: &summary)
    expectNotes(summaryNotes, in: &summary)
    checkSubjects(in: &summary)
    expect("EntryDate", day: record.student.enrolledOn, in: &summary)
    expect("ExitDate", day: withdrawal, in: &summary)
    finish(summary)
  }

  /// The day on which the student left without a diploma.
  var withdrawal: CalendarDate? {
    if case .withdrawn(let day) = record.graduation.status { day } else { nil }
  }

  private func missing(_ line: RecordRequirement) -> Rational {
    max(.zero, line.required - line.earned)
  }

  private mutating func checkAverage(
    _ value: Rational?, highest added: Rational, in gpa: inout Children
  ) {
    guard let points = record.gradePoints else { return }
    let highest = points.points.compactMap(\.self).max()
    expect("GradePointAverage", amount: value, in: &gpa)
    expect("GPARangeMinimum", amount: .zero, in: &gpa)
    expect("GPARangeMaximum", amount: highest.map { $0 + added }, in: &gpa)
  }

  private mutating func checkWeighted(in children: inout Children) {
    guard let points = record.gradePoints else { return }
    var summary =
      enter("AcademicSummary", &children) ?? Children(next: 0, end: 0, place: "weighted.")
    expect("AcademicSummaryType", "Weighted", in: &summary)
    expect("AcademicSummaryLevel", "Secondary", in: &summary)
    var gpa = enter("GPA", &summary) ?? Children(next: 0, end: 0, place: summary.place)
    checkAverage(points.weighted, highest: points.weights.values.max() ?? .zero, in: &gpa)
    finish(gpa)
    expectNotes(["\(points.title), weighted for demanding courses."], in: &summary)
    finish(summary)
  }

  private func isShort(_ notation: RecordNotation) -> Bool {
    let isAward = notation.kind == .award || notation.kind == .honor
    return isAward && PESCText.prepared(notation.title).unicodeScalars.count <= 30
  }

  private mutating func checkHonors(in summary: inout Children) {
    for honor in record.notations where isShort(honor) {
      var inside = enter("AcademicHonors", &summary) ?? Children(next: 0, end: 0, place: "honor ")
      expect("HonorsTitle", honor.title, in: &inside)
      let day = "Awarded \(honor.awardedOn.isoText)"
      expectNotes([honor.detail, day].compactMap(\.self), in: &inside)
      finish(inside)
    }
  }

  private var summaryNotes: [String] {
    var notes = ["Plan: \(record.graduation.planTitle)"]
    if let points = record.gradePoints {
      notes.append(
        "\(points.title) from final course marks as of \(points.asOf.isoText), by the table adopted "
          + "\(points.adoptedOn.isoText) by \(points.adoptedBy).")
    } else {
      notes.append("This transcript states no GPA or class rank. Credit is awarded on mastery.")
    }
    for line in record.graduation.requirements where line.isCredit && line.waived > .zero {
      let amount = PESCText.decimal(line.waived)
      notes.append("\(line.title): \(amount) of the credit is waived, and not required.")
    }
    if let withdrawal { notes.append("Left on \(withdrawal.isoText) without a diploma.") }
    return notes
  }

  private mutating func checkSubjects(in summary: inout Children) {
    let lines = record.graduation.requirements.filter(\.isCredit)
    var areas =
      enter("HighSchoolCreditSummary", &summary) ?? Children(next: 0, end: 0, place: summary.place)
    for line in lines {
      let place = "credits \(line.title)."
      var area = Children(next: 0, end: 0, place: place)
      if let element = take("HighSchoolSubjectArea", &areas) {
        area = self.children(of: element, place)
      }
      expect("HighSchoolSubjectAreaCode", line.pescCode ?? "Other", in: &area)
      expect("HighSchoolSubjectAreaName", line.title, in: &area)
      expect("CourseCreditUnits", "CarnegieUnits", in: &area)
      expect("CreditHoursRequired", amount: line.required, in: &area)
      expect("CourseCreditEarned", amount: line.earned, in: &area)
      expect("CreditHoursDeficient", amount: missing(line), in: &area)
      finish(area)
    }
    finish(areas)
  }

  private mutating func checkAchievements(in children: inout Children) {
    var all =
      enter("AdditionalStudentAchievements", &children)
      ?? Children(next: 0, end: 0, place: children.place)
    for requirement in record.graduation.requirements {
      if !requirement.isCredit { check(requirement, in: &all) }
      for part in requirement.parts { check(part, in: &all) }
    }
    for notation in record.notations where !isShort(notation) {
      let place = "notation \(notation.title)."
      var inside = Children(next: 0, end: 0, place: place)
      if let element = take("Attribute", &all) { inside = self.children(of: element, place) }
      expect("RAPName", notation.title, in: &inside)
      expect("RAPSubName", notation.detail, in: &inside)
      expect("ConditionsMetCode", "Yes", in: &inside)
      expect("ConditionsMetDate", day: notation.awardedOn, in: &inside)
      expect("NoteMessage", notation.kind.rawValue, in: &inside)
      finish(inside)
    }
    checkCompetenciesAcrossCourses(in: &all)
    finish(all)
  }

  private mutating func check(_ requirement: RecordRequirement, in all: inout Children) {
    let place = "requirement \(requirement.id.code)."
    var inside = Children(next: 0, end: 0, place: place)
    if let element = take("Requirement", &all) { inside = self.children(of: element, place) }
    let amounts = [requirement.earned, requirement.required].map { PESCText.decimal($0) }
    expect("RAPName", requirement.title, in: &inside)
    expect(
      "RAPSubName", requirement.isCredit ? "\(amounts[0]) of \(amounts[1]) credits" : nil,
      in: &inside)
    let met: String?
    var notes = [requirement.id.code]
    switch requirement.status {
    case .met: met = "Yes"
    case .notMet: met = "No"
    case .waived:
      met = "Yes"
      notes.append("Waived")
    case .inProgress:
      met = nil
      notes.append("In progress")
    }
    expect("ConditionsMetCode", met, in: &inside)
    for note in notes { expect("NoteMessage", note, in: &inside) }
    finish(inside)
  }

  /// The scale, and the rules that average.
  private var legend: [String] {
    var notes: [String] = []
    for index in record.scale.levels.indices.reversed() {
      let level = record.scale.levels[index]
      let number = level.number.exactDecimalText() ?? level.number.fractionText
      let bar = index == record.scale.bar ? " (passing level)" : ""
      notes.append("Level \(level.code) = \(number) \(level.label)\(bar): \(level.description)")
    }
    return notes + record.policy.averagingRules.map { "This policy averages: \($0)" }
  }
}
