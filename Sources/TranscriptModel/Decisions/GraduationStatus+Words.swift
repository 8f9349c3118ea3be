extension GraduationStatus {
  /// A stable word for files that software reads.
  public var word: String {
    switch self {
    case .graduated: "graduated"
    case .requirementsMet: "requirements-met"
    case .onTrack: "on-track"
    case .notOnTrack: "not-on-track"
    case .yearsRemain: "years-remain"
    case .postedButUnmet: "posted-but-unmet"
    case .withdrawn: "withdrawn"
    }
  }

  /// The day that belongs to the status, where one does.
  public var date: CalendarDate? {
    switch self {
    case .graduated(let date), .postedButUnmet(let date), .withdrawn(let date): date
    case .requirementsMet, .onTrack, .notOnTrack, .yearsRemain: nil
    }
  }
}
