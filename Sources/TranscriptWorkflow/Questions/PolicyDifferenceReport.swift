import AttainmentEngine
public import Diagnostics
public import TranscriptModel

/// Every student whose result would change under another policy, before it is adopted.
public struct PolicyDifferenceReport: Sendable {
  private let old: ReadyDistrict
  private let new: ReadyDistrict
  private let differences: [StudentDifference]

  /// Asks both about the old district's files on the same day.
  public init(from old: ReadyDistrict, to new: ReadyDistrict, asOf: CalendarDate) {
    self.old = old
    self.new = new
    differences = old.engine.differences(
      to: new.engine, students: old.district.students, files: old.district.files,
      otherFiles: new.district.files, asOf: asOf)
  }

  /// The list for people.
  public var text: String {
    var text = "\(versions): "
    text += EnglishText.count(differences.count, "student", "students") + " of "
    text += "\(old.district.students.count) would change\n"
    for difference in differences { text += "\n" + lines(difference) }
    return text
  }

  /// The two policies by version; by title as well, and in words, where the versions are one.
  private var versions: String {
    let (from, to) = (old.district.policy, new.district.policy)
    guard from.version == to.version else { return "From version \(from.version) to \(to.version)" }
    let same = "both of version \(from.version)"
    return from.title == to.title
      ? "From \(from.title) as it is to the other file (\(same))"
      : "From \(from.title) to \(to.title) (\(same))"
  }

  private func lines(_ difference: StudentDifference) -> String {
    let name = old.district.students.first { $0.id == difference.student }?.displayName ?? ""
    var text = "\(difference.student)  \(name)\n"
    for entry in difference.competencies {
      text += "  \(entry.id): \(standing(entry.change.old, old)) -> "
      text += "\(standing(entry.change.new, new))\n"
    }
    for entry in difference.courses {
      text += "  course \(entry.id): \(course(entry.change.old, old)) -> "
      text += "\(course(entry.change.new, new))\n"
    }
    for entry in difference.requirements {
      text += "  \(title(of: entry.id)): \(words(entry.change.old)) -> "
      text += "\(words(entry.change.new))\n"
    }
    if let change = difference.graduation {
      text += "  graduation: \(words(change.old)) -> \(words(change.new))\n"
    }
    if let change = difference.gradePoints {
      text += "  grade-point equivalent: \(figure(change.old, old)) -> "
      text += "\(figure(change.new, new))\n"
    }
    return text
  }

  /// The requirement by title and id, as the first policy that has it names it.
  private func title(of id: Identifier<GraduationRequirement>) -> String {
    let plans = old.district.policy.plans + new.district.policy.plans
    let all = plans.flatMap(\.requirements).flatMap(\.withParts)
    return all.first { $0.id == id }.map { "\($0.title) (\(id))" } ?? id.code
  }

  private func words(_ status: RequirementStatus?) -> String {
    status.map(EnglishText.words) ?? "not asked for"
  }

  private func words(_ status: GraduationStatus?) -> String {
    status.map(EnglishText.words) ?? "no plan"
  }

  /// `3.00`, with the places of the table.
  private func figure(_ figure: Rational?, _ ready: ReadyDistrict) -> String {
    figure?.decimalText(places: ready.district.policy.equivalence?.places ?? 2) ?? "none"
  }

  private func standing(
    _ standing: StudentDifference.Standing?, _ ready: ReadyDistrict
  ) -> String {
    guard let standing else { return "none" }
    let level = standing.level.map { " " + EnglishText.level($0, ready.district.policy.scale) }
    return EnglishText.words(standing.status) + (level ?? "")
  }

  private func course(
    _ standing: StudentDifference.CourseStanding?, _ ready: ReadyDistrict
  ) -> String {
    guard let standing else { return "none" }
    let mark = standing.mark.map { ", " + EnglishText.level($0, ready.district.policy.scale) }
    return EnglishText.credits(standing.earned) + (mark ?? "")
  }

  /// The list for software.
  public var json: JSONValue {
    .object([
      "from": .text(old.district.policy.version), "to": .text(new.district.policy.version),
      "students": .list(
        differences.map { difference in
          .members([
            "student": .text(difference.student.code),
            "competencies": .list(difference.competencies.map { .text($0.id.code) }),
            "courses": .list(difference.courses.map { .text($0.id.code) }),
            "requirements": .list(difference.requirements.map { .text($0.id.code) }),
            "graduation": difference.graduation.map {
              .object([
                "from": .text($0.old?.word ?? "none"), "to": .text($0.new?.word ?? "none"),
              ])
            },
          ])
        }),
    ])
  }
}
