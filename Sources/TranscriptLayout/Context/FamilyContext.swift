import TranscriptModel

/// The values of the report for families: what goes well, what needs attention, what comes next.
///
/// Everything is derived from the record; nothing is judged twice. The district's own words stay in
/// its language and are marked as such.
struct FamilyContext {
  let record: TranscriptRecord
  let phrases: PhraseTable
  let dates: DateText
  let subjects: [FamilySubject]

  typealias Values = [String: Any]

  /// What is missing for graduation, where that needs an answer now.
  let gaps: GraduationGaps

  /// At most so many items on the first page.
  private static let mostItems = 12

  /// At most so many subjects on the first page, beside the line on graduation.
  var mostSubjects: Int { Self.mostItems - (hasGraduationItem ? 1 : 0) }

  /// The district's own words in the language, by code, where it has translated them.
  private let translations: [String: String]

  /// - Parameter lastWork: the last day of new work in each content area, where it is known.
  init(
    _ record: TranscriptRecord, phrases: PhraseTable, translations: [String: String] = [:],
    lastWork: [Identifier<ContentArea>: CalendarDate] = [:]
  ) {
    self.record = record
    self.phrases = phrases
    self.translations = translations
    dates = DateText(phrases: phrases)
    gaps = GraduationGaps(record)
    let share = FamilySubject.share(of: record)
    subjects = record.areasWithSharedResults.filter { !$0.competencies.isEmpty }.map {
      FamilySubject(
        $0, scale: record.scale, asOf: record.document.asOf, share: share,
        lastWork: lastWork[$0.id])
    }
  }

  var language: String { phrases.language }

  /// Whether the first page has a line on graduation.
  var hasGraduationItem: Bool { !gaps.isEmpty }

  /// Text of the district: its own translation, or else the original, marked as such.
  func own(_ text: String, key: String = "") -> String {
    translations[key].map { isolated(plain($0)) } ?? District.text(plain(text), in: language)
  }

  /// A name, or other text that is not of the district's language, as a direction of its own in a
  /// right-to-left document: else its stops and signs would stand on the wrong side of it.
  private func isolated(_ text: String) -> String {
    isRightToLeft ? Direction.isolated(text) : text
  }

  private var isRightToLeft: Bool {
    ["ar", "he", "fa", "ur"].contains(String(language.prefix { $0 != "-" }))
  }

  /// The student's name as documents show it.
  private var name: String { isolated(plain(record.student.displayName)) }

  func own(_ competency: RecordCompetency) -> String {
    own(competency.shortName, key: competency.id.code)
  }

  func own(_ level: LevelIndex) -> String {
    let level = record.scale.level(level)
    return own(level.label, key: level.code)
  }

  /// Whether anything is still to come: the student has neither graduated nor left.
  var isAtSchool: Bool {
    switch record.graduation.status {
    case .graduated, .withdrawn: false
    default: true
    }
  }

  private var status: Any {
    guard record.document.status == .draft else { return false }
    return [
      "strong": phrases.text("band-draft"), "detail": phrases.text("band-draft-detail"),
      "end": dates.full(record.document.issuedOn),
    ]
  }

  var values: Values {
    [
      "p": phrases.all, "status": status,
      "school": school,
      "document": [
        "kind": phrases.text("kind"), "date": dates.full(record.document.issuedOn),
      ],
      "student": [
        "name": name,
        "line": phrases.text(
          "student-line",
          [
            "grade": "\(record.student.gradeLevel.number)", "year": "\(record.student.classOf)",
            "id": studentID,
          ]),
      ],
      "lede": lede, "isAtSchool": isAtSchool, "groups": groups,
      "more": more.map { $0 as Any } ?? false,
      "credits": isAtSchool ? credits as Any : false as Any,
      "skills": isAtSchool ? skills ?? false as Any : false as Any,
      "help": help, "further": further,
      "questions": questions, "interpreter": phrases.text("interpreter"),
      "contacts": contacts,
      "untranslated": isTranslated ? false as Any : phrases.text("not-translated") as Any,
      "areas": areas, "footer": footer,
    ]
  }

  /// Whether every name of a content area, competency and level on the report is in its language.
  private var isTranslated: Bool {
    let shown = record.areas.filter { !$0.competencies.isEmpty }
    let codes =
      shown.map(\.id.code) + shown.flatMap { $0.competencies.map(\.id.code) }
      + record.graduationCompetencies.map(\.id.code) + record.scale.levels.map(\.code)
      + gaps.requirements.map { Self.key(of: $0) }
    return language == "en" || codes.allSatisfy { translations[$0] != nil }
  }

  private var school: Values {
    let school = record.issuer.school
    return [
      "name": own(school.name, key: "school.name"), "monogram": plain(school.monogram),
      "crest": school.crest ?? "",
      "detail": own(
        (school.address + ["\(school.city), \(school.state)"]).joined(separator: ", "),
        key: "school.address"),
    ]
  }

  private var footer: Values {
    let id = phrases.text("student-id", ["id": studentID])
    let copy = phrases.text("not-a-transcript")
    let specimen = record.issuer.isFictional ? [phrases.text("specimen")] : []
    // From the whole down to the shortest that still tells two students of one name apart.
    let starts = [[name, id, copy], [name, id], [id, copy], [id]].map { $0 + specimen }
    return [
      "starts": starts.map { $0.joined(separator: " \u{B7} ") },
      // On a page that is as long as it has to be nothing needs to give way.
      "start": starts[0].joined(separator: " \u{B7} "), "page": phrases.text("page"),
    ]
  }

