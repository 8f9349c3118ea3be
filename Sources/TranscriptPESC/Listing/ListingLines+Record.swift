extension ListingLines {
  mutating func addRecord(_ record: Int, extensionNamespace: String?) {
    add("")
    field("School", organizationText(leaves.first("School", in: record)))
    field(
      "Level",
      leaves.value("StudentLevelCode", in: leaves.first("StudentLevel", in: record)))
    field("Class of", leaves.value("CohortGraduationYear", in: record))
    for award in leaves.all("AcademicAward", in: record) { addAward(award) }
    for summary in leaves.all("AcademicSummary", in: record) { addSummary(summary) }
    for session in leaves.all("AcademicSession", in: record) { addSession(session) }
    let courses = leaves.all("Course", in: record)
    if !courses.isEmpty {
      add(["", "Courses outside any session"])
      addCourses(courses)
    }
    let additional = leaves.first("AdditionalStudentAchievements", in: record)
    addAchievements("Requirements", leaves.all("Requirement", in: additional))
    addAchievements("Attributes", leaves.all("Attribute", in: additional))
    addAchievements("Proficiencies", leaves.all("Proficiency", in: additional))
    addNotes(leaves.values("NoteMessage", in: record))
    if let own = leaves.first("UserDefinedExtensions", in: record) {
      let count = leaves.pass(own)
      add("")
      field("Extension", "\(extensionNamespace ?? "unnamed"), with \(count) elements, not printed")
    }
  }

  private mutating func addAward(_ award: Int) {
    let isComplete = leaves.value("AcademicCompletionIndicator", in: award)
    let complete = isComplete.map { ["true", "1"].contains($0) ? "complete" : "not complete" }
    let done = leaves.value("AcademicCompletionDate", in: award)
    let date = leaves.value("AcademicAwardDate", in: award)
    let level = leaves.value("AcademicAwardLevel", in: award).map { "(\($0))" }
    let title = joined([leaves.value("AcademicAwardTitle", in: award), level], by: " ")
    field("Award", joined([title, date, complete, done == date ? nil : done]))
    for honor in leaves.all("AcademicHonors", in: award) { addHonor(honor) }
  }

  private mutating func addHonor(_ honor: Int) {
    let title = leaves.value("HonorsTitle", in: honor)
    add("  Honour: \(joined([title, leaves.value("HonorsLevel", in: honor)]))")
    addNotes(leaves.values("NoteMessage", in: honor), indent: "    ")
  }

  private mutating func addSummary(_ summary: Int) {
    let kind = joined([
      leaves.value("AcademicSummaryType", in: summary),
      leaves.value("AcademicSummaryLevel", in: summary),
    ])
    add(["", "Summary (\(kind.isEmpty ? "unnamed" : kind)): \(figures(of: summary))"])
    addSubjects(leaves.first("HighSchoolCreditSummary", in: summary))
    for honor in leaves.all("AcademicHonors", in: summary) { addHonor(honor) }
    let days = [
      leaves.value("EntryDate", in: summary).map { "entered \($0)" },
      leaves.value("ExitDate", in: summary).map { "left \($0)" },
      leaves.value("ExitReasonCode", in: summary).map { "reason \($0)" },
    ]
    if days.contains(where: { $0 != nil }) { add("  \(joined(days))") }
    for note in leaves.values("NoteMessage", in: summary) { add("  \(note)") }
  }

  private mutating func figures(of summary: Int) -> String {
    let gpa = leaves.first("GPA", in: summary)
    let credits = [
      leaves.value("CreditHoursAttempted", in: gpa).map { "attempted \($0)" },
      leaves.value("CreditHoursEarned", in: gpa).map { "earned \($0)" },
      leaves.value("CreditHoursRequired", in: gpa).map { "required \($0)" },
      leaves.value("CreditHoursDeficient", in: gpa).map { "deficient \($0)" },
      leaves.value("CreditUnit", in: gpa),
    ]
    let average = leaves.value("GradePointAverage", in: gpa).map { "GPA \($0)" }
    let range = [
      leaves.value("GPARangeMinimum", in: gpa), leaves.value("GPARangeMaximum", in: gpa),
    ]
    let scale = joined(range, by: " to ")
    let rank = leaves.value("ClassRank", in: summary).map { "rank \($0)" }
    let size = leaves.value("ClassSize", in: summary).map { "of \($0)" }
    return joined(
      credits + [
        joined([average, scale.isEmpty ? nil : "(range \(scale))"], by: " "),
        joined([rank, size], by: " "),
      ])
  }

  private mutating func addSubjects(_ credit: Int?) {
    var rows: [[String]] = []
    for area in leaves.all("HighSchoolSubjectArea", in: credit) {
      let code = leaves.value("HighSchoolSubjectAreaCode", in: area)
      let name = leaves.value("HighSchoolSubjectAreaName", in: area)
      rows.append([
        "  \(name ?? code ?? "")", name == nil ? "" : code ?? "",
        leaves.value("CourseCreditEarned", in: area) ?? "",
        leaves.value("CreditHoursRequired", in: area) ?? "",
        leaves.value("CreditHoursDeficient", in: area) ?? "",
        leaves.value("CourseCreditUnits", in: area) ?? "",
      ])
    }
    guard !rows.isEmpty else { return }
    add(
      TextColumns.filled([["  Subject", "Code", "Earned", "Required", "Deficient", "Unit"]] + rows))
  }

  mutating func addAchievements(_ title: String, _ list: [Int]) {
    guard !list.isEmpty else { return }
    add(["", title])
    let head = ["  Code", "Name", "Level or detail", "Met", "On", "Notes"]
    add(TextColumns.filled([head] + list.map { achievement($0, indent: "  ") }))
  }

  mutating func achievement(_ element: Int, indent: String) -> [String] {
    [
      indent + (leaves.value("RAPCode", in: element) ?? ""),
      leaves.value("RAPName", in: element) ?? "", leaves.value("RAPSubName", in: element) ?? "",
      leaves.value("ConditionsMetCode", in: element) ?? "",
      leaves.value("ConditionsMetDate", in: element) ?? "",
      leaves.values("NoteMessage", in: element).joined(separator: "; "),
    ]
  }
}
