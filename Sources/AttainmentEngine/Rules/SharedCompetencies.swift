import Diagnostics
import TranscriptModel

/// Finds competencies that earn credit in two courses.
///
/// Of courses that ask for the very same competencies one has the credit; two that share some of them
/// both post for what is shared. A competency of several content areas that each course asks for in an
/// area of its own is meant so.
struct SharedCompetencies {
  let courses: [CreditRule]
  let framework: CompetencyFramework

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
