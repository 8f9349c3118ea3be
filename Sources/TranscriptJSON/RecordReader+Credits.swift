import TranscriptModel

extension RecordReader {
  func courseGroup(_ node: PolicyNode) throws(Failure) -> RecordCourseGroup {
    RecordCourseGroup(
      gradeLevel: try node.grade("gradeLevel"), schoolYear: try node.schoolYear("schoolYear"),
      isInProgress: node.flag("inProgress"), courses: try node.list("courses", course))
  }

  private func course(_ node: PolicyNode) throws(Failure) -> RecordCourse {
    RecordCourse(
      id: Identifier(try node.string("id")), title: try node.string("title"),
      level: try node.word("level"), status: try node.word("status"),
      mark: try level("mark", of: node), markStatus: try node.word("markStatus"),
      credit: try node.amount("credit"), earned: try node.amount("earned"),
      date: try node.dayIfAny("date"),
      creditAreas: node.strings("creditAreas").map { Identifier($0) },
      contentArea: node.text("contentArea").map { Identifier($0) }, sced: node.text("sced"),
      isCourse: !node.flag("outsideCourses"), isAwaited: node.flag("awaited"),
      competencies: try node.list("competencies", competency))
  }

  func institution(_ node: PolicyNode) throws(Failure) -> RecordInstitution {
    RecordInstitution(
      name: try node.string("name"), kind: try node.word("kind"),
      courses: try node.list("courses") { (course) throws(Failure) in
        RecordExternalCourse(
          id: Identifier(try course.string("id")), title: try course.string("title"),
          mark: course.text("mark") ?? "", credit: try course.amount("credit"),
          collegeCredit: try course.amountIfAny("collegeCredit"),
          earnedOn: try course.day("earnedOn"),
          gradeLevel: course.text("gradeLevel") == nil ? nil : try course.grade("gradeLevel"),
          level: try course.word("level"),
          creditAreas: course.strings("creditAreas").map { Identifier($0) })
      })
  }

  func graduation(_ node: PolicyNode) throws(Failure) -> RecordGraduation {
    RecordGraduation(
      planTitle: try node.string("planTitle"), authority: node.text("authority"),
      status: try status(node), expectedOn: try node.dayIfAny("expectedOn"),
      creditsEarned: try node.amount("creditsEarned"),
      creditsInProgress: try node.amount("creditsInProgress"),
      creditsRequired: try node.amount("creditsRequired"),
      requirements: try node.list("requirements", requirement))
  }

  private func status(_ node: PolicyNode) throws(Failure) -> GraduationStatus {
    let plain: [GraduationStatus] = [.requirementsMet, .onTrack, .notOnTrack, .yearsRemain]
    let word = try node.string("status")
    if let status = plain.first(where: { $0.word == word }) { return status }
    let day = try node.day("date")
    let dated: [GraduationStatus] = [.graduated(day), .postedButUnmet(day), .withdrawn(day)]
    guard let status = dated.first(where: { $0.word == word }) else { throw node.failure("status") }
    return status
  }

  private func requirement(_ node: PolicyNode) throws(Failure) -> RecordRequirement {
    RecordRequirement(
      id: Identifier(try node.string("id")), title: try node.string("title"),
      isCredit: node.flag("credit"),
      unit: node.text("unit") == nil ? nil : try node.word("unit"),
      status: try node.word("status"),
      earned: try node.amount("earned"), inProgress: try node.amount("inProgress"),
      required: try node.amount("required"),
      waived: try node.amountIfAny("waived") ?? .zero, pescCode: node.text("pescCode"),
      parts: node["parts"] == nil ? [] : try node.list("parts", requirement))
  }

  func gradePoints(_ node: PolicyNode) throws(Failure) -> RecordGradePoints {
    var weights: [CourseLevel: Rational] = [:]
    let table = try node.node("weights")
    for member in table.members ?? [] {
      guard let level = CourseLevel(rawValue: member.key) else { throw table.failure(member.key) }
      weights[level] = try table.amount(member.key)
    }
    return RecordGradePoints(
      title: try node.string("title"), unweighted: try node.amount("unweighted"),
      weighted: try node.amount("weighted"), places: try node.integer("places"),
      asOf: try node.day("asOf"), adoptedOn: try node.day("adoptedOn"),
      adoptedBy: try node.string("adoptedBy"),
      points: (node["points"]?.items ?? []).map { $0.text.flatMap { Rational(text: $0) } },
      weights: weights, excluded: node.strings("excluded"))
  }

  func notation(_ node: PolicyNode) throws(Failure) -> RecordNotation {
    RecordNotation(
      kind: try node.word("kind"), title: try node.string("title"), detail: node.text("detail"),
      awardedOn: try node.day("awardedOn"))
  }

  func experience(_ node: PolicyNode) throws(Failure) -> RecordExperience {
    RecordExperience(
      kind: try node.word("kind"), title: try node.string("title"),
      organization: node.text("organization"), description: node.text("description"),
      hours: try node.amountIfAny("hours"), startedOn: try node.dayIfAny("startedOn"),
      endedOn: try node.dayIfAny("endedOn"))
  }
}
