public import TranscriptModel

/// Who needs what in one competency: a teacher's view of a class on some day.
public struct CompetencyNeeds: Hashable, Sendable {
  /// One student.
  public struct Entry: Hashable, Sendable {
    /// Who.
    public let student: Identifier<Student>
    /// Where the student stands.
    public let status: AttainmentStatus
    /// At which level.
    public let level: LevelIndex?
    /// What would be enough; empty for those who are ready to go on.
    public let wouldSuffice: [SufficientStep]
    /// Whether the latest evidence lies below the bar although the competency is attained.
    public let hasContradiction: Bool
    /// The last formative work or pre-assessment; `nil` for none.
    public let practice: EvidenceRecord?
  }

  /// Which competency.
  public let competency: Identifier<Competency>
  /// Below the bar: support is needed.
  public let support: [Entry]
  /// Some evidence, or missed work: another demonstration is needed.
  public let evidence: [Entry]
  /// At the bar: ready to go on.
  public let ready: [Entry]
  /// Above the bar: ready for extension or acceleration.
  public let extend: [Entry]
  /// Nothing shown yet.
  public let open: [Entry]
}

extension AttainmentEngine {
  /// Who needs support, who must show more, who is ready to go on, for each competency in order.
  public func needs(
    _ resolutions: [StudentResolution], in competencies: [Identifier<Competency>]
  ) -> [CompetencyNeeds] {
    competencies.map { id in
      let entries = resolutions.compactMap { resolution in
        resolution.result(of: id).map { entry(resolution.student.id, $0.overall) }
      }.sorted { $0.student < $1.student }
      return needs(id, entries)
    }
  }

  private func entry(
    _ student: Identifier<Student>, _ attainment: Attainment
  ) -> CompetencyNeeds.Entry {
    CompetencyNeeds.Entry(
      student: student, status: attainment.status, level: attainment.level,
      wouldSuffice: attainment.decision.wouldSuffice,
      hasContradiction: attainment.decision.flags.contains {
        if case .laterContradiction = $0 { return true }
        return false
      },
      practice: attainment.decision.setAside.last {
        $0.reason == .purpose(.formative) || $0.reason == .purpose(.preAssessment)
      }?.evidence)
  }

  private func needs(
    _ id: Identifier<Competency>, _ entries: [CompetencyNeeds.Entry]
  ) -> CompetencyNeeds {
    func with(_ statuses: AttainmentStatus...) -> [CompetencyNeeds.Entry] {
      entries.filter { statuses.contains($0.status) }
    }
    let met = entries.filter(\.status.satisfies)
    let bar = policy.scale.bar
    return CompetencyNeeds(
      competency: id, support: with(.notYet),
      evidence: with(.insufficientEvidence, .missed, .excused),
      ready: met.filter { ($0.level ?? bar) <= bar },
      extend: met.filter { ($0.level ?? bar) > bar },
      open: with(.notAssessed, .inProgress, .withdrawn))
  }
}
