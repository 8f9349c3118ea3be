import TranscriptModel

/// Turns a computed value into a level: rounded once, then compared with each level's cut.
struct ComputedLevel: Sendable {
  /// Decimals to which the value is rounded, half away from zero; `nil` compares it exactly.
  let places: Int?
  /// The lowest value of each level.
  let cuts: [Rational]

  static let documentation: [RuleDocumentation.Option] = [
    .init(
      "places", "0 to 6", standard: "exact",
      "decimals to which the value is rounded, once, before it is compared and printed"),
    .init(
      "cuts", "a number for each level", standard: "the levels' own numbers",
      "the lowest value of each level, such as { DV: 1.5, PR: 2.5, EX: 3.5 }"),
  ]

  init(reading options: inout RuleOptions, places standard: Int? = nil) {
    places =
      options.specification.options["places"] == nil
      ? standard : options.count("places", in: 0...6, standard: standard ?? 2)
    _ = options.node("places")
    cuts = Self.cuts(&options)
  }

  private static func cuts(_ options: inout RuleOptions) -> [Rational] {
    let standard = options.scale.levels.map(\.number)
    guard let node = options.node("cuts") else { return standard }
    var cuts = standard
    for member in node.members ?? [] {
      guard let level = options.scale.index(written: member.key),
        let number = member.value.text.flatMap({ Rational(text: $0) })
      else {
        options.report(member.value, "cuts", "a number under a level of the scale")
        continue
      }
      cuts[level] = number
    }
    if node.members == nil || zip(cuts, cuts.dropFirst()).contains(where: { $0 >= $1 }) {
      options.report(node, "cuts", "numbers that rise from level to level")
    }
    return cuts
  }

  init(places: Int?, cuts: [Rational]) {
    self.places = places
    self.cuts = cuts
  }

  /// The value as compared and printed, and its level; below every cut it is the lowest level.
  func level(of exact: Rational) -> (level: LevelIndex, value: Rational) {
    let value = places.map { exact.rounded(places: $0) } ?? exact
    return (cuts.lastIndex { $0 <= value } ?? 0, value)
  }

  /// `, rounded to 2 decimals`.
  var statement: String {
    places.map { ", rounded to \($0) decimal\($0 == 1 ? "" : "s")" } ?? ""
  }
}

extension EvidenceView {
  /// The pieces in the order in which an average takes them: by day, of one day the higher later.
  var ordered: [EvidencePiece] {
    pieces.sorted { ($0.day, score($0), $0.index) < ($1.day, score($1), $1.index) }
  }

  /// The last `count` pieces; all of them for 0.
  func last(_ count: Int) -> [EvidencePiece] {
    count == 0 ? ordered : Array(ordered.suffix(count))
  }
}

extension Collection where Element == Rational {
  /// The exact mean; zero for nothing.
  var mean: Rational { reduce(.zero, +).divided(by: Rational(count)) ?? .zero }
}
