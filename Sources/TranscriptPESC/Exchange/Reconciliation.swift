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
  }

  /// The sent documents, in the order given.
  public let entries: [Entry]
  /// Acknowledgements that belong to no document that was sent.
  public let unknown: [Acknowledgement]

  /// Puts acknowledgements beside the controls of what was sent.
  ///
  /// A rejection outweighs everything, a difference outweighs a confirmation.
  public init(sent: [PESCControl], received: [Acknowledgement]) {
    var byDocument: [Int: [Acknowledgement]] = [:]
    var unknown: [Acknowledgement] = []
    for acknowledgement in received {
      let candidates = sent.indices.filter { acknowledgement.isFor(sent[$0]) }
      // The same document may have gone to several receivers: each answer is for another of them.
      let open = candidates.first { index in
        !(byDocument[index] ?? []).contains { $0.isFunctional == acknowledgement.isFunctional }
      }
      if let index = open ?? candidates.first {
        byDocument[index, default: []].append(acknowledgement)
      } else {
        unknown.append(acknowledgement)
      }
    }
    self.unknown = unknown
    entries = sent.enumerated().map { index, control in
      let mine = byDocument[index] ?? []
      return Entry(
        control: control, outcome: Self.outcome(of: control, mine), notes: mine.flatMap(\.notes))
    }
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

  /// What the receiver echoes otherwise than it was sent; what it does not echo is no difference.
  private static func differences(
    between control: PESCControl, and echo: Acknowledgement.Echo
  ) -> [FactDifference] {
    let figure = { (value: Rational?) in value.map { PESCText.decimal($0) } }
    let pairs: [(String, String?, String?)] = [
      ("student.first", control.firstName, echo.person.name.first),
      ("student.last", control.lastName, echo.person.name.last),
      ("student.birthDate", control.birthDate?.isoText, echo.person.birthDate?.isoText),
      ("awards", String(control.awardTotal), echo.awardTotal.map(String.init)),
      ("courses", String(control.courseTotal), echo.courseTotal.map(String.init)),
      ("credits.earned", figure(control.creditsEarned), figure(echo.summary?.creditsEarned)),
      ("gpa", figure(control.gradePointAverage), figure(echo.summary?.gradePointAverage)),
    ]
    return pairs.compactMap { name, sent, received in
      guard let received, PESCText.prepared(sent ?? "") != received else { return nil }
      return FactDifference(name: name, left: sent ?? "", right: received)
    }
  }
}

extension Acknowledgement {
  fileprivate var notes: [String] {
    switch self {
    case .functional(let functional): functional.notes
    case .transcript(let echo): echo.notes
    }
  }

  fileprivate var isFunctional: Bool {
    if case .functional = self { true } else { false }
  }

  /// Whether it answers the document: by the number of the request, where both have one; then by the document's id, or by the student whom it names.
  fileprivate func isFor(_ control: PESCControl) -> Bool {
    switch self {
    case .functional(let functional): return functional.documentID == control.documentID
    case .transcript(let echo):
      if let asked = control.requestTrackingID, let id = echo.requestTrackingID, id != asked {
        return false
      }
      if echo.documentID == control.documentID { return true }
      guard let id = echo.person.schoolAssignedID else {
        return echo.person.birthDate == control.birthDate && control.birthDate != nil
          && echo.person.name.last == control.lastName
          && echo.person.name.first == control.firstName
      }
      return id == control.student
    }
  }
}
