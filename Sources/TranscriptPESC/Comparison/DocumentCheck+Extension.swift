import TranscriptModel
import XMLKit

/// The extension beside the record, by code that shares nothing with the code that writes it.
extension DocumentCheck {
  /// One element with the full record; none where the delivery is without, or not known.
  mutating func checkExtension(in children: inout Children) {
    guard let extensions = take("UserDefinedExtensions", &children) else {
      if delivery?.includesExtension == true { note("extension", "", "stated") }
      return
    }
    var inside = self.children(of: extensions, "extension ")
    if delivery?.includesExtension == false { note("extension", "stated", "") }
    // One element and no more: a second one might contradict the first.
    if let element = take("MasteryRecord", &inside) {
      checkMasteryRecord(children: self.children(of: element, "extension."), element)
    } else {
      note("extension", "", "stated")
    }
    finish(inside)
  }

  private mutating func checkMasteryRecord(children: Children, _ element: Int) {
    var inside = children
    expect([("formatVersion", "1")], of: element, "extension.")
    checkDocumentElement(in: &inside)
    checkPolicy(in: &inside)
    checkScale(in: &inside)
    checkAreas(in: &inside)
    checkCourseElements(in: &inside)
    for institution in record.institutions { check(institution, in: &inside) }
    checkGraduation(in: &inside)
    checkGradePoints(in: &inside)
    checkNotations(in: &inside)
    checkExperiences(in: &inside)
    checkNarrative(in: &inside)
    finish(inside)
  }

  /// Every attribute of an element has to be one of these, with its value.
  mutating func expect(
    _ attributes: [(name: StaticString, value: String?)], of element: Int, _ place: String
  ) {
    var found = 0
    for (name, value) in attributes {
      let stated = tape.attribute(name, of: element)
      if stated != nil { found += 1 }
      if stated != value { note("\(place)\(name)", stated ?? "", value ?? "") }
    }
    guard found < tape.attributeCount(of: element) else { return }
    let known = attributes.map { "\($0.name)" }
    for name in tape.attributeNames(of: element) where !known.contains(name) {
      note("\(place)\(name)", "stated", "")
    }
  }

  /// The next element of the name with these attributes and, where it is said, this text.
  mutating func expect(
    _ name: StaticString, _ attributes: [(name: StaticString, value: String?)],
    text: String? = nil, at place: String, in children: inout Children
  ) -> Children {
    guard let element = take(name, &children) else {
      note("\(place)\(name)", "", "stated")
      return Children(next: 0, end: 0, place: place)
    }
    expect(attributes, of: element, place)
    if let text, tape.text(of: element) != text {
      note("\(place)\(name)", tape.text(of: element), text)
    }
    return self.children(of: element, place)
  }

  private mutating func checkDocumentElement(in children: inout Children) {
    let document = record.document
    let inside = expect(
      "Document",
      [
        ("id", document.id), ("number", document.number), ("status", document.status.rawValue),
        ("asOf", document.asOf.isoText), ("issuedOn", document.issuedOn.isoText),
        ("replaces", document.replaces), ("inputHash", record.inputHash),
      ], at: "extension.document.", in: &children)
    finish(inside)
  }

  private mutating func checkPolicy(in children: inout Children) {
    let policy = record.policy
    var inside = expect(
      "Policy",
      [
        ("title", policy.title), ("version", policy.version),
        ("effectiveOn", policy.effectiveOn.isoText), ("adoptedOn", policy.adoptedOn?.isoText),
        ("adoptedBy", policy.adoptedBy),
      ], at: "extension.policy.", in: &children)
    let rules = [
      ("content-area", policy.competencyRule), ("graduation", policy.graduationCompetencyRule),
      ("objective", policy.objectiveRule), ("course-mark", policy.courseMarkRule),
    ]
    for (part, rule) in rules where !rule.isEmpty {
      finish(
        expect(
          "Rule", [("for", part)], text: rule, at: "extension.policy.rule \(part).", in: &inside))
    }
    for rule in policy.averagingRules where !rule.isEmpty {
      finish(expect("AveragingRule", [], text: rule, at: "extension.policy.", in: &inside))
    }
    finish(inside)
  }

  private mutating func checkScale(in children: inout Children) {
    let scale = record.scale
    var inside = expect(
      "Scale",
      [("id", scale.id), ("title", scale.title), ("passing", scale.levels[scale.bar].code)],
      at: "extension.scale.", in: &children)
    for level in scale.levels {
      let text = level.description.isEmpty ? level.label : level.description
      finish(
        expect(
          "Level",
          [
            ("code", level.code), ("number", level.number.fractionText), ("label", level.label),
          ], text: text, at: "extension.level \(level.code).", in: &inside))
    }
    finish(inside)
  }
}
