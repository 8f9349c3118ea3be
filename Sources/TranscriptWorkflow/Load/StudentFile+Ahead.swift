import Diagnostics
import TranscriptImport
import TranscriptModel

extension StudentFile {
  /// Awards and experiences of days after `day`: no document of that day states them.
  func stillToCome(on day: CalendarDate) -> [Diagnostic] {
    func problem(_ title: String, _ verb: String, _ other: CalendarDate, _ place: SourceLocation)
      -> Diagnostic
    {
      Diagnostic(
        .evidenceAfterAsOf, at: place,
        "\(title) \(verb) on \(other.isoText), after \(day.isoText): documents of that day do not "
          + "state it",
        hint: "ask about a later day with --as-of, or correct the day")
    }
    let awards = notations.filter { $0.awardedOn > day }.map {
      problem($0.title, "is awarded", $0.awardedOn, $0.location)
    }
    let begun = experiences.compactMap { experience -> Diagnostic? in
      guard let start = experience.startedOn ?? experience.endedOn, start > day else { return nil }
      return problem(
        experience.title, experience.startedOn == nil ? "ends" : "begins", start,
        experience.location)
    }
    return awards + begun
  }
}
