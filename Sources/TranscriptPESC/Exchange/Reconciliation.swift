import TranscriptModel

/// What became of every document that was sent, by the acknowledgements that came back.
public struct Reconciliation: Hashable, Sendable {
  /// What is known of one sent document.
  public enum Outcome: Hashable, Sendable {
    /// Nothing has come back.
    case unanswered
    /// Accepted, and every echoed fact agrees.
    case confirmed
    /// Accepted; nothing was echoed that could be compared.
    case accepted
    /// Refused, with the receiver's reasons.
    case rejected([Acknowledgement.SyntaxError])
    /// Accepted, but the receiver read something else than what was sent.
    case differs([FactDifference])
  }

  /// One sent document.
  public struct Entry: Hashable, Sendable {
    /// What was sent.
    public let control: PESCControl
    /// What is known of it.
    public let outcome: Outcome
    /// The receiver's notes.
    public let notes: [String]
    /// What came back for it.
    public let answers: [Acknowledgement]

    /// What the receiver's parser found in a document that was accepted all the same.
    public var remarks: [Acknowledgement.SyntaxError] {
      answers.flatMap { answer -> [Acknowledgement.SyntaxError] in
        guard case .functional(let functional) = answer, functional.isAccepted else { return [] }
        return functional.errors
      }
    }
  }

  /// The sent documents, in the order given.
  public let entries: [Entry]
  /// Acknowledgements that may belong to several documents, with the places of those.
  ///
  /// They count for none of them.
  public let ambiguous: [Ambiguity]

  /// An acknowledgement that says too little to tell which copy it answers.
  public struct Ambiguity: Hashable, Sendable {
    /// What came back.
    public let acknowledgement: Acknowledgement
    /// Places of the documents that it may answer, in what was sent.
    public let candidates: [Int]
  }

  /// Acknowledgements that belong to no document that was sent.
  public let unknown: [Acknowledgement]

  /// Puts acknowledgements beside the controls of what was sent.
  ///
  /// A rejection outweighs everything, a difference outweighs a confirmation.
  ///
  /// - Parameter numbers: the forms of the school's own numbers; without them those of what was
  ///   sent tell.
  public init(
    sent: [PESCControl], received: [Acknowledgement], numbers: [DocumentNumberForm] = []
  ) {
    var byDocument: [Int: [Acknowledgement]] = [:]
    var unknown: [Acknowledgement] = []
    var ambiguous: [Ambiguity] = []
    for acknowledgement in received {
      let fitting = acknowledgement.documents(among: sent, numbers: numbers)
      let candidates = Self.agreeing(acknowledgement, fitting, of: sent) ?? fitting
      switch candidates.count {
      case 0: unknown.append(acknowledgement)
      case 1: byDocument[candidates[0], default: []].append(acknowledgement)
      default:
        ambiguous.append(Ambiguity(acknowledgement: acknowledgement, candidates: candidates))
      }
    }
    self.ambiguous = ambiguous
    self.unknown = unknown
    entries = sent.enumerated().map { index, control in
      let mine = byDocument[index] ?? []
      return Entry(
        control: control, outcome: Self.outcome(of: control, mine),
        notes: mine.flatMap(\.notes), answers: mine)
    }
  }

  /// Where several fit: the one document that states what an echo states, if one alone does.
  private static func agreeing(
    _ acknowledgement: Acknowledgement, _ fitting: [Int], of sent: [PESCControl]
  ) -> [Int]? {
    guard fitting.count > 1, case .transcript(let echo) = acknowledgement else { return nil }
    let same = fitting.filter { differences(between: sent[$0], and: echo).isEmpty }
    return same.count == 1 ? same : nil
  }

  private static func outcome(
    of control: PESCControl, _ acknowledgements: [Acknowledgement]
  ) -> Outcome {
    guard !acknowledgements.isEmpty else { return .unanswered }
    var differences: [FactDifference] = []
    var hasEcho = false
    for acknowledgement in acknowledgements {
      switch acknowledgement {
      case .functional(let functional) where !functional.isAccepted:
        return .rejected(functional.errors)
      case .functional: continue
      case .transcript(let echo):
        hasEcho = true
        differences += Self.differences(between: control, and: echo)
      }
    }
    if !differences.isEmpty { return .differs(differences) }
    return hasEcho ? .confirmed : .accepted
  }

