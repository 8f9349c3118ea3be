import Diagnostics

/// Reports whose numbers a vendor has computed from others.
///
/// A decayed or averaged number is not evidence (DOMAIN.md, A3): which demonstrations lie behind it,
/// and when, can no longer be known.
enum VendorRollup {
  static func refusal(of file: InputFile) -> Diagnostic? {
    var reader = CSVReader(Array(file.bytes.prefix(1 << 16)))
    var row = CSVRow()
    guard reader.next(&row) else { return nil }
    let names = row.fields.map { SourceHeader.fold(file.text($0.start..<$0.end)) }
    if names.contains("student competency id"), names.contains("performance level") {
      return Diagnostic(
        .vendorRollup, at: SourceLocation(file: file.path, line: 1),
        "this is Slate's Competency Progress: its performance levels are averages",
        hint: "export \"Ratings\" instead: one row for each demonstration")
    }
    if isGradebook(names) {
      return Diagnostic(
        .vendorRollup, at: SourceLocation(file: file.path, line: 1),
        "this is the gradebook of Canvas: its current and final scores are computed from others",
        hint: "export the report \"Outcome Results\" instead (Account, Settings, Reports)")
    }
    guard isLearningMastery(names) else { return nil }
    return Diagnostic(
      .vendorRollup, at: SourceLocation(file: file.path, line: 1),
      "this is the Learning Mastery gradebook of Canvas: its numbers are computed from others",
      hint: "export the report \"Outcome Results\" instead (Account, Settings, Reports)")
  }

  /// `Student, ID, SIS User ID, SIS Login ID, Section`, then assignments, then scores.
  private static func isGradebook(_ names: [String]) -> Bool {
    let computed = ["current score", "final score", "current grade", "final grade"]
    return names.first == "student" && names.contains("id") && names.contains("section")
      && names.contains { name in computed.contains(where: name.hasSuffix) }
  }

  /// `Student name, Student ID, Student SIS ID`, then pairs ` result` and ` mastery points`.
  private static func isLearningMastery(_ names: [String]) -> Bool {
    names.count >= 5 && names[0] == "student name" && names[1] == "student id"
      && names.contains { $0.hasSuffix(" mastery points") }
      && names.contains { $0.hasSuffix(" result") }
  }
}
