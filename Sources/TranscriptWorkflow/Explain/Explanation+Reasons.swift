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
    case .enteredLater(let today, let value):
      "it was entered after the result had been reached, which stands (high-water mark)"
        + given(today, value)
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
    case .work(let work): return words(work)
    case .competency(let id, let level): return name(id) + at(level)
    case .anyOf(let count, let ids, let level):
      return "any \(count) of these\(at(level)): \(ids.map(name).joined(separator: ", "))"
    case .condition(let words): return words
    case .nothing(let reason): return "nothing can: \(reason)"
    }
  }

  private func words(_ work: FurtherWork) -> String {
    let kind = work.mayBeFormative ? "" : "summative "
    var text = EnglishText.count(
      work.count, "more distinct \(kind)demonstration", "more distinct \(kind)demonstrations")
    text += at(work.level)
    if let area = work.area { text += ", in \(district.framework.area(area)?.title ?? area.code)" }
    if !work.including.isEmpty {
      let kinds = work.including.map { $0.title.lowercased() }.joined(separator: " or ")
      text += work.count == 1 ? ", by \(kinds)" : ", one of them by \(kinds)"
    }
    if work.newKinds > 0 {
      let those = work.count == 1 ? "" : "\(work.newKinds) of them "
      text += ", \(those)of a kind of work not shown yet"
    }
    if work.isApart { text += ", other work than that for the competencies named here" }
    return text
  }

  /// ` at 3 Proficient or above`; nothing where any level would do.
  private func at(_ level: LevelIndex) -> String {
    level == 0 ? " at any level" : " at \(EnglishText.level(level, scale)) or above"
  }

  /// What a person should look at.
  func words(_ flag: ReviewFlag) -> String {
    switch flag {
    case .laterContradiction(let id): "record \(id) is later and lower; the result stands"
    case .lateEntry(let id):
      "record \(id) was shown earlier and entered later, and the rule alone would now give less; "
        + "the result stands"
    case .note(let words): words
    }
  }
}
