import AttainmentEngine
public import TranscriptModel

extension ReadyDistrict {
  /// Whether the student may leave the present grade, with everything that is unmet.
  public func explainPromotion(of student: Student, asOf: CalendarDate) -> String {
    let resolution = resolve(student, asOf: asOf)
    let file = district.file(of: student.id)
    let grade = student.gradeLevel.number
    guard let gate = engine.promotion(of: resolution, file: file) else {
      return "The policy has no gate at the end of grade \(grade).\n"
    }
    return "Gate at the end of grade \(grade) [policy version \(resolution.policyVersion)]: "
      + words(gate, resolution)
  }

  /// Whether the student is ready for a course; `nil` when there is no such course.
  public func explainCourse(
    _ id: Identifier<CreditRule>, for student: Student, asOf: CalendarDate
  ) -> String? {
    guard let course = district.policy.creditRules.first(where: { $0.id == id }) else { return nil }
    let resolution = resolve(student, asOf: asOf)
    let explanation = Explanation(district: district, resolution: resolution)
    return "\(course.title) (\(course.id))\nGate before the course: "
      + words(engine.gate(before: course, resolution), resolution)
      + explanation.course(course)
  }

  /// How the student moves through each unit: every objective's state and what comes next.
  public func explainUnits(of student: Student, asOf: CalendarDate) -> String {
    let resolution = resolve(student, asOf: asOf)
    let units = engine.unitProgress(of: resolution, file: district.file(of: student.id))
    guard !units.isEmpty else { return "Nothing is on file in any unit.\n" }
    let complete = units.filter(\.isComplete).map(\.unit)
    let summary =
      complete.isEmpty ? "" : "Complete: \(complete.joined(separator: "; "))\n\n"
    return summary
      + (units.filter { !$0.isComplete } + units.filter(\.isComplete)).map { unit in
        let isWaiting = unit.steps.allSatisfy {
          $0.state == .attained || $0.state == .exceeded || !$0.gate.isOpen
        }
        let state =
          unit.isComplete
          ? "complete: the next unit is open"
          : isWaiting ? "not open yet: what comes first is not met" : "under way"
        let steps = unit.steps.map { step in
          let name = Explanation(district: district, resolution: resolution).name(step.objective)
          let waits =
            step.gate.isOpen ? "" : ", waits for \(codes(step.gate.unmetCompetencies))"
          return "  \(name): \(step.state.words)\(waits); next: \(step.state.next)"
        }
        return ([unit.unit + ", \(state)"] + steps).joined(separator: "\n") + "\n"
      }.joined(separator: "\n")
  }

  private func words(_ gate: GateDecision, _ resolution: StudentResolution) -> String {
    let explanation = Explanation(district: district, resolution: resolution)
    let lines =
      gate.unmetCompetencies.map { "  not met: \(explanation.standing($0))" }
      + gate.unmetRequirements.flatMap { explanation.requirement($0, indent: "  ", namesMet: true) }
      + gate.metCompetencies.map { "  met: \(explanation.standing($0))" }
      + gate.metRequirements.flatMap { explanation.requirement($0, indent: "  ", namesMet: true) }
    return ([state(of: gate)] + lines).joined(separator: "\n") + "\n"
  }

  private func state(of gate: GateDecision) -> String {
    if gate.isOpen {
      let asksNothing = gate.metCompetencies.isEmpty && gate.metRequirements.isEmpty
      return asksNothing ? "open: nothing comes first" : "open, met by"
    }
    let isComing =
      gate.unmetCompetencies.isEmpty
      && gate.unmetRequirements.allSatisfy { $0.status == .inProgress }
    guard isComing else { return "closed" }
    let isBegun = gate.unmetRequirements.allSatisfy { $0.planned == .zero }
    return "not open yet; what is missing is \(isBegun ? "under way" : "under way or planned")"
  }

  private func codes(_ ids: [Identifier<Competency>]) -> String {
    ids.map(\.code).joined(separator: ", ")
  }
}
