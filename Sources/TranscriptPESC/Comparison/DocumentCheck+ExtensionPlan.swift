import TranscriptModel
import XMLKit

/// The plan and all that is not a competency or a course of the school, in the extension.
extension DocumentCheck {
  mutating func check(_ institution: RecordInstitution, in children: inout Children) {
    let place = "extension.\(institution.name)."
    var inside = expect(
      "Institution", [("name", institution.name), ("kind", institution.kind.rawValue)],
      at: place, in: &children)
    for course in institution.courses {
      let grade = course.gradeLevel.map { String($0.number) }
      finish(
        expect(
          "ExternalCourse",
          [
            ("id", course.id.code), ("title", course.title), ("mark", course.mark),
            ("level", course.level == .regular ? nil : course.level.rawValue),
            ("credit", course.credit.fractionText),
            ("collegeCredit", course.collegeCredit?.fractionText),
            ("earnedOn", course.earnedOn.isoText), ("gradeLevel", grade),
          ], at: "\(place)\(course.id).", in: &inside))
    }
    finish(inside)
  }

  mutating func checkGraduation(in children: inout Children) {
    let graduation = record.graduation
    var inside = expect(
      "Graduation",
      [
        ("plan", graduation.planTitle), ("authority", graduation.authority),
        ("status", graduation.status.word), ("date", graduation.status.date?.isoText),
        ("expectedOn", graduation.expectedOn?.isoText),
        ("creditsEarned", graduation.creditsEarned.fractionText),
        ("creditsInProgress", graduation.creditsInProgress.fractionText),
        ("creditsRequired", graduation.creditsRequired.fractionText),
      ], at: "extension.graduation.", in: &children)
    for requirement in graduation.requirements { checkNested(requirement, in: &inside) }
    finish(inside)
  }

  private mutating func checkNested(
    _ requirement: RecordRequirement, in children: inout Children
  ) {
    let inProgress = requirement.inProgress == .zero ? nil : requirement.inProgress.fractionText
    var inside = expect(
      "Requirement",
      [
        ("id", requirement.id.code), ("title", requirement.title),
        ("status", requirement.status == .met ? nil : requirement.status.rawValue),
        ("unit", requirement.isCredit ? "credit" : nil),
        ("earned", requirement.earned.fractionText), ("inProgress", inProgress),
        ("required", requirement.required.fractionText),
        ("waived", requirement.waived == .zero ? nil : requirement.waived.fractionText),
      ], at: "extension.requirement \(requirement.id).", in: &children)
    for part in requirement.parts { checkNested(part, in: &inside) }
    finish(inside)
  }

  mutating func checkGradePoints(in children: inout Children) {
    guard let points = record.gradePoints else { return }
    let place = "extension.grade points."
    var inside = expect(
      "GradePoints",
      [
        ("title", points.title),
        ("unweighted", points.unweighted.decimalText(places: points.places)),
        ("weighted", points.weighted.decimalText(places: points.places)),
        ("asOf", points.asOf.isoText), ("adoptedOn", points.adoptedOn.isoText),
        ("adoptedBy", points.adoptedBy),
      ], at: place, in: &children)
    for index in record.scale.levels.indices {
      guard points.points.indices.contains(index), let value = points.points[index] else {
        continue
      }
      finish(
        expect(
          "Points",
          [("level", record.scale.levels[index].code), ("value", value.fractionText)], at: place,
          in: &inside))
    }
    for level in points.weights.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      finish(
        expect(
          "Weight",
          [("level", level.rawValue), ("value", points.weights[level]?.fractionText)], at: place,
          in: &inside))
    }
    for excluded in points.excluded where !excluded.isEmpty {
      finish(expect("Excluded", [], text: excluded, at: place, in: &inside))
    }
    finish(inside)
  }

  mutating func checkNotations(in children: inout Children) {
    for notation in record.notations {
      finish(
        expect(
          "Notation",
          [
            ("kind", notation.kind.rawValue), ("title", notation.title),
            ("detail", notation.detail), ("awardedOn", notation.awardedOn.isoText),
          ], at: "extension.notation \(notation.title).", in: &children))
    }
  }

  mutating func checkExperiences(in children: inout Children) {
    for experience in record.experiences {
      let place = "extension.experience \(experience.title)."
      var inside = expect(
        "Experience",
        [
          ("kind", experience.kind.rawValue), ("title", experience.title),
          ("organization", experience.organization), ("hours", experience.hours?.fractionText),
          ("startedOn", experience.startedOn?.isoText),
          ("endedOn", experience.endedOn?.isoText),
        ], at: place, in: &children)
      if let text = experience.description, !text.isEmpty {
        finish(expect("Description", [], text: text, at: place, in: &inside))
      }
      finish(inside)
    }
  }

  mutating func checkNarrative(in children: inout Children) {
    guard let narrative = record.narrative else { return }
    var inside = expect(
      "Narrative", [("author", narrative.author)], at: "extension.narrative.", in: &children)
    var words: [Substring] = []
    while let paragraph = take("Paragraph", &inside) {
      words += tape.text(of: paragraph).split(whereSeparator: \.isWhitespace).map { $0 }
    }
    let expected = narrative.text.split(whereSeparator: \.isWhitespace)
    if words != expected {
      note(
        "extension.narrative", words.joined(separator: " "), expected.joined(separator: " "))
    }
    finish(inside)
  }
}
