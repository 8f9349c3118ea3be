import Diagnostics
import TranscriptModel

/// Decisions of one day of which one lowers a result and another says that it is met.
struct OpposedDecisions {
  private struct Subject: Hashable {
    let student: Identifier<Student>
    let competency: Identifier<Competency>
    let decidedOn: CalendarDate
  }

  /// Warns of each decision "met" beside which a lowering of the same day holds.
  static func report(_ rows: [Parsed<ProfessionalDetermination>], _ findings: inout Findings) {
    let lowering = Dictionary(
      grouping: rows.filter { $0.record.act == .lowers }, by: { subject($0.record) })
    for row in rows where row.record.act == .meets {
      let decision = row.record
      let other = lowering[subject(decision)]?.first {
        $0.record.area == decision.area || $0.record.area == nil || decision.area == nil
      }
      guard let other else { continue }
      findings.add(
        row.row.problem(
          .opposedDecisions, DeterminationColumn.act,
          "the decision \"\(decision.id)\" says that \(decision.competency) is met, and "
            + "\"\(other.record.id)\" lowers it on the same day; it stays lowered",
          hint: "correct the day of the one that came last, or remove the other",
          related: [.init("the other", at: other.row.location)]))
    }
  }

  private static func subject(_ decision: ProfessionalDetermination) -> Subject {
    Subject(
      student: decision.student, competency: decision.competency, decidedOn: decision.decidedOn)
  }
}
