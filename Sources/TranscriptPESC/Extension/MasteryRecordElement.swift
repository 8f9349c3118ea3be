import TranscriptModel
import XMLKit

/// The full mastery record as one element in the project's own namespace.
///
/// Its schema is `docs/pesc/mastery-record-1.xsd`; a change of meaning makes a new namespace.
/// What the schema has a default for is left out. A class, so that a closure over it costs one count
/// and not one for each part of the record.
final class MasteryRecordElement: Sendable {
  static let namespace = "urn:mastery-transcript:record:v1"
  let record: TranscriptRecord
  /// The scale's codes, as they are written.
  let levelCodes: [String]
  private let posted: PostedCredit

  init(record: TranscriptRecord, posted: PostedCredit) {
    self.record = record
    self.posted = posted
    levelCodes = record.scale.levels.map { PESCText.composed($0.code) }
  }

  func write(to out: inout XMLMarkup) {
    out.tag("MasteryRecord") { tag in
      tag.attribute("xmlns", Self.namespace)
      tag.attribute("formatVersion", "1")
    } content: { out in
      writeDocument(to: &out)
      writePolicy(to: &out)
      writeScale(to: &out)
      for area in record.areas { write(area, to: &out) }
      writeGraduationCompetencies(to: &out)
      writeCourses(to: &out)
      for institution in record.institutions { write(institution, to: &out) }
      writeGraduation(to: &out)
      if let points = record.gradePoints { write(points, to: &out) }
      for notation in record.notations { write(notation, to: &out) }
      for experience in record.experiences { write(experience, to: &out) }
      if let narrative = record.narrative { write(narrative, to: &out) }
    }
  }

  private func writeCourses(to out: inout XMLMarkup) {
    var place = 0
    for group in record.courseGroups {
      for index in group.courses.indices {
        write(group.courses[index], posted: posted.course(at: place), to: &out)
        place += 1
      }
    }
  }

  private func writeDocument(to out: inout XMLMarkup) {
    let document = record.document
    out.tag("Document") { tag in
      tag.add("id", document.id)
      tag.add("number", document.number)
      tag.add("status", document.status.rawValue)
      tag.add("asOf", document.asOf)
      tag.add("issuedOn", document.issuedOn)
      tag.add("replaces", document.replaces)
      tag.add("inputHash", record.inputHash)
    }
  }

  private func writePolicy(to out: inout XMLMarkup) {
    let policy = record.policy
    out.tag("Policy") { tag in
      tag.add("title", policy.title)
      tag.add("version", policy.version)
      tag.add("effectiveOn", policy.effectiveOn)
      tag.add("adoptedOn", policy.adoptedOn)
      tag.add("adoptedBy", policy.adoptedBy)
    } content: { out in
      let rules = [
        ("content-area", policy.competencyRule), ("graduation", policy.graduationCompetencyRule),
        ("objective", policy.objectiveRule), ("course-mark", policy.courseMarkRule),
      ]
      for (part, rule) in rules { out.leaf("Rule", rule, { $0.add("for", part) }) }
      for rule in policy.averagingRules { out.leaf("AveragingRule", rule) { _ in } }
    }
  }

  private func writeScale(to out: inout XMLMarkup) {
    let scale = record.scale
    out.tag("Scale") { tag in
      tag.add("id", scale.id)
      tag.add("title", scale.title)
      tag.add("passing", scale.level(scale.bar).code)
    } content: { out in
      for level in scale.levels {
        out.leaf("Level", level.description.isEmpty ? level.label : level.description) { tag in
          tag.add("code", level.code)
          tag.add("number", level.number.fractionText)
          tag.add("label", level.label)
        }
      }
    }
  }
}
