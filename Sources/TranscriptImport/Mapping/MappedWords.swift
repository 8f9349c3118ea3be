import Diagnostics
import TranscriptModel

/// What a cell of one of our columns may hold, for what a mapping itself puts there: a mistake in the
/// mapping is found there, and not at every row.
struct MappedWords {
  let target: String
  let problems: YAMLProblems
  /// The district's scale; without one levels are not looked at.
  let scale: PerformanceScale?

  /// Reports a text that the column cannot hold; an empty one empties the cell.
  func check(_ text: String, _ node: PolicyNode) {
    guard !text.isEmpty else { return }
    if target == "level" { return checkLevel(text, node) }
    guard let words = Self.words[target], !words.contains(text) else { return }
    problems.report(
      .unknownWord, at: node.location, "\"\(text)\" is not a word that \(target) may hold",
      marking: text,
      hint: NearestName.find(text, in: words).map { "write \($0)" }
        ?? "write one of \(words.joined(separator: ", "))")
  }

  private func checkLevel(_ text: String, _ node: PolicyNode) {
    guard let scale, scale.index(written: text) == nil else { return }
    problems.report(
      .unknownLevel, at: node.location, "the level \"\(text)\" is not in the scale",
      marking: text,
      hint: "write one of \(scale.levels.map(\.code).joined(separator: ", "))")
  }

  private static let words: [String: [String]] = [
    "assessment_type": AssessmentType.allCases.map(\.rawValue),
    "purpose": AssessmentPurpose.allCases.map(\.rawValue),
    "pathway": Pathway.allCases.map(\.rawValue),
    "tier": CompetencyTier.allCases.map(\.rawValue),
  ]
}
