import TranscriptModel

extension Explanation {
  /// Why a piece of evidence was not counted, in words that follow "because".
  func words(_ reason: SetAsideReason) -> String {
    switch reason {
    case .purpose(.formative): "it is formative: practice does not decide"
    case .purpose(.preAssessment): "it is a pre-assessment: it shows where learning began"
    case .purpose(.summative): "the rule does not count summative evidence"
    case .replaced(let id): "record \(id) corrects it"
    case .notRated(let status): "it was \(status.rawValue): there is nothing to count"
    case .sameDemonstration(let id): "record \(id) rates the same demonstration, and counts"
    case .notNeeded: "what counts is at least as high, and the rule needs no more"
    case .superseded: "the rule counts later evidence"
    case .earlierResultStands(let today, let value):
      "an earlier result stands (high-water mark)" + given(today, value)
    case .otherArea(let area):
      "it was shown in \(district.framework.area(area)?.title ?? area.code)"
    case .afterAsOf: "it was shown after \(EnglishText.day(resolution.asOf))"
    case .beforeLowering(let id): "it was shown before decision \(id) lowered the result"
    case .outsideWindow: "it lies outside the rule's window of time"
    case .excluded(let words): words
    }
  }

  /// What the rule gives today, where an earlier result stands.
  private func given(_ level: LevelIndex?, _ value: Rational?) -> String {
    guard let level else { return "" }
    let number = value.map { ", from the value \($0.exactText)" } ?? ""
    return "; today the rule alone gives \(EnglishText.level(level, scale))\(number)"
  }

  /// A step that would be enough.
  func words(_ step: SufficientStep) -> String {
    switch step {
    case .demonstrations(let count, let level):
      let pieces = EnglishText.count(
        count, "more distinct summative demonstration", "more distinct summative demonstrations")
      return "\(pieces) at \(EnglishText.level(level, scale)) or above"
    case .competency(let id, let level):
      return "\(name(id)) at \(EnglishText.level(level, scale)) or above"
    case .anyOf(let count, let ids):
      return "\(count) of: \(ids.map(name).joined(separator: ", "))"
    case .condition(let words): return words
    }
  }

  /// What a person should look at.
  func words(_ flag: ReviewFlag) -> String {
    switch flag {
    case .laterContradiction(let id): "record \(id) is later and lower; the result stands"
    case .note(let words): words
    }
  }
}