  var metadata: DocumentMetadata {
    DocumentMetadata(
      title: "\(phrases.text("kind")): \(plain(record.student.displayName))", language: language,
      isRightToLeft: isRightToLeft,
      author: plain(record.issuer.school.name), subject: subject,
      id: record.document.id,
      status: record.document.status == .draft ? .draft : .unofficial,
      issuedOn: record.document.issuedOn)
  }

  private var subject: String {
    let copy = phrases.text("not-a-transcript")
    guard record.document.status == .draft else { return copy }
    return sentences(
      phrases.text("band-draft"),
      sentences(phrases.text("band-draft-detail"), copy))
  }

  /// Telephone and mail, each with what a tap on it does (RFC 3966, RFC 6068).
  private var contacts: [Values] {
    let school = record.issuer.school
    let phone = school.phone.map { text -> Values in
      let digits = text.filter { $0.isASCII && $0.isNumber }
      // Ten digits are a number of the North American plan, without its country code.
      return ["text": own(text), "link": "tel:\(digits.count == 10 ? "+1" : "")\(digits)"]
    }
    let mail = school.email.map { ["text": own($0), "link": "mailto:\($0)"] as Values }
    return [phone, mail].compactMap(\.self)
  }

  /// How families call the student: the first name, where the shown name begins with it.
  var shortName: String {
    let name = record.student.displayName
    guard let first = record.student.legalName.first, name.hasPrefix(first) else {
      return self.name
    }
    return isolated(plain(first))
  }

  /// The answer in one or two sentences.
  private var lede: String {
    let graduation = record.graduation
    let year = "\(record.student.classOf)"
    let date = graduation.expectedOn.map(dates.month) ?? year
    let isLate = isAtSchool && record.isPastExpectedDay
    let first =
      switch graduation.status {
      case _ where isLate: phrases.text("lede-late", ["name": shortName, "date": date])
      case .graduated(let day):
        phrases.text("lede-graduated", ["name": shortName, "date": dates.full(day)])
      case .onTrack, .requirementsMet:
        phrases.text("lede-on-track", ["name": shortName, "date": date])
      case .yearsRemain: phrases.text("lede-years", ["name": shortName, "date": date])
      case .notOnTrack, .postedButUnmet:
        phrases.text("lede-open", ["name": shortName, "year": year])
      case .withdrawn(let day):
        phrases.text("lede-withdrawn", ["name": shortName, "date": dates.full(day)])
      }
    return isAtSchool ? sentences(first, need) : first
  }

  /// Which subjects need attention; only how many where naming all would fill the page.
  private var need: String {
    let needs = subjects.filter { $0.standing == .needs }
    if needs.isEmpty { return phrases.text(gaps.isEmpty ? "lede-well" : "lede-gaps") }
    if needs.count == 1, let subject = needs.first?.area {
      return phrases.text(
        "lede-needs-one", ["subject": own(subject.shortTitle, key: subject.id.code)])
    }
    if isHeavy { return phrases.text("lede-needs-count", ["count": "\(needs.count)"]) }
    return phrases.text(
      "lede-needs",
      ["subjects": list(needs.map { own($0.area.shortTitle, key: $0.area.id.code) })])
  }

  /// One sentence after the other, as the language sets them.
  func sentences(_ first: String, _ second: String) -> String {
    phrases.text("sentences", ["first": first, "second": second])
  }

  private var studentID: String { own(plain(record.student.id.code)) }

  /// How to get help: first where it is needed most.
  private var help: String {
    let needs = subjects.filter { $0.standing == .needs }.map(\.area)
    guard !needs.isEmpty else { return phrases.text("help") }
    return sentences(
      phrases.text("help-subjects", ["subjects": names(of: needs)]), phrases.text("help"))
  }

  /// How to go further: first where the student is ahead.
  private var further: String {
    let ahead = subjects.filter { $0.standing == .ahead }.map(\.area)
    guard !ahead.isEmpty else { return phrases.text("further") }
    return sentences(
      phrases.text("further-subjects", ["name": shortName, "subjects": names(of: ahead)]),
      phrases.text("further"))
  }

  private func names(of areas: [RecordArea]) -> String {
    names(areas.map { own($0.shortTitle, key: $0.id.code) })
  }

  /// Names in a row; where one has a comma of its own, semicolons keep them apart.
  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    guard separator(names) == phrases.text("comma") else {
      return names.joined(separator: separator(names))
    }
    return phrases.text(
      "and",
      ["first": names.dropLast().joined(separator: phrases.text("comma")), "last": last])
  }

  func separator(_ names: some Sequence<String>) -> String {
    phrases.text(names.contains { $0.contains(",") } ? "semicolon" : "comma")
  }

  private var questions: String {
    let school = record.issuer.school
    let isolated = { (text: String) in own(text) }
    let contact =
      switch (school.phone, school.email) {
      case (let phone?, let email?):
        phrases.text(
          "questions-both", ["phone": isolated(phone), "email": isolated(email)])
      case (let phone?, nil): phrases.text("questions-phone", ["phone": isolated(phone)])
      case (nil, let email?): phrases.text("questions-email", ["email": isolated(email)])
      case (nil, nil): phrases.text("questions-school")
      }
    let asking = record.narrative.map { narrative in
      sentences(contact, phrases.text("questions-advisor", ["advisor": own(narrative.author)]))
    }
    return sentences(asking ?? contact, phrases.text("interpreter"))
  }
}
