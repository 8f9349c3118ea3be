import Diagnostics
import TranscriptModel

extension OneRosterSet {
  /// The students' enrollments; one that is to be deleted, or that ended before its term did, is a
  /// withdrawal from the course.
  var enrollments: [FlatRecord] {
    let isStudent = { (row: SourceRow) in row.text("role") == "student" }
    let found =
      all("enrollments").filter(isStudent).map { enrollment($0, isDeleted: false) }
      + deleted("enrollments").filter(isStudent).map { enrollment($0, isDeleted: true) }
    // Who changes from one class of a course to another has not left the course.
    let current = Set(found.filter { $0.values["status"] == "enrolled" }.map(Self.key))
    return found.filter { $0.values["status"] == "enrolled" || !current.contains(Self.key($0)) }
  }

  private static func key(_ record: FlatRecord) -> [String?] {
    ["student", "course", "schoolYear"].map { record.values[$0] }
  }

  private func enrollment(_ row: SourceRow, isDeleted: Bool) -> FlatRecord {
    let course = anyRow("classes", row.text("classSourcedId"))
    let term = course?.text("termSourcedIds")?.split(separator: ",").first
    let session = anyRow("academicSessions", term.map { String($0.trimmingSpaces) })
    let user = anyRow("users", row.text("userSourcedId"))
    let end = session?.text("schoolYear").flatMap(Int.init)
    let isClassDeleted = course.map { self.row("classes", $0.text("sourcedId")) == nil } ?? false
    let isWithdrawal = isDeleted || isClassDeleted
    var found = record(
      row,
      [
        "student": user?.text("identifier") ?? row.text("userSourcedId"),
        "student name": Self.name(of: user),
        "course": anyRow("courses", course?.text("courseSourcedId"))?.text("courseCode"),
        "schoolYear": end.map { "\($0 - 1)-\($0)" }, "grade": Self.grade(user?.text("grades")),
        "status": isWithdrawal || Self.hasLeft(row, session) ? "withdrawn" : "enrolled",
      ], withdrawing: isWithdrawal)
    found.fault = unknownUser(row, "userSourcedId")
    found.cells = ["student": (row, "userSourcedId"), "course": (row, "classSourcedId")]
    if let user { found.cells["student name"] = (user, "familyName") }
    return found
  }

  /// Whether the enrollment ended before the last day of its term.
  ///
  /// OneRoster 1.2, enrollments.csv: `endDate` is the first day on which the enrollment is no more
  /// active, so that one on the term's own last day or later is a term that was finished.
  private static func hasLeft(_ enrollment: SourceRow, _ session: SourceRow?) -> Bool {
    guard let left = enrollment.text("endDate").flatMap({ CalendarDate(iso: $0.prefix(10)) }),
      let last = session?.text("endDate").flatMap({ CalendarDate(iso: $0.prefix(10)) })
    else { return false }
    return left < last
  }
}
