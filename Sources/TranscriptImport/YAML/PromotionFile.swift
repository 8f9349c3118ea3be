import Diagnostics
import TranscriptModel

/// The `promotion` gates of `policy.yaml`, read once what they name is known.
struct PromotionFile {
  let problems: YAMLProblems
  let references: References

  func gates(_ nodes: [PolicyNode]) -> [PromotionGate] {
    var gates: [PromotionGate] = []
    for gate in nodes.compactMap({ gate($0) }) {
      if let other = gates.first(where: { $0.grade == gate.grade }) {
        problems.report(
          .duplicateCode, at: gate.plan.location,
          "there are two gates for grade \(gate.grade.number)", hint: "join the two",
          related: [.init("the other gate", at: other.plan.location)])
        continue
      }
      gates.append(gate)
    }
    return gates
  }

  private func gate(_ node: PolicyNode) -> PromotionGate? {
    guard var map = YAMLMapping(node, name: "the gate", problems) else { return nil }
    let number = map.required("grade") == nil ? nil : map.whole("grade", in: 0...12)
    let title = map.text("title")
    let credits = map.number("credits")
    let list = map.list("requirements") ?? []
    map.finish()
    let reader = RequirementFile(problems: problems, references: references)
    let requirements = list.compactMap { reader.requirement($0) }
    return number.flatMap { GradeLevel($0) }.map { grade in
      let plan = GraduationPlan(
        id: Identifier("grade-\(grade.number)"), title: title ?? "Grade \(grade.number)",
        firstClass: 1950, lastClass: nil, credits: credits ?? .zero, requirements: requirements,
        location: node.location)
      return PromotionGate(grade: grade, plan: plan)
    }
  }
}
