import TranscriptModel

/// Which competencies a course that is under way will bring evidence of.
struct UnderWay: Sendable {
  private let ids: Set<Identifier<Competency>>

  /// Collects the members of every course under way, with the competencies above them.
  init(resolution: StudentResolution, framework: CompetencyFramework) {
    var found: Set<Identifier<Competency>> = []
    for credit in resolution.credits where credit.enrollment?.status == .enrolled {
      for member in credit.rule.requires.members {
        found.insert(member)
        found.formUnion(framework.competency(member)?.parents ?? [])
      }
    }
    ids = found
  }

  /// Whether a course under way brings evidence of `competency`.
  func contains(_ competency: Identifier<Competency>) -> Bool { ids.contains(competency) }
}
