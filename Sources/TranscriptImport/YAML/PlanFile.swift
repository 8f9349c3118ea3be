import Diagnostics
import TranscriptModel

/// The `plans` of `policy.yaml`, read once what they name is known.
struct PlanFile {
  let problems: YAMLProblems
  let references: References

  func plans(_ nodes: [PolicyNode]) -> [GraduationPlan] {
    var plans: [GraduationPlan] = []
    for node in nodes {
      guard let plan = plan(node) else { continue }
      if plans.contains(where: { $0.id == plan.id }) {
        problems.report(
          .duplicateCode, at: plan.location, "the plan \"\(plan.id)\" is there twice",
          hint: "give each plan an id of its own")
        continue
      }
      checkOverlap(plan, plans)
      plans.append(plan)
    }
    return plans
  }

  private func checkOverlap(_ plan: GraduationPlan, _ others: [GraduationPlan]) {
    for other in others
    where plan.firstClass <= other.lastClass ?? .max && other.firstClass <= plan.lastClass ?? .max {
      problems.report(
        .overlappingPlans, at: plan.location,
        "the plans \"\(other.id)\" and \"\(plan.id)\" hold for the same class",
        hint: "change classes so that each class has one plan",
        related: [.init("the other plan", at: other.location)])
    }
  }

  private func plan(_ node: PolicyNode) -> GraduationPlan? {
    guard var map = YAMLMapping(node, name: "the plan", problems) else { return nil }
    let id = map.requiredText("id")
    let title = map.requiredText("title")
    let authority = map.text("authority")
    let classes = map.requiredMapping("classes").flatMap { self.classes($0) }
    let credits = map.requiredNumber("credits")
    let list = map.required("requirements").map { map.items(of: $0, "requirements") } ?? []
    map.finish()
    let reader = RequirementFile(problems: problems, references: references)
    let requirements = list.compactMap { reader.requirement($0) }
    checkUnique(requirements)
    guard let id, let title, let classes, let credits else { return nil }
    return GraduationPlan(
      id: Identifier(id), title: title, authority: authority, firstClass: classes.first,
      lastClass: classes.last, credits: credits, requirements: requirements, location: node.location
    )
  }

  private func classes(_ map: YAMLMapping) -> (first: Int, last: Int?)? {
    var map = map
    let from = map.required("from") == nil ? nil : map.whole("from", in: 1950...2150)
    let through = map.whole("through", in: 1950...2150)
    map.finish()
    guard let from else { return nil }
    if let through, through < from {
      problems.report(
        .rangeBackwards, at: map.location, "classes end before they begin",
        hint: "write the earlier year under from")
      return nil
    }
    return (from, through)
  }

  private func checkUnique(_ requirements: [GraduationRequirement]) {
    var first: [Identifier<GraduationRequirement>: SourceLocation] = [:]
    for requirement in requirements.flatMap(\.withParts) {
      guard let earlier = first[requirement.id] else {
        first[requirement.id] = requirement.location
        continue
      }
      problems.report(
        .duplicateCode, at: requirement.location,
        "the requirement \"\(requirement.id)\" is there twice in its plan",
        hint: "give each an id of its own; waivers name it",
        related: [.init("first used here", at: earlier)])
    }
  }
}
