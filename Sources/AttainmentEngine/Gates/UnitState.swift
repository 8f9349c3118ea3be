/// Where a student stands within a unit's objective.
///
/// Not started, pre-assessed, learning, formative, summative, then attained or exceeded, or not yet,
/// support, reassess. A pre-assessment never counts against anyone, and every state but attained and
/// exceeded can be entered again.
public enum UnitState: String, Hashable, Sendable, CaseIterable {
  /// Nothing on file and no course under way.
  case notStarted = "not-started"
  /// A pre-assessment only.
  case preAssessed = "pre-assessed"
  /// A course is under way; nothing shown yet.
  case learning
  /// Formative evidence only.
  case formative
  /// Summative evidence, too little to decide.
  case summative
  /// At the bar.
  case attained
  /// Above the bar.
  case exceeded
  /// The last summative demonstration is below the bar.
  case notYet = "not-yet"
  /// Work since then is formative: support is under way.
  case support
  /// Shown again after support, and still below the bar.
  case reassess
  /// All there is was excused or missed.
  case excused

  /// The state in words.
  public var words: String {
    switch self {
    case .notStarted: "not started"
    case .preAssessed: "pre-assessed"
    case .learning: "learning"
    case .formative: "practised"
    case .summative: "shown, not often enough yet"
    case .attained: "attained"
    case .exceeded: "exceeded"
    case .notYet: "not yet at the bar"
    case .support: "not yet at the bar, with support under way"
    case .reassess: "shown again after support, not yet at the bar"
    case .excused: "excused or missed"
    }
  }

  /// What comes next, in words.
  public var next: String {
    switch self {
    case .notStarted: "begin, or take a pre-assessment"
    case .preAssessed, .learning: "learn and practise"
    case .formative: "show it in a summative demonstration"
    case .summative: "show it once more in a distinct demonstration"
    case .attained: "go on to the next unit, or extend"
    case .exceeded: "extend, accelerate, or go on to the next unit"
    case .notYet: "get support, then show it again"
    case .support: "show it again when ready"
    case .reassess: "look at the evidence with the student and choose other support"
    case .excused: "show it when possible"
    }
  }
}
