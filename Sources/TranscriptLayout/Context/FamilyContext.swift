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

  /// At most so many subjects on the first page.
  static let mostItems = 12

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
    subjects = record.areas.filter { !$0.competencies.isEmpty }.map {
      FamilySubject(
        $0, scale: record.scale, asOf: record.document.asOf, lastWork: lastWork[$0.id])
    }
  }

  var language: String { phrases.language }

  /// Text of the district: its own translation, or else the original, marked as such.
  func own(_ text: String, key: String = "") -> String {
    translations[key].map(plain) ?? District.text(plain(text), in: language)
  }

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
        "name": plain(record.student.displayName),
        "line": phrases.text(
          "student-line",
          [
            "grade": "\(record.student.gradeLevel.number)", "year": "\(record.student.classOf)",
          ]),
      ],
      "lede": lede, "isHeavy": isHeavy, "groups": groups,
      "credits": isAtSchool ? credits as Any : false as Any,
      "skills": isAtSchool ? skills ?? false as Any : false as Any,
      "help": phrases.text("help"), "further": phrases.text("further"),
      "questions": questions, "interpreter": phrases.text("interpreter"),
      "contacts": [record.issuer.school.phone, record.issuer.school.email].compactMap(\.self)
        .map { own($0) },
      "areas": areas, "footer": footer,
    ]
  }

  private var school: Values {
    let school = record.issuer.school
    return [
      "name": own(school.name), "monogram": plain(school.monogram),
      "crest": school.crest ?? "",
      "detail": own((school.address + ["\(school.city), \(school.state)"]).joined(separator: ", ")),
    ]
  }

  private var footer: Values {
    var start = [plain(record.student.displayName), phrases.text("not-a-transcript")]
    if record.issuer.isFictional { start.append(phrases.text("specimen")) }
    return ["start": start.joined(separator: " \u{B7} "), "page": phrases.text("page")]
  }

  var metadata: DocumentMetadata {
    DocumentMetadata(
      title: "\(phrases.text("kind")): \(plain(record.student.displayName))", language: language,
      isRightToLeft: ["ar", "he", "fa", "ur"].contains(String(language.prefix { $0 != "-" })),
      author: plain(record.issuer.school.name), subject: phrases.text("not-a-transcript"),
      id: record.document.id,
      status: record.document.status == .draft ? .draft : .unofficial,
      issuedOn: record.document.issuedOn)
  }

  /// How families call the student: the first name, where the shown name begins with it.
  var shortName: String {
    let name = record.student.displayName
    guard let first = record.student.legalName.first, name.hasPrefix(first) else {
      return plain(name)
    }
    return plain(first)
  }

  /// The answer in one or two sentences.
  private var lede: String {
    let graduation = record.graduation
    let year = "\(record.student.classOf)"
    let date = graduation.expectedOn.map(dates.month) ?? year
    let first =
      switch graduation.status {
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
    if needs.isEmpty { return phrases.text("lede-well") }
    if isHeavy { return phrases.text("lede-needs-count", ["count": "\(needs.count)"]) }
    return phrases.text(
      "lede-needs",
      ["subjects": list(needs.map { own($0.area.shortTitle, key: $0.area.id.code) })])
  }

  /// One sentence after the other, as the language sets them.
  func sentences(_ first: String, _ second: String) -> String {
    phrases.text("sentences", ["first": first, "second": second])
  }

  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return phrases.text(
      "and",
      ["first": names.dropLast().joined(separator: phrases.text("comma")), "last": last])
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
    return sentences(contact, phrases.text("interpreter"))
  }
}
