public import TranscriptModel

/// The outcome for one competency of one student, small enough for millions.
public struct PackedAttainment: Hashable, Sendable {
  /// Where the student stands.
  public var status: AttainmentStatus
  /// The level; -1 where none follows.
  public var level: Int8
  /// Pieces that count.
  public var counted: UInt16
  /// Days since 1 January 1970 of the day on which the bar was met; `Int32.min` when it is not.
  public var metOn: Int32

  /// Nothing on file.
  public static let nothing = PackedAttainment(
    status: .notAssessed, level: -1, counted: 0, metOn: .min)

  /// The day on which the bar was met.
  public var metDate: CalendarDate? {
    metOn == .min ? nil : CalendarDate(dayNumber: metOn)
  }
}
