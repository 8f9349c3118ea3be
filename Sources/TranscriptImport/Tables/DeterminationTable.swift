import Diagnostics
import TranscriptModel

/// Columns of `determinations.csv`.
enum DeterminationColumn: Int, TableColumn {
  case id, student, competency, contentArea, level, decidedOn, decidedBy, role, reason
  case act

  var rule: ColumnRule {
    switch self {
    case .id: .required("determination_id")
    case .student: .required("student_id")
    case .competency: .required("competency")
    case .contentArea: .optional("content_area")
    case .level: .optional("level")
    case .decidedOn: .required("decided_on")
    case .decidedBy: .required("decided_by")
    case .role: .required("role")
    case .reason: .required("reason", prose: true)
    case .act: .optional("act")
    }
  }
}

/// `determinations.csv`: decisions of a teacher or panel.
struct DeterminationTable {
  let references: References

  func parse(_ row: inout TableRow<DeterminationColumn>) -> ProfessionalDetermination? {
    let student = row.reference(.student, in: references.students)
    let competency = row.reference(.competency, in: references.competencies)
    let area = row.reference(.contentArea, in: references.areas)
    let level = row.level(.level, of: references.scale)
    let act = row.word(.act, ProfessionalDetermination.Act.self) ?? .meets
    if act == .lowers, row.isEmpty(.level) {
      row.report(
        .missingCell, .level, "the decision lowers a result and does not say to which level",
        hint: "write the level, or leave act empty")
    }
    if act == .meets, let level, let scale = references.scale, level < scale.bar {
      row.report(
        .decisionBelowBar, .level,
        "the decision says that \(competency?.code ?? "it") is met, at \(scale.level(level).label), which is "
          + "below the bar",
        hint: "correct the level, leave it empty, or write lowers under act")
    }
    let decided = row.date(.decidedOn)
    row.checkPast(.decidedOn, decided, today: references.today)
    guard let id = row.identifier(.id, of: ProfessionalDetermination.self), let student,
      let competency, let decided, let by = row.text(.decidedBy), let role = row.text(.role),
      let reason = row.text(.reason)
    else { return nil }
    return ProfessionalDetermination(
      id: id, student: student, competency: competency, area: area, act: act, level: level,
      decidedOn: decided, decidedBy: by, role: role, reason: reason, location: row.location)
  }
}
