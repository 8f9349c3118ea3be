import Diagnostics
import TranscriptModel

/// Outcomes that cannot be given from rows without their content areas: of a competency of several
/// areas, one of which a decision lowers.
///
/// What is left of all areas together depends on the areas in which the work was shown.
struct AreaLowerings {
  /// For each student concerned, by position in the district, the competencies, by position in the
  /// framework.
  private(set) var competencies: [Int: Set<Int>] = [:]
  /// One for each such decision.
  private(set) var diagnostics: [Diagnostic] = []

  /// Looks for decisions until `day` about the competencies that are `answered` for.
  init(in district: District, among answered: [Int], on day: CalendarDate) {
    let answered = Set(answered)
    for (place, student) in district.students.enumerated() {
      let acts = district.files[student.id]?.determinations ?? []
      for act in acts where act.act == .lowers && act.area != nil && act.decidedOn <= day {
        guard let index = district.framework.index(of: act.competency), answered.contains(index),
          district.framework.competencies[index].areas.count > 1
        else { continue }
        competencies[place, default: []].insert(index)
        diagnostics.append(Self.problem(act))
      }
    }
  }

  private static func problem(_ act: ProfessionalDetermination) -> Diagnostic {
    Diagnostic(
      .outcomeNeedsAreas, at: act.location,
      "the decision \"\(act.id)\" lowers \(act.competency) in \(act.area?.code ?? "") alone: attain "
        + "reads no content areas, and leaves out the outcome of \(act.competency) for \(act.student)",
      hint: "ask with resolve")
  }
}

extension DiagnosticCode {
  static let outcomeNeedsAreas = DiagnosticCode(
    "outcome-needs-areas", .warning,
    summary: "An outcome is left out of a large table, because it depends on content areas.",
    remedy: """
      A decision lowers one content area of a competency of several. What is left of all areas \
      together depends on where the work was shown, which attain does not read. resolve and explain \
      answer for the student.
      """)
}
