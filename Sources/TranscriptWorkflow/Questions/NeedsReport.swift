import AttainmentEngine
public import Diagnostics
public import TranscriptModel

/// Who needs support, who must show more, and who is ready to go on, for each competency asked for.
public struct NeedsReport: Sendable {
  private let ready: ReadyDistrict
  private let needs: [CompetencyNeeds]
  private let students: [Identifier<Student>: Student]
  /// Who has left the school by then: nothing is asked of them.
  private let left: [Student]

  /// Asks about `students` in `competencies` on the day `asOf`; who has left by then is only named.
  public init(
    _ ready: ReadyDistrict, students: [Student], competencies: [Identifier<Competency>],
    asOf: CalendarDate
  ) {
    self.ready = ready
    left = students.filter { $0.hasLeft(by: asOf) }
    let present = students.filter { !$0.hasLeft(by: asOf) }
    self.students = Dictionary(
      present.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    needs = ready.engine.needs(
      present.map { ready.resolve($0, asOf: asOf) }, in: competencies)
  }

  private static func groups(
    _ need: CompetencyNeeds
  ) -> [(title: String, key: String, entries: [CompetencyNeeds.Entry])] {
    [
      ("Needs support", "support", need.support),
      ("Must show it, or show it again", "evidence", need.evidence),
      ("Ready to go on", "ready", need.ready), ("Ready to extend", "extend", need.extend),
      ("Nothing shown yet that counts", "open", need.open),
    ]
  }

  /// The lists for people; empty groups are left out.
  public var text: String {
    needs.map { need in
      let name = ready.district.framework.competency(need.competency)?.shortName ?? ""
      var text = "\(need.competency)  \(name)\n"
      for (title, _, entries) in Self.groups(need) where !entries.isEmpty {
        text += "  \(title):\n"
        for entry in entries { text += "    \(line(entry))\n" }
      }
      if students.isEmpty { text += "  No student is asked about.\n" }
      return text
    }.joined(separator: "\n") + departed
  }

  /// Who is not listed, because they have left.
  private var departed: String {
    guard !left.isEmpty else { return "" }
    let names = left.map { "\($0.id)  \($0.displayName)" }.joined(separator: ", ")
    return "\nNot listed, because they have left the school: \(names)\n"
  }

  private func line(_ entry: CompetencyNeeds.Entry) -> String {
    let scale = ready.district.policy.scale
    let name = students[entry.student]?.displayName ?? ""
    var text = "\(entry.student)  \(name): "
    text += entry.level.map { EnglishText.level($0, scale) } ?? EnglishText.words(entry.status)
    if entry.hasContradiction { text += ", later evidence is lower" }
    if let practice = entry.practice {
      let act = practice.purpose == .formative ? "practised" : "pre-assessed"
      let level = practice.rating.map { " at \(EnglishText.level($0.level, scale))" } ?? ""
      text += ", \(act)\(level) on \(EnglishText.day(practice.demonstratedOn))"
    }
    return text
  }

  /// The lists for software.
  public var json: JSONValue {
    .list(
      needs.map { need in
        var members: JSONMembers = ["competency": .text(need.competency.code)]
        for (_, key, entries) in Self.groups(need) {
          members[key] = .list(entries.map { .text($0.student.code) })
        }
        return .object(members)
      })
  }
}