  /// What the receiver echoes otherwise than it was sent.
  ///
  /// The two totals are in every echo; what else it leaves out is no difference.
  private static func differences(
    between control: PESCControl, and echo: Acknowledgement.Echo
  ) -> [FactDifference] {
    let figure = { (value: Rational?) in value.map { PESCText.decimal($0) } }
    // What has more decimals than are sent is not what was sent.
    let echoed = { (value: Rational?) -> String? in
      guard let value, let text = figure(value) else { return nil }
      if Rational(decimal: text) == value { return text }
      return value.exactDecimalText(minimum: 0, maximum: 12) ?? value.fractionText
    }
    let name = echo.person.name
    let pairs: [(String, String?, String?)] = [
      ("student.id", control.student, echo.person.schoolAssignedID),
      ("student.first", control.firstName, name.first),
      ("student.middle", control.middleName, middle(name, sent: control.middleName)),
      ("student.last", control.lastName, name.last),
      ("student.suffix", control.nameSuffix, name.suffix),
      ("student.birthDate", control.birthDate?.isoText, echo.person.birthDate?.isoText),
      ("awards", String(control.awardTotal), echo.awardTotal.map(String.init) ?? ""),
      ("courses", String(control.courseTotal), echo.courseTotal.map(String.init) ?? ""),
      ("credits.earned", figure(control.creditsEarned), echoed(echo.summary?.creditsEarned)),
      ("gpa", figure(control.gradePointAverage), echoed(echo.summary?.gradePointAverage)),
    ]
    return pairs.compactMap { name, sent, received in
      // What cannot be read agrees with nothing.
      if let unreadable = echo.unreadable[name] {
        return FactDifference(name: name, left: sent ?? "", right: unreadable)
      }
      guard let received, !isSame(PESCText.prepared(sent ?? ""), received, in: name) else {
        return nil
      }
      return FactDifference(name: name, left: sent ?? "", right: received)
    }
  }
}

extension Reconciliation {
  /// Whether an echo states what was sent; many receivers keep names in capitals.
  private static func isSame(_ sent: String, _ received: String, in fact: String) -> Bool {
    let isName = ["student.first", "student.middle", "student.last", "student.suffix"]
      .contains(fact)
    return sent == received || isName && sent.lowercased() == received.lowercased()
  }

  /// The middle names that an echo has; an initial of what was sent is the same.
  private static func middle(_ name: PersonName, sent: String?) -> String? {
    let middle = name.middle.joined(separator: " ")
    if middle.isEmpty { return nil }
    let initial = middle.last == "." ? String(middle.dropLast()) : middle
    if let sent, initial.count == 1, sent.lowercased().hasPrefix(initial.lowercased()) {
      return PESCText.prepared(sent)
    }
    return middle
  }
}

extension Acknowledgement {
  fileprivate var notes: [String] {
    switch self {
    case .functional(let functional): functional.notes
    case .transcript(let echo): echo.notes
    }
  }

  /// Places of the documents that it may answer.
  ///
  /// The id of the document decides, or for an echo without it the student; then the number of
  /// the request, then who answers.
  fileprivate func documents(
    among sent: [PESCControl], numbers: [DocumentNumberForm]
  ) -> [Int] {
    var fitting = sent.indices.filter { sent[$0].documentID == documentID }
    if fitting.isEmpty {
      // The number that pages print is that of every copy, without what tells them apart.
      fitting = sent.indices.filter { PESCDelivery.isCopy(sent[$0].documentID, of: documentID) }
    }
    if fitting.isEmpty, !isOfSchool(sent, numbers) {
      fitting = sent.indices.filter { echoes(sent[$0]) }
    }
    if let number = requestTrackingID, !number.isEmpty {
      // A document that was sent without a number may still be answered with one.
      let same = fitting.filter { sent[$0].requestTrackingID == number }
      return same.isEmpty ? fitting.filter { sent[$0].requestTrackingID == nil } : same
    }
    guard fitting.count > 1 else { return fitting }
    let names = Set(source.designations)
    let answered = fitting.filter { !names.isDisjoint(with: sent[$0].receiver) }
    return answered.isEmpty ? fitting : answered
  }

  /// Whether its number is one of ours, though of no document here: then it answers another.
  ///
  /// Where their form is not known: they have one length, and one text up to the last hyphen.
  private func isOfSchool(_ sent: [PESCControl], _ numbers: [DocumentNumberForm]) -> Bool {
    if !numbers.isEmpty { return numbers.contains { $0.fits(documentID) } }
    return sent.contains { control in
      guard let hyphen = control.documentID.lastIndex(of: "-") else { return false }
      return documentID.utf8.count == control.documentID.utf8.count
        && documentID.hasPrefix(control.documentID[...hyphen])
    }
  }

  /// The number of the document that it answers, or its own: receivers fill in either.
  public var documentID: String {
    switch self {
    case .functional(let functional): functional.documentID
    case .transcript(let echo): echo.documentID
    }
  }

  private var requestTrackingID: String? {
    switch self {
    case .functional(let functional): functional.requestTrackingID
    case .transcript(let echo): echo.requestTrackingID
    }
  }

  /// Who answers.
  public var source: Organization {
    switch self {
    case .functional(let functional): functional.source
    case .transcript(let echo): echo.source
    }
  }

  /// Whether it names the student of the document.
  private func echoes(_ control: PESCControl) -> Bool {
    guard case .transcript(let echo) = self else { return false }
    if let id = echo.person.schoolAssignedID { return id == control.student }
    return control.birthDate != nil && echo.person.birthDate == control.birthDate
      && echo.person.name.last?.lowercased() == control.lastName?.lowercased()
      && echo.person.name.first?.lowercased() == control.firstName?.lowercased()
  }
}
