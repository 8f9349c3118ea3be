import TranscriptModel

/// The values that the official transcript's template names, made from the record by hand.
///
/// Dictionaries, not reflection: three times as fast, and a renamed property cannot change a page.
struct OfficialContext {
  let record: TranscriptRecord
  let phrases: PhraseTable
  let dates: DateText
  let levels: LevelText
  let gradePoints: RecordGradePoints?
  /// Those of all content areas, each once: made once, for many figures count them.
  let contentAreaCompetencies: [RecordCompetency]
  let templateKind: DocumentTemplateKind

  init(
    _ record: TranscriptRecord, phrases: PhraseTable, kind: DocumentTemplateKind = .official
  ) {
    templateKind = kind
    self.record = record
    self.phrases = phrases
    dates = DateText(phrases: phrases)
    levels = LevelText(scale: record.scale, phrases: phrases)
    gradePoints = record.gradePoints
    contentAreaCompetencies = record.contentAreaCompetencies
  }

  typealias Values = [String: Any]

  /// All values, by the names that templates use.
  var values: Values {
    var values = head
    values["p"] = phrases.all
    values["facts"] = facts
    values["figures"] = figures
    values["mastery"] = mastery ?? false
    values["credits"] = credits ?? false
    values["courses"] = courses ?? false
    values["notationLine"] = notationLine ?? false
    values["key"] = key
    values["competencies"] = competencies ?? false
    let parts = lowerParts
    let sections = lowerSections(of: parts)
    let reading = howToRead
    values["sections"] = sections
    values["lower"] = lowerRows(of: sections, reading: reading)
    values["howToRead"] = reading
    // Each by its own name as well, for templates with another order.
    for (name, part) in parts { values[name] = part ?? false }
    values["howToReadIsBeside"] = isHowToReadBeside(sections)
    if templateKind == .guide { values["guide"] = guide }
    if templateKind == .competencies { values["details"] = details }
    return values
  }

  var document: DocumentIdentity { record.document }

  var isDraft: Bool { document.status == .draft }

  /// Whether a registrar signs it.
  private var isCertified: Bool { document.status == .official || document.status == .amended }

  private var head: Values {
    [
      "school": school,
      "student": ["name": plain(record.student.displayName), "idLine": idLine],
      "document": ["kind": kind, "numberLine": numberLine],
      "status": status ?? false,
      "footer": footer,
      "certification": !isCertified
        ? false as Any
        : [
          "signatory": "\(plain(record.issuer.signatory.name)), "
            + plain(record.issuer.signatory.office),
          "date": dates.full(document.issuedOn),
        ] as Any,
      "uncertified": isCertified
        ? false as Any
        : [
          "title": phrases.text("not-certified"),
          "text": phrases.text(isDraft ? "not-certified-sentence" : "unofficial-sentence"),
        ] as Any,
    ]
  }

  /// What the document calls itself.
  var kind: String {
    switch (templateKind, document.edition) {
    case (.guide, _): phrases.text("kind-guide")
    case (.competencies, _):
      phrases.text(isDraft ? "kind-competencies-draft" : "kind-competencies")
    case (_, .midYear): phrases.text(isDraft ? "kind-mid-year-draft" : "kind-mid-year")
    default:
      switch document.status {
      case .draft: phrases.text("kind-draft")
      case .unofficial: phrases.text("kind-unofficial")
      case .official, .amended: phrases.text("kind-official")
      }
    }
  }

  private var numberLine: String {
    guard let number = document.number else { return phrases.text("no-number") }
    return phrases.text("number", ["number": plain(number)])
  }

  private var idLine: String {
    record.student.sasid.map { phrases.text("sasid", ["id": Self.grouped($0)]) }
      ?? phrases.text("student-id", ["id": plain(record.student.id.code)])
  }

