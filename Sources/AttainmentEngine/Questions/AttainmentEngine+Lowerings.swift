public import Diagnostics
public import TranscriptModel

extension AttainmentEngine {
  /// Decisions of a student's file that lower a result to a level that is not lower: the result on
  /// the day of the decision is asked for.
  public func loweringsWithoutEffect(of student: Student, file: StudentFile) -> [Diagnostic] {
    file.determinations.filter { $0.act == .lowers }.compactMap { act in
      let result = resolve(student: student, file: file, asOf: act.decidedOn)
        .result(of: act.competency)
      let found = act.area.map { area in result?.attainment(in: area) } ?? result?.overall
      let lowering = found?.decision.lowering
      // Of several on one day the lowest counts; it is the one that is looked at.
      if let lowering, lowering.decision.id != act.id { return nil }
      guard let lowering else { return problem(act, Self.nothingToLower(found?.status)) }
      guard let given = act.level, lowering.from <= given else { return nil }
      return problem(act, "the result is \(policy.scale.level(lowering.from).label)")
    }
  }

  private static func nothingToLower(_ status: AttainmentStatus?) -> String {
    switch status {
    case .transferred: "it is met by work elsewhere, which a decision does not lower"
    case .waived: "it is waived, and a waiver is not lowered"
    default: "there is no result to lower"
    }
  }

  private func problem(_ act: ProfessionalDetermination, _ stands: String) -> Diagnostic {
    let level = act.level.map { policy.scale.level($0).label } ?? ""
    return Diagnostic(
      AttainmentDiagnostic.loweringWithoutEffect, at: act.location,
      "the decision \"\(act.id)\" lowers \(act.competency) to \(level), and on \(act.decidedOn) \(stands)",
      hint: "correct the level, the day or the competency, or remove the row")
  }
}
