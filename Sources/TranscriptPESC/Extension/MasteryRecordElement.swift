import TranscriptModel
import XMLKit

/// The full mastery record as one element in the project's own namespace.
///
/// Its schema is `docs/pesc/mastery-record-1.xsd`; a change of meaning makes a new namespace.
struct MasteryRecordElement {
  static let namespace = "urn:mastery-transcript:record:v1"
  let record: TranscriptRecord

  var xml: XMLElement {
    var children = [document, policy, scale]
    children += record.areas.map(area)
    children += list("GraduationCompetencies", record.graduationCompetencies.map(competency))
    children += record.courseGroups.map(courseGroup)
    children += record.institutions.map(institution)
    children.append(graduation)
    children += record.gradePoints.map { [gradePoints($0)] } ?? []
    children += record.notations.map(notation)
    children += record.experiences.map(experience)
    children += record.narrative.map { [narrative($0)] } ?? []
    return make("MasteryRecord", ["formatVersion": "1"], children)
  }

  /// An element in the namespace; attributes without a value are left out, in the order given.
  func make(
    _ name: String, _ attributes: KeyValuePairs<String, String?>, _ children: [XMLElement]...
  ) -> XMLElement {
    XMLElement(
      name, namespace: Self.namespace,
      attributes: attributes.compactMap { key, value in
        value.map { XMLAttribute(key, PESCText.composed($0)) }
      },
      elements: Array(children.joined()))
  }

  /// A leaf in the namespace; `nil` or empty text gives none.
  func leaf(
    _ name: String, _ text: String?, _ attributes: KeyValuePairs<String, String?> = [:]
  ) -> [XMLElement] {
    guard let text, !text.isEmpty else { return [] }
    var element = make(name, attributes)
    element.children = [.text(PESCText.composed(text))]
    return [element]
  }

  func list(_ name: String, _ children: [XMLElement]) -> [XMLElement] {
    children.isEmpty ? [] : [make(name, [:], children)]
  }

  private var document: XMLElement {
    let document = record.document
    return make(
      "Document",
      [
        "id": document.id, "number": document.number, "status": document.status.rawValue,
        "asOf": document.asOf.isoText, "issuedOn": document.issuedOn.isoText,
        "replaces": document.replaces, "inputHash": record.inputHash,
      ])
  }

  private var policy: XMLElement {
    let policy = record.policy
    return make(
      "Policy",
      [
        "title": policy.title, "version": policy.version,
        "effectiveOn": policy.effectiveOn.isoText, "adoptedOn": policy.adoptedOn?.isoText,
        "adoptedBy": policy.adoptedBy,
      ],
      leaf("Rule", policy.competencyRule, ["for": "content-area"]),
      leaf("Rule", policy.graduationCompetencyRule, ["for": "graduation"]),
      leaf("Rule", policy.objectiveRule, ["for": "objective"]),
      leaf("Rule", policy.courseMarkRule, ["for": "course-mark"]),
      policy.averagingRules.flatMap { leaf("AveragingRule", $0) })
  }

  private var scale: XMLElement {
    let scale = record.scale
    return make(
      "Scale",
      ["id": scale.id, "title": scale.title, "passing": scale.level(scale.bar).code],
      scale.levels.flatMap { level in
        leaf(
          "Level", level.description.isEmpty ? level.label : level.description,
          ["code": level.code, "number": level.number.fractionText, "label": level.label])
      })
  }
}
