import Diagnostics
import TranscriptModel

/// Columns of `experiences.csv`.
enum ExperienceColumn: Int, TableColumn {
  case student, pathway, title, organization, description, hours, startedOn, endedOn

  var rule: ColumnRule {
    switch self {
    case .student: .required("student_id")
    case .pathway: .required("pathway")
    case .title: .required("title")
    case .organization: .optional("organization")
    case .description: .optional("description", prose: true)
    case .hours: .optional("hours")
    case .startedOn: .optional("started_on")
    case .endedOn: .optional("ended_on")
    }
  }
}

/// `experiences.csv`: pathways and notable work.
struct ExperienceTable {
  let references: References

  func parse(_ row: inout TableRow<ExperienceColumn>) -> Experience? {
    let student = row.reference(.student, in: references.students)
    let kind = row.word(.pathway, Experience.Kind.self)
    let hours = row.notNegative(.hours)
    let started = row.date(.startedOn)
    let ended = row.date(.endedOn)
    if let started, let ended, ended < started {
      row.report(
        .impossibleDate, .endedOn, "ended_on is before started_on",
        hint: "correct one of the two days")
    }
    guard let student, let kind, let title = row.text(.title) else { return nil }
    return Experience(
      student: student, kind: kind, title: title, organization: row.text(.organization),
      description: row.text(.description), hours: hours, startedOn: started, endedOn: ended,
      location: row.location)
  }
}
