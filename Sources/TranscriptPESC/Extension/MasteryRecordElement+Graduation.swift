import TranscriptModel
import XMLKit

extension MasteryRecordElement {
  var graduation: XMLElement {
    let graduation = record.graduation
    return make(
      "Graduation",
      [
        "plan": graduation.planTitle, "authority": graduation.authority,
        "status": graduation.status.word,
        "date": graduation.status.date?.isoText, "expectedOn": graduation.expectedOn?.isoText,
        "creditsEarned": graduation.creditsEarned.fractionText,
        "creditsInProgress": graduation.creditsInProgress.fractionText,
        "creditsRequired": graduation.creditsRequired.fractionText,
      ], graduation.requirements.map(requirement))
  }

  private func requirement(_ requirement: RecordRequirement) -> XMLElement {
    make(
      "Requirement",
      [
        "id": requirement.id.code, "title": requirement.title,
        "status": requirement.status.rawValue,
        "unit": requirement.isCredit ? "credit" : nil,
        "earned": requirement.earned.fractionText,
        "inProgress": requirement.inProgress.fractionText,
        "required": requirement.required.fractionText,
      ], requirement.parts.map(self.requirement))
  }

  func gradePoints(_ points: RecordGradePoints) -> XMLElement {
    let levels = zip(record.scale.levels, points.points).compactMap { level, value in
      value.map { make("Points", ["level": level.code, "value": $0.fractionText]) }
    }
    let weights = points.weights.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      make("Weight", ["level": $0.key.rawValue, "value": $0.value.fractionText])
    }
    return make(
      "GradePoints",
      [
        "title": points.title, "unweighted": points.unweighted.decimalText(places: points.places),
        "weighted": points.weighted.decimalText(places: points.places),
        "asOf": points.asOf.isoText, "adoptedOn": points.adoptedOn.isoText,
        "adoptedBy": points.adoptedBy,
      ], levels, weights, points.excluded.flatMap { leaf("Excluded", $0) })
  }

  func notation(_ notation: RecordNotation) -> XMLElement {
    make(
      "Notation",
      [
        "kind": notation.kind.rawValue, "title": notation.title, "detail": notation.detail,
        "awardedOn": notation.awardedOn.isoText,
      ])
  }

  func experience(_ experience: RecordExperience) -> XMLElement {
    make(
      "Experience",
      [
        "kind": experience.kind.rawValue, "title": experience.title,
        "organization": experience.organization, "hours": experience.hours?.fractionText,
        "startedOn": experience.startedOn?.isoText, "endedOn": experience.endedOn?.isoText,
      ], leaf("Description", experience.description))
  }

  func narrative(_ narrative: RecordNarrative) -> XMLElement {
    let paragraphs = narrative.text.split(separator: "\n\n").flatMap {
      leaf("Paragraph", $0.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return make("Narrative", ["author": narrative.author], paragraphs)
  }
}
