import TranscriptModel
import XMLKit

/// A learning opportunity with its one instance and its parts: ELMO's only building block.
struct LearningOpportunity {
  /// ELMO's kinds of learning opportunity.
  enum Kind: String {
    case programme = "Degree Programme"
    case module = "Module"
    case course = "Course"
    case `class` = "Class"
  }

  var id: String?
  /// What kind of thing has the id: a course and a competency may have the same code.
  var idType = "local"
  var title: String
  var kind: Kind
  var description: String?
  var date: CalendarDate?
  /// `passed`, `in-progress`; never `failed`, because what is not met yet is not failed.
  var status: String?
  var resultLabel: String?
  /// Whether the result is a level of the district's scale.
  var isOnScale = false
  var credit: Rational?
  var parts: [LearningOpportunity] = []

  /// The local id of the scale's description.
  static let scaleID = "levels"

  var xml: XMLElement {
    ELMOElement.make(
      "learningOpportunitySpecification",
      ELMOElement.identifier(idType, id),
      ELMOElement.english("title", title),
      ELMOElement.leaf("type", kind.rawValue),
      ELMOElement.english("description", description),
      [ELMOElement.make("specifies", [instance])],
      parts.map { ELMOElement.make("hasPart", [$0.xml]) })
  }

  private var instance: XMLElement {
    ELMOElement.make(
      "learningOpportunityInstance",
      ELMOElement.leaf("date", date?.isoText),
      ELMOElement.leaf("status", status),
      ELMOElement.leaf("gradingSchemeLocalId", isOnScale ? Self.scaleID : nil),
      ELMOElement.leaf("resultLabel", resultLabel),
      credit.map { [Self.credit($0)] } ?? [])
  }

  private static func credit(_ value: Rational) -> XMLElement {
    let rounded = value.rounded(places: 3)
    return ELMOElement.make(
      "credit", ELMOElement.leaf("scheme", "carnegie-unit"),
      ELMOElement.leaf("value", rounded.exactDecimalText(minimum: 0, maximum: 3)))
  }
}
