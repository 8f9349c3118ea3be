extension RecordCourse {
  /// Whether a part of its credit has posted and the course goes on.
  public var isPartUnderWay: Bool { status == .partial && markStatus == .inProgress }
}
