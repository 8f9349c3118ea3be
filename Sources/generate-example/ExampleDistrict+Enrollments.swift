import TranscriptModel

extension ExampleDistrict {
  /// `enrollments.csv`.
  func enrollments() -> String {
    var text = CSVText.line([
      "student_id", "course", "school_year", "grade_level", "status", "expected_on",
    ])
    for script in Roster.all {
      for placement in script.placements {
        let year = script.firstYear + placement.grade - 9
        text += line(script, placement, year: year)
      }
      for course in script.retaken {
        let placement = StudentScript.Placement(course: course, grade: 12, term: .first)
        text += line(script, placement, year: 2026)
      }
    }
    return text
  }

  private func line(
    _ script: StudentScript, _ placement: StudentScript.Placement, year: Int
  ) -> String {
    guard let calendar = SchoolCalendar(year: year) else { return "" }
    let end = calendar.span(of: placement.term, grade: placement.grade).through
    let status = status(script, placement, until: end)
    let isOpen = status == "enrolled" || status == "planned"
    return CSVText.line([
      script.id, placement.course, Self.name(ofYear: year), String(placement.grade), status,
      isOpen ? expected(placement, calendar) : "",
    ])
  }

  private func status(
    _ script: StudentScript, _ placement: StudentScript.Placement, until end: CalendarDate
  ) -> String {
    if end <= lastDay(of: script) { return "completed" }
    if script.left != nil { return "withdrawn" }
    return placement.term == .second ? "planned" : "enrolled"
  }

  /// The last day of the semester or of the school year.
  private func expected(
    _ placement: StudentScript.Placement, _ calendar: SchoolCalendar
  ) -> String {
    let isFirst = placement.term == .first
    return calendar.opens.adding(days: isFirst ? 143 : 283).isoText
  }
}