  /// Ten digits as people read them: `0000 413 295`.
  static func grouped(_ digits: String) -> String {
    guard digits.utf8.count == 10, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return plain(digits)
    }
    return "\(digits.prefix(4)) \(digits.dropFirst(4).prefix(3)) \(digits.suffix(3))"
  }

  private var school: Values {
    let school = record.issuer.school
    let place = "\(school.city), \(Self.state(school.state)) \(school.postalCode)"
    var detail = (school.address + [place]).joined(separator: ", ")
    if let phone = school.phone { detail += " \u{B7} \(phone)" }
    if let ceeb = school.ceeb { detail += " \u{B7} " + phrases.text("ceeb", ["code": ceeb]) }
    return [
      "name": plain(school.name), "detail": plain(detail), "monogram": plain(school.monogram),
      "crest": school.crest ?? "",
    ]
  }

  /// The one state whose name letterheads write out; others keep their postal code.
  private static func state(_ code: String) -> String { code == "CT" ? "Connecticut" : code }

  private var status: Values? {
    // A page of the school's own is finished, or it is not.
    guard templateKind != .guide || isDraft else { return nil }
    return switch document.status {
    case .draft:
      band("draft", end: phrases.text("made-on", ["date": dates.full(document.issuedOn)]))
    case .unofficial: band("unofficial", end: issuedTo ?? dates.full(document.issuedOn))
    case .official where document.edition == .midYear: midYearBand
    case .official:
      document.issuedTo.map { band($0.rawValue, end: dates.full(document.issuedOn)) }
    case .amended:
      [
        "kind": "ruled",
        "strong": phrases.text("amended-on", ["date": dates.full(document.issuedOn)]),
        "detail": withMidYear(
          document.replaces.map {
            phrases.text("amended-replaces", ["number": plain($0)])
          } ?? ""),
        "end": issuedTo ?? "",
      ]
    }
  }

  /// Into whose hands it is given, in words, for bands that say something else first.
  private var issuedTo: String? {
    document.issuedTo.map { phrases.text("issued-to-\($0.rawValue)") }
  }

  /// Of which day the levels of a mid-year transcript are.
  private var midYearBand: Values {
    [
      "kind": "ruled", "strong": phrases.text("band-mid-year"),
      "detail": phrases.text("band-mid-year-detail", ["date": dates.full(document.asOf)]),
      "end": issuedTo ?? "",
    ]
  }

  private func band(_ name: String, end: String) -> Values {
    [
      "kind": "solid", "strong": phrases.text("band-\(name)"),
      "detail": withMidYear(phrases.text("band-\(name)-detail")), "end": end,
    ]
  }

  /// What a band says, and on mid-year papers of which day the levels are.
  private func withMidYear(_ detail: String) -> String {
    guard document.edition == .midYear else { return detail }
    let day = phrases.text("band-mid-year-as-of", ["date": dates.full(document.asOf)])
    if detail.isEmpty { return day }
    return "\(detail)\(detail.hasSuffix(".") ? "" : ".") \(day)"
  }

  /// The start side of the footer, from the whole down to the shortest that still identifies the
  /// student: the first that fits on the line is printed.
  private var footerStarts: [[String]] {
    let name = record.student.legalName
    let whole = plain(name.inverted)
    let short = plain(LegalName(first: name.first, last: name.last).inverted)
    let initial = name.first.map { "\($0.prefix(1))." }
    let shortest = plain(LegalName(first: initial, last: name.last).inverted)
    // However long the name, the number that identifies the student stays.
    let names = [[whole, idLine], [short, idLine], [shortest, idLine], [idLine]]
    guard record.issuer.isFictional else { return names }
    // Nor does the word go that keeps a made-up paper from being taken for a real one.
    return names.map { $0 + [phrases.text("specimen")] }
  }

  private var footer: Values {
    let issued = isDraft ? "draft-of" : "issued-on"
    var end = [phrases.text(issued, ["date": dates.full(document.issuedOn)])]
    if !isDraft, document.number != nil { end.append(numberLine) }
    return [
      "starts": footerStarts.map { $0.joined(separator: " \u{B7} ") },
      "end": end.joined(separator: " \u{B7} "),
      "page": phrases.text("page"), "last": phrases.text("end-of-transcript"),
    ]
  }
}

extension OfficialContext {
  /// What the file says about itself.
  var metadata: DocumentMetadata {
    templateKind == .guide ? guideMetadata : transcriptMetadata
  }

  private var transcriptMetadata: DocumentMetadata {
    let number = document.number.map { phrases.text("number", ["number": plain($0)]) }
    // An official paper is of its kind; any other status is said as well.
    let status =
      document.status == .official ? nil : phrases.text("status-\(document.status.rawValue)")
    let subject = [kind, status == kind ? nil : status, issuedTo, number].compactMap(\.self)
    return DocumentMetadata(
      title: "\(kind): \(plain(record.student.displayName))", language: "en",
      author: plain(record.issuer.school.name),
      subject: subject.joined(separator: " \u{B7} "),
      id: document.id, status: document.status, issuedOn: document.issuedOn)
  }

  /// The guide names no student.
  private var guideMetadata: DocumentMetadata {
    let policy = phrases.text(
      "policy-version",
      ["title": plain(record.policy.title), "version": plain(record.policy.version)])
    let draft = isDraft ? phrases.text("status-draft") : nil
    return DocumentMetadata(
      title: "\(kind): \(plain(record.issuer.school.name))", language: "en",
      author: plain(record.issuer.school.name),
      subject: [draft, policy].compactMap(\.self).joined(separator: " \u{B7} "), id: document.id,
      status: isDraft ? .draft : .unofficial, issuedOn: document.issuedOn)
  }
}
