import TranscriptModel
import XMLKit

extension MasteryRecordElement {
  func writeGraduation(to out: inout XMLMarkup) {
    let graduation = record.graduation
    out.tag("Graduation") { tag in
      tag.add("plan", graduation.planTitle)
      tag.add("authority", graduation.authority)
      tag.add("status", graduation.status.word)
      tag.add("date", graduation.status.date)
      tag.add("expectedOn", graduation.expectedOn)
      tag.add("creditsEarned", graduation.creditsEarned.fractionText)
      tag.add("creditsInProgress", graduation.creditsInProgress.fractionText)
      tag.add("creditsRequired", graduation.creditsRequired.fractionText)
    } content: { out in
      for requirement in graduation.requirements { write(requirement, to: &out) }
    }
  }

  private func write(_ requirement: RecordRequirement, to out: inout XMLMarkup) {
    out.tag("Requirement") { tag in
      tag.add("id", requirement.id.code)
      tag.add("title", requirement.title)
      tag.add("status", requirement.status.rawValue, default: RequirementStatus.met.rawValue)
      tag.add("unit", requirement.isCredit ? "credit" : nil)
      tag.add("earned", requirement.earned.fractionText)
      tag.add("inProgress", requirement.inProgress.fractionText, default: "0")
      tag.add("required", requirement.required.fractionText)
      tag.add("waived", requirement.waived.fractionText, default: "0")
    } content: { out in
      for part in requirement.parts { write(part, to: &out) }
    }
  }

  func write(_ points: RecordGradePoints, to out: inout XMLMarkup) {
    out.tag("GradePoints") { tag in
      tag.add("title", points.title)
      tag.add("unweighted", points.unweighted.decimalText(places: points.places))
      tag.add("weighted", points.weighted.decimalText(places: points.places))
      tag.add("asOf", points.asOf)
      tag.add("adoptedOn", points.adoptedOn)
      tag.add("adoptedBy", points.adoptedBy)
    } content: { out in
      for case (let level, let value?) in zip(record.scale.levels, points.points) {
        out.tag("Points") { tag in
          tag.add("level", level.code)
          tag.add("value", value.fractionText)
        }
      }
      for (level, value) in points.weights.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        out.tag("Weight") { tag in
          tag.add("level", level.rawValue)
          tag.add("value", value.fractionText)
        }
      }
      for course in points.excluded { out.leaf("Excluded", course) { _ in } }
    }
  }

  func write(_ notation: RecordNotation, to out: inout XMLMarkup) {
    out.tag("Notation") { tag in
      tag.add("kind", notation.kind.rawValue)
      tag.add("title", notation.title)
      tag.add("detail", notation.detail)
      tag.add("awardedOn", notation.awardedOn)
    }
  }

  func write(_ experience: RecordExperience, to out: inout XMLMarkup) {
    out.tag("Experience") { tag in
      tag.add("kind", experience.kind.rawValue)
      tag.add("title", experience.title)
      tag.add("organization", experience.organization)
      tag.add("hours", experience.hours?.fractionText)
      tag.add("startedOn", experience.startedOn)
      tag.add("endedOn", experience.endedOn)
    } content: { out in
      out.leaf("Description", experience.description) { _ in }
    }
  }

  func write(_ narrative: RecordNarrative, to out: inout XMLMarkup) {
    out.tag("Narrative") { tag in
      tag.add("author", narrative.author)
    } content: { out in
      for paragraph in Self.paragraphs(of: narrative.text) {
        out.leaf("Paragraph", PESCText.prepared(paragraph)) { _ in }
      }
    }
  }

  /// The parts between empty lines.
  private static func paragraphs(of text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return [text] }
    if text.utf8.contains(UInt8(ascii: "\r")) {
      return text.split(separator: "\n\n").map(String.init)
    }
    var paragraphs: [String] = []
    var paragraph = text.startIndex
    var index = paragraph
    while let end = text.utf8[index...].firstIndex(of: UInt8(ascii: "\n")) {
      index = text.utf8.index(after: end)
      guard index < text.endIndex, text.utf8[index] == UInt8(ascii: "\n") else { continue }
      if paragraph < end { paragraphs.append(String(text[paragraph..<end])) }
      index = text.utf8.index(after: index)
      paragraph = index
    }
    if paragraph < text.endIndex { paragraphs.append(String(text[paragraph...])) }
    return paragraphs
  }
}
