extension RecordCourse {
  /// Whether a part of its credit has posted and the course goes on.
  public var isPartUnderWay: Bool { status == .partial && markStatus == .inProgress }

  /// Whether a part of its credit has posted and the course has ended, or was left.
  public var hasEndedInPart: Bool { status == .partial && markStatus != .inProgress }
}
