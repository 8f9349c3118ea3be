import TranscriptModel
import XMLKit

extension MasteryRecordElement {
  func area(_ area: RecordArea) -> XMLElement {
    make(
      "ContentArea", ["id": area.id.code, "title": area.title],
      area.competencies.map(competency))
  }

  /// A competency in full, with what its outcome rests on.
  func competency(_ competency: RecordCompetency) -> XMLElement {
    make(
      "Competency",
      [
        "id": competency.id.code, "core": competency.isCore ? "true" : "false",
        "status": competency.status.rawValue,
        "level": competency.level.map { record.scale.level($0).code },
        "date": competency.date?.isoText,
        "underWay": competency.isUnderWay ? "true" : nil,
        "counted": String(competency.counted), "needed": String(competency.needed),
      ],
      leaf("ShortName", competency.shortName),
      leaf("Statement", competency.statement),
      competency.alignments.map {
        make("Alignment", ["framework": $0.framework, "code": $0.code])
      },
      leaf("ShownIn", competency.shownIn),
      competency.basis.map { make("Evidence", ["id": $0.code]) })
  }

  func courseGroup(_ group: RecordCourseGroup) -> XMLElement {
    make(
      "Courses",
      [
        "gradeLevel": String(group.gradeLevel.number),
        "schoolYear": "\(group.schoolYear.start)-\(group.schoolYear.start + 1)",
      ], group.courses.map(course))
  }

  private func course(_ course: RecordCourse) -> XMLElement {
    make(
      "Course",
      [
        "id": course.id.code, "title": course.title, "level": course.level.rawValue,
        "status": course.status.rawValue,
        "mark": course.mark.map { record.scale.level($0).code },
        "markStatus": course.markStatus.rawValue, "credit": course.credit.fractionText,
        "earned": course.earned.fractionText, "date": course.date?.isoText,
      ], course.competencies.map(result))
  }

  /// A competency as a course shows it: the outcome only.
  private func result(_ competency: RecordCompetency) -> XMLElement {
    make(
      "Result",
      [
        "competency": competency.id.code, "status": competency.status.rawValue,
        "level": competency.level.map { record.scale.level($0).code },
        "date": competency.date?.isoText,
      ])
  }

  func institution(_ institution: RecordInstitution) -> XMLElement {
    make(
      "Institution", ["name": institution.name, "kind": institution.kind.rawValue],
      institution.courses.map { course in
        make(
          "ExternalCourse",
          [
            "id": course.id.code, "title": course.title, "mark": course.mark,
            "level": course.level.rawValue, "credit": course.credit.fractionText,
            "collegeCredit": course.collegeCredit?.fractionText,
            "earnedOn": course.earnedOn.isoText,
            "gradeLevel": course.gradeLevel.map { String($0.number) },
          ])
      })
  }
}
