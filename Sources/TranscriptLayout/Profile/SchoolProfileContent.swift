public import TranscriptModel

/// All that a school profile says: the district's own words, and figures from its records.
public struct SchoolProfileContent: Sendable, Hashable {
  /// The records of one class; letterhead, scale, rules and plan are those of the first.
  public let records: [TranscriptRecord]
  /// The class that the figures are about.
  public let classOf: Int
  /// The school year of the profile.
  public let schoolYear: SchoolYear
  /// The day printed as the day of issue.
  public let issuedOn: CalendarDate
  /// What the district says about itself.
  public let answers: SchoolProfileAnswers

  /// Creates the content; `nil` without a record, because there is then no letterhead.
  public init?(
    records: [TranscriptRecord], classOf: Int, schoolYear: SchoolYear, issuedOn: CalendarDate,
    answers: SchoolProfileAnswers
  ) {
    guard !records.isEmpty else { return nil }
    self.records = records
    self.classOf = classOf
    self.schoolYear = schoolYear
    self.issuedOn = issuedOn
    self.answers = answers
  }

  /// The items of which the profile says nothing.
  ///
  /// How levels are decided, what a diploma takes and how grading works come from the policy.
  public var missingItems: [SchoolProfileItem] {
    let fromPolicy: Set<SchoolProfileItem> = [.grading, .requirements]
    return SchoolProfileItem.allCases.filter { item in
      if item == .destinations, !answers.destinations.isEmpty { return false }
      if item == .outcomes, !answers.figures.isEmpty { return false }
      return answers.texts[item] == nil && !fromPolicy.contains(item)
    }
  }
}
