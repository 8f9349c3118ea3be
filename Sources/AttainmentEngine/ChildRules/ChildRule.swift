import TranscriptModel

/// How one child stands on some day, as a rule over children sees it.
struct ChildStanding: Hashable, Sendable {
  /// Which.
  let competency: Identifier<Competency>
  /// Its level; `nil` for a child without one, and for one that was met below the bar by decision.
  let level: LevelIndex?
  /// Whether it is met, by evidence or otherwise.
  let isMet: Bool
}

extension ChildStanding {
  /// Whether it is at `level` or above; without any level it counts as met at the bar.
  func reaches(_ level: LevelIndex, bar: LevelIndex) -> Bool {
    self.level.map { $0 >= level } ?? (isMet && level <= bar)
  }
}

/// The children on some day.
///
/// A child met without a level (transferred, waived, met by decision) counts as met at the bar: it
/// reaches the bar and every level below it, and no level above. Above the bar, and in a mean, it is
/// left out: what is no number is not counted as one.
struct ChildView {
  let children: [ChildStanding]
  let scale: PerformanceScale
  /// The levels of those that have one, highest first; a rule asks for them several times.
  let levels: [LevelIndex]

  init(children: [ChildStanding], scale: PerformanceScale) {
    self.children = children
    self.scale = scale
    levels = children.compactMap(\.level).sorted(by: >)
  }

  /// How many are met without a level.
  private var metWithoutLevel: Int { children.count { $0.isMet && $0.level == nil } }
  /// How many have neither.
  var missing: Int { children.count { !$0.isMet && $0.level == nil } }
  /// How many are met.
  var met: Int { children.count { $0.isMet } }

  /// How many reach a level.
  func reaching(_ level: LevelIndex) -> Int { children.count { $0.reaches(level, bar: scale.bar) } }

  /// How many are looked at for a level: above the bar, those that have a level or lack one.
  func considered(for level: LevelIndex) -> Int {
    level > scale.bar ? children.count - metWithoutLevel : children.count
  }

  /// The highest level that a child has shown and of which `holds` is true; `nil` where the bar
  /// itself holds only by children without a level, for none of these is a level.
  func level(where holds: (LevelIndex) -> Bool) -> LevelIndex? {
    let shown = levels.first
    let level = scale.levels.indices.last { level in
      shown.map { $0 >= level } ?? false && holds(level)
    }
    guard let level, level >= scale.bar || !holds(scale.bar) else { return nil }
    return level
  }
}

/// What a rule says about the children on some day.
struct ChildVerdict: Hashable, Sendable {
  /// The level; `nil` where none follows.
  var level: LevelIndex?
  /// Whether the rule is met.
  var isMet: Bool
  /// What counts, against `needed`.
  var counted: Int
  var needed: Int
  /// The value that a rule that computes compared.
  var value: Rational?
  /// The points brought, for a rule that asks for points.
  var points: AttainmentDecision.Points?
}

/// A rule that finds a level from the children of a competency, or from the competencies of a course.
protocol ChildRule: Sendable {
  /// What the rule's file says about it.
  static var documentation: RuleDocumentation { get }
  /// Reads the rule's own options.
  init(reading options: inout RuleOptions)
  /// The rule in words.
  func statement(_ words: RuleWords) -> String
  /// What the children amount to.
  func verdict(on view: ChildView) -> ChildVerdict
  /// Competencies that its own options name.
  var named: Set<Identifier<Competency>> { get }
  /// Why it is not met although every child is at the highest level, in words.
  func obstacle(in view: ChildView) -> String
  /// What to write instead then.
  func remedy(in view: ChildView) -> String
  /// Whether children that are not core are left out unless the policy says otherwise.
  static var coreOnly: Bool { get }
}

extension ChildRule {
  var named: Set<Identifier<Competency>> { [] }
  func obstacle(in view: ChildView) -> String {
    "not even every child at the highest level meets it"
  }
  func remedy(in view: ChildView) -> String { "ask for no more than there is" }
  static var coreOnly: Bool { true }
}
