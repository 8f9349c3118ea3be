import TranscriptModel

extension RecordCourse {
  /// Whether the course was left after a part of its credit had posted.
  var isPartLeft: Bool { status == .partial && markStatus == .withdrawn }
}
