import Diagnostics
import TranscriptModel

/// Finds competencies that earn credit in two courses.
///
/// Of courses that ask for the very same competencies one has the credit; two that share some of them
/// both post for what is shared. So do two of which one asks for a competency and the other for what
/// that one is decided by, such as its objectives. A competency of several content areas that each
/// course asks for in an area of its own is meant so.
struct SharedCompetencies {
  let courses: [CreditRule]
  let framework: CompetencyFramework
  /// The rule of each competency, by position in the framework.
  let rules: [CompiledRule]

  /// Reports each pair once, at the later course.
  func check(_ diagnostics: inout DiagnosticList) {
    var earlier: [Identifier<Competency>: [Int]] = [:]
    for (place, course) in courses.enumerated() {
      let members = Set(course.requires.members)
      for other in Set(members.flatMap { earlier[$0] ?? [] }).sorted() {
        let shared = course.requires.members.filter {
          courses[other].requires.members.contains($0) && !isApart($0, course, courses[other])
        }
        guard !shared.isEmpty, members != Set(courses[other].requires.members) else { continue }
        diagnostics.add(problem(course, courses[other], shared))
      }
      for member in members { earlier[member, default: []].append(place) }
    }
    checkParts(&diagnostics)
  }

  /// Reports each pair of a course that asks for a competency and one that asks for a part of it, where
  /// the two do not share more.
  private func checkParts(_ diagnostics: inout DiagnosticList) {
    for whole in courses {
      let members = Set(whole.requires.members)
      let parts = Set(members.flatMap(parts)).subtracting(members)
      guard !parts.isEmpty else { continue }
      for course in courses where course.id != whole.id {
        let own = course.requires.members
        guard members.isDisjoint(with: own) else { continue }
        let shared = own.filter { parts.contains($0) && !isApart($0, course, whole) }
        guard !shared.isEmpty else { continue }
        diagnostics.add(problem(course, whole, partsOf: shared))
      }
    }
  }

  /// What decides a competency by its rule: children, and objectives whose evidence it pools.
  private func parts(of id: Identifier<Competency>) -> [Identifier<Competency>] {
    guard let index = framework.index(of: id) else { return [] }
    let decided = rules[index].dependencies(of: index, in: framework).map {
      framework.competencies[$0].id
    }
    return decided + (rules[index].isPooled ? framework.children(of: id).map(\.id) : [])
  }

  /// Whether the courses ask for a competency in different ones of its areas.
  private func isApart(
    _ id: Identifier<Competency>, _ course: CreditRule, _ other: CreditRule
  ) -> Bool {
    let areas = framework.areas(of: id)
    guard let own = course.contentArea, let its = other.contentArea else { return false }
    return own != its && areas.contains(own) && areas.contains(its)
  }

  private func problem(
    _ course: CreditRule, _ whole: CreditRule, partsOf shared: [Identifier<Competency>]
  ) -> Diagnostic {
    Diagnostic(
      AttainmentDiagnostic.sharedCompetency, at: course.location,
      "\(course.id) earns credit for \(PolicyReach.list(shared.map(\.code))), and \(whole.id) for a "
        + "competency that is decided by it: who shows it is given credit in both",
      hint: "let each competency earn credit in one course",
      related: [.init("the other course", at: whole.location)])
  }

  private func problem(
    _ course: CreditRule, _ other: CreditRule, _ shared: [Identifier<Competency>]
  ) -> Diagnostic {
    Diagnostic(
      AttainmentDiagnostic.sharedCompetency, at: course.location,
      "\(other.id) and \(course.id) both earn credit for \(PolicyReach.list(shared.map(\.code))): "
        + "who shows it once is given credit in both",
      hint: "let each competency earn credit in one course",
      related: [.init("the other course", at: other.location)])
  }
}
