import TranscriptModel
import XMLKit

/// Puts a record into ELMO's words.
struct ELMOMapping {
  let record: TranscriptRecord
  let delivery: ELMODelivery
  let web: String
  let posted: PostedCredit

  init(record: TranscriptRecord, delivery: ELMODelivery, web: String) {
    self.record = record
    self.delivery = delivery
    self.web = web
    posted = PostedCredit(record)
  }

  var xml: XMLElement {
    ELMOElement.make(
      "elmo", ELMOElement.leaf("generatedDate", delivery.generatedAt), [learner], [report])
  }

  private var learner: XMLElement {
    let student = record.student
    let given = [student.legalName.first, student.legalName.middle].compactMap(\.self)
    return ELMOElement.make(
      "learner",
      ELMOElement.identifier("schoolStudentId", student.id.code),
      ELMOElement.identifier("stateStudentId", student.sasid),
      // Both are required; a mononym is the family name, and the given names stay empty.
      [name("givenNames", given.joined(separator: " "))],
      [name("familyName", familyName)],
      ELMOElement.leaf("bday", student.birthDate.isoText))
  }

  private var familyName: String {
    let name = record.student.legalName
    return [name.last, name.suffix].compactMap(\.self).joined(separator: " ")
  }

  private func name(_ element: String, _ text: String) -> XMLElement {
    XMLElement(element, namespace: ELMOExporter.namespace, text: text)
  }

  private var report: XMLElement {
    ELMOElement.make(
      "report", [issuer], [diploma.xml],
      ELMOElement.leaf("issueDate", "\(record.document.issuedOn.isoText)T00:00:00Z"),
      [gradingScheme], [attachment])
  }

  private var issuer: XMLElement {
    let school = record.issuer.school
    return ELMOElement.make(
      "issuer", ELMOElement.leaf("country", "US"),
      ELMOElement.identifier("ceeb", school.ceeb),
      ELMOElement.identifier("nces", school.ncessch),
      // At least one identifier is required, and every school has a name.
      school.ceeb == nil && school.ncessch == nil
        ? ELMOElement.identifier("local", school.name) : [],
      ELMOElement.english("title", school.name), ELMOElement.leaf("url", web))
  }

  /// The legend, for which ELMO has a place of its own.
  private var gradingScheme: XMLElement {
    let lines = record.scale.levels.indices.reversed().map { index in
      let level = record.scale.levels[index]
      let number = level.number.exactDecimalText() ?? level.number.fractionText
      let bar = index == record.scale.bar ? " (lowest passing level)" : ""
      return "\(level.code), \(number), \(level.label)\(bar): \(level.description)"
    }
    var scheme = ELMOElement.make(
      "gradingScheme",
      ELMOElement.english("description", lines.joined(separator: "\n")))
    scheme.attributes = [XMLAttribute("localId", LearningOpportunity.scaleID)]
    return scheme
  }

  private var attachment: XMLElement {
    ELMOElement.make(
      "attachment",
      ELMOElement.identifier("documentNumber", record.document.number),
      ELMOElement.english("title", "Official transcript"),
      ELMOElement.leaf("type", "Transcript of Records"),
      ELMOElement.leaf("content", "data:application/pdf;base64,\(Base64.text(delivery.pdf))"))
  }
}
