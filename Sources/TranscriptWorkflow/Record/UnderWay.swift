import AttainmentEngine
import TranscriptModel

/// Which competencies a course that is under way will bring evidence of, and which were to come from
/// a course whose last day is past and whose result is not in.
struct UnderWay: Sendable {
  private var ids: Set<Identifier<Competency>> = []
  private var awaited: Set<Identifier<Competency>> = []

  /// Collects the members of every course under way, with the competencies above them.
  init(resolution: StudentResolution, framework: CompetencyFramework) {
    for credit in resolution.credits {
      guard let enrollment = credit.enrollment, enrollment.status == .enrolled else { continue }
      let isAwaited = enrollment.isAwaited(on: resolution.asOf)
      for member in credit.rule.requires.members {
        let found = [member] + (framework.competency(member)?.parents ?? [])
        if isAwaited { awaited.formUnion(found) } else { ids.formUnion(found) }
      }
    }
  }

  /// Whether a course under way brings evidence of `competency`.
  func contains(_ competency: Identifier<Competency>) -> Bool { ids.contains(competency) }

  /// Whether no course under way does, but the result of an ended one is still to come.
  func awaits(_ competency: Identifier<Competency>) -> Bool {
    awaited.contains(competency) && !ids.contains(competency)
  }
}
