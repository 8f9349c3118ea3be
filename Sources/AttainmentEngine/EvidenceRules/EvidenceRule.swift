import TranscriptModel

/// What a rule says about some demonstrations.
struct EvidenceVerdict: Hashable, Sendable {
  /// The level; `nil` when there are fewer pieces than the rule asks for.
  var level: LevelIndex?
  /// The pieces that decided, by position of the record.
  var used: [Int32]
  /// Why the others did not.
  var unused: SetAsideReason
  /// The value that a rule that computes compared with the levels' numbers.
  var value: Rational?
  /// How many pieces count toward `needed`, where that is not the number of those that decided.
  var counted: Int?

  init(
    level: LevelIndex?, used: [Int32], unused: SetAsideReason = .notNeeded,
    value: Rational? = nil, counted: Int? = nil
  ) {
    self.level = level
    self.used = used
    self.unused = unused
    self.value = value
    self.counted = counted
  }
}

/// A rule that finds a level from demonstrations.
///
/// It sees distinct demonstrations only, already freed of what the shared conditions set aside, in
/// order of time; it must not look at anything else, and equal input gives equal output.
protocol EvidenceRule: Sendable {
  /// What the rule's file says about it.
  static var documentation: RuleDocumentation { get }
  /// Whether attainment may fall by later evidence unless the policy says otherwise.
  ///
  /// Only for rules that make no sense otherwise.
  static var mayFall: Bool { get }
  /// Whether a further demonstration of an earlier day can lower what the rule says.
  var fallsByOlderWork: Bool { get }

  /// Reads the rule's own options.
  init(reading options: inout RuleOptions)

  /// How many distinct demonstrations it takes to decide at all.
  var needed: Int { get }
  /// The rule in words, after "the level is".
  func statement(_ words: RuleWords) -> String
  /// The level that the demonstrations support.
  func verdict(on view: EvidenceView) -> EvidenceVerdict
}

extension EvidenceRule {
  static var mayFall: Bool { false }
  var fallsByOlderWork: Bool { Self.documentation.averages }
}
