import TranscriptModel

extension TranscriptFacts {
  /// The facts that a transcript states which this project has written.
  public init(_ transcript: HighSchoolTranscript) {
    self.init()
    reserve()
    addIdentity(transcript)
    guard let record = transcript.academicRecords.first else { return }
    add("school.name", record.school?.names.first)
    add("school.ceeb", record.school?.codes[.ceebAct])
    add("student.classOf", record.cohortGraduationYear.map(String.init))
    add("student.grade", record.studentLevelCode.flatMap(GradeLevelCode.number).map(String.init))
    add("graduation.date", record.awards.first { $0.isComplete == true }?.date?.isoText)
    addCredits(record)
    for session in record.sessions { for course in session.courses { add(course, in: session) } }
    for course in record.courses { addOwn(course) }
    addCompetencies(record)
    for note in record.notes { addLevel(note) }
  }

  /// The note `Level PR = 3 Proficient (passing level): Meets the standard`.
  private mutating func addLevel(_ note: String) {
    guard note.hasPrefix("Level "), let equals = note.firstRange(of: " = ") else { return }
    let code = note[..<equals.lowerBound].dropFirst("Level ".count)
    guard !code.isEmpty, !code.contains(" ") else { return }
    let label = note[equals.upperBound...].prefix { $0 != ":" }
    let bar = " (passing level)"
    add("level \(code)", String(label.hasSuffix(bar) ? label.dropLast(bar.count) : label))
  }

  private mutating func addIdentity(_ transcript: HighSchoolTranscript) {
    let person = transcript.person
    add("document.id", transcript.transmission.documentID)
    add("document.replaces", Self.replaced(transcript.transmission.notes))
    add("student.id", person.schoolAssignedID)
    add("student.sasid", person.agencyIDs.first { $0.agencyCode == "State" }?.id)
    add("student.first", person.name.first)
    add("student.middle", person.name.middle.joined(separator: " "))
    add("student.last", person.name.last)
    add("student.birthDate", person.birthDate?.isoText)
  }

  /// The number in the note `Replaces document N.`, which may be split over notes.
  private static func replaced(_ notes: [String]) -> String? {
    var text = notes.joined(separator: " ")
    for receiver in DocumentReceiver.allCases {
      let note = " Issued to \(receiver.rawValue)."
      if text.hasSuffix(note) { text.removeLast(note.count) }
    }
    guard text.hasPrefix("Replaces document "), text.hasSuffix(".") else { return nil }
    return String(text.dropFirst("Replaces document ".count).dropLast())
  }

  private mutating func addCredits(_ record: AcademicRecord) {
    let totals = record.summaries.first { $0.type == "All" }
    add("credits.earned", credit: totals?.creditsEarned)
    add("credits.required", credit: totals?.creditsRequired)
    for area in totals?.subjectAreas ?? [] {
      add("credits \(area.name ?? "").earned", credit: area.earned)
      add("credits \(area.name ?? "").required", credit: area.required)
    }
    add("gpa.unweighted", credit: totals?.gradePointAverage)
    add(
      "gpa.weighted",
      credit: record.summaries.first { $0.type == "Weighted" }?.gradePointAverage)
  }

  private mutating func add(_ course: Course, in session: AcademicSession) {
    guard let institution = session.school?.names.first else { return addOwn(course) }
    let date = course.endDate?.isoText ?? ""
    let name = "external \(institution), \(course.title), \(date)"
    let mark = course.academicGrade ?? course.narrativeGrade
    add("\(name).title", course.title)
    add("\(name).mark", mark)
    add("\(name).earned", credit: course.creditEarned)
    add(
      StatedRow(
        .externalCourse, named: [name], title: course.title, level: mark,
        earned: course.creditEarned))
  }

  private mutating func addOwn(_ course: Course) {
    let name = "course \(course.number ?? "")"
    add("\(name).title", course.title)
    add("\(name).credit", credit: course.creditValue)
    add("\(name).earned", credit: course.creditEarned)
    // A course that has ended without credit keeps its mark; pages show marks of posted ones.
    let isMarked = course.creditEarned != .zero || course.gradeStatusCode != "Incomplete"
    let mark = isMarked ? course.academicGrade : nil
    add("\(name).mark", mark)
    add("\(name).date", course.endDate?.isoText)
    add(
      StatedRow(
        .course, named: [name], title: course.title, level: mark,
        earned: course.creditEarned))
  }

  private mutating func addCompetencies(_ record: AcademicRecord) {
    for course in record.allCourses {
      for proficiency in course.proficiencies {
        add(proficiency, place: "course \(course.number ?? ""), ")
      }
    }
    for proficiency in record.proficiencies { add(proficiency, place: "") }
  }

  private mutating func add(_ proficiency: Achievement, place: String) {
    let name = "\(place)competency \(proficiency.notes.first ?? proficiency.name ?? "")"
    add("\(name).name", proficiency.name)
    add("\(name).level", proficiency.code)
    add("\(name).status", proficiency.code == nil ? proficiency.subName : nil)
    let areas = proficiency.notes.dropFirst().joined(separator: " ")
    add("\(name).areas", areas)
    add(
      StatedRow(
        place.isEmpty ? .competency : .competencyOfCourse, named: [name],
        title: proficiency.name ?? "", level: proficiency.code,
        status: proficiency.code == nil ? proficiency.subName : nil,
        areas: areas.isEmpty ? nil : areas))
    add("\(name).met", proficiency.conditionsMet == "Yes" ? "Yes" : nil)
    add("\(name).date", proficiency.conditionsMetDate?.isoText)
  }
}
