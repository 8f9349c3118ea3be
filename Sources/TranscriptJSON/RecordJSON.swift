import Diagnostics
public import TranscriptModel

/// Writes a record as canonical JSON: sorted keys, no white space, exact numbers as strings.
///
/// The format is documented in `docs/record.md` and by the JSON Schema beside it. Equal records give
/// equal bytes.
public struct RecordJSON: Sendable {
  /// The record to write.
  private let record: TranscriptRecord

  /// Creates a writer for `record`.
  public init(_ record: TranscriptRecord) { self.record = record }

  /// The canonical bytes, UTF-8, without a final newline.
  public var bytes: [UInt8] { RecordText(record).bytes }

  /// Writes every member in the order of the names, and gives the places of the values of `document`
  /// and `inputHash`.
  func write(to pen: inout JSONPen) -> (document: Range<Int>, inputHash: Range<Int>) {
    var places = (document: 0..<0, inputHash: 0..<0)
    pen.object { pen in
      pen.list("acrossAreas", record.acrossAreas, write)
      pen.list("areas", record.areas, write)
      pen.list("courseGroups", record.courseGroups, write)
      pen.member("creditAreas", .list(record.creditAreas.map(json)))
      places.document = pen.member("document", document)
      pen.member("experiences", .list(record.experiences.map(json)))
      pen.member("format", "mastery-transcript-record")
      pen.member("formatVersion", TranscriptRecord.formatVersion)
      pen.member("gradePoints", record.gradePoints.map(json))
      pen.member("graduation", graduation)
      pen.list("graduationCompetencies", record.graduationCompetencies, write)
      places.inputHash = pen.member("inputHash", .text(record.inputHash))
      pen.member("institutions", .list(record.institutions.map(json)))
      pen.member("issuer", issuer)
      pen.member("narrative", narrative)
      pen.member("notations", .list(record.notations.map(json)))
      pen.member("policy", policy)
      pen.member("scale", scale)
      pen.member("student", student)
    }
    return places
  }
}

// Competencies and courses are nearly all of a record: they are written without a value in between.
extension RecordJSON {
  private func write(_ area: RecordArea, to pen: inout JSONPen) {
    pen.object { pen in
      pen.list("competencies", area.competencies, write)
      pen.member("id", area.id.code)
      pen.member("shortTitle", area.shortTitle)
      pen.member("title", area.title)
    }
  }

  private func write(_ competency: RecordCompetency, to pen: inout JSONPen) {
    pen.object { pen in
      pen.list("alignments", competency.alignments) { $1.item($0.framework + ":" + $0.code) }
      if competency.isAwaited { pen.member("awaited", true) }
      pen.list("basis", competency.basis) { $1.item($0.code) }
      pen.member("core", competency.isCore)
      pen.member("counted", competency.counted)
      pen.member("date", competency.date?.isoText)
      pen.member("id", competency.id.code)
      pen.member("level", code(competency.level))
      pen.member("needed", competency.needed)
      pen.member("shortName", competency.shortName)
      pen.member("shownIn", competency.shownIn)
      pen.member("statement", competency.statement)
      pen.member("status", competency.status.rawValue)
      pen.member("underWay", competency.isUnderWay)
    }
  }

  private func write(_ group: RecordCourseGroup, to pen: inout JSONPen) {
    pen.object { pen in
      pen.list("courses", group.courses, write)
      pen.member("gradeLevel", group.gradeLevel.number)
      pen.member("inProgress", group.isInProgress)
      pen.member("schoolYear", group.schoolYear.text)
    }
  }

  private func write(_ course: RecordCourse, to pen: inout JSONPen) {
    pen.object { pen in
      if course.isAwaited { pen.member("awaited", true) }
      pen.list("competencies", course.competencies, write)
      pen.member("contentArea", course.contentArea?.code)
      pen.member("credit", course.credit.exactText)
      pen.list("creditAreas", course.creditAreas) { $1.item($0.code) }
      pen.member("date", course.date?.isoText)
      pen.member("earned", course.earned.exactText)
      pen.member("id", course.id.code)
      pen.member("level", course.level.rawValue)
      pen.member("mark", code(course.mark))
      pen.member("markStatus", course.markStatus.rawValue)
      if !course.isCourse { pen.member("outsideCourses", true) }
      pen.member("sced", course.sced)
      pen.member("status", course.status.rawValue)
      pen.member("title", course.title)
    }
  }

  private func code(_ level: LevelIndex?) -> String? {
    level.map { record.scale.level($0).code }
  }
}

extension RecordJSON {
  var document: JSONValue {
    let document = record.document
    return .members([
      "number": document.number.map(JSONValue.text),
      "id": .text(document.id),
      "status": .text(document.status.rawValue),
      "asOf": .text(document.asOf.isoText),
      "issuedOn": .text(document.issuedOn.isoText),
      "replaces": document.replaces.map(JSONValue.text),
      "edition": document.edition == .usual ? nil : .text(document.edition.rawValue),
      "issuedTo": document.issuedTo.map { .text($0.rawValue) },
    ])
  }

  private var issuer: JSONValue {
    let issuer = record.issuer
    return .members([
      "district": .text(issuer.district),
      "fictional": .flag(issuer.isFictional),
      "school": json(issuer.school),
      "signatory": .members([
        "name": .text(issuer.signatory.name), "office": .text(issuer.signatory.office),
      ]),
      "profileURL": issuer.profileURL.map(JSONValue.text),
    ])
  }

  private func json(_ school: School) -> JSONValue {
    .members([
      "name": .text(school.name),
      "address": .list(school.address.map(JSONValue.text)),
      "city": .text(school.city),
      "state": .text(school.state),
      "postalCode": .text(school.postalCode),
      "phone": school.phone.map(JSONValue.text),
      "email": school.email.map(JSONValue.text),
      "web": school.web.map(JSONValue.text),
      "ceeb": school.ceeb.map(JSONValue.text),
      "act": school.act.map(JSONValue.text),
      "ncessch": school.ncessch.map(JSONValue.text),
    ])
  }

  private var policy: JSONValue {
    let policy = record.policy
    return .members([
      "title": .text(policy.title),
      "version": .text(policy.version),
      "effectiveOn": .text(policy.effectiveOn.isoText),
      "adoptedOn": policy.adoptedOn.map { .text($0.isoText) },
      "adoptedBy": policy.adoptedBy.map(JSONValue.text),
      "competencyRule": .text(policy.competencyRule),
      "graduationCompetencyRule": .text(policy.graduationCompetencyRule),
      "objectiveRule": .text(policy.objectiveRule),
      "courseMarkRule": .text(policy.courseMarkRule),
      "averagingRules": .list(policy.averagingRules.map(JSONValue.text)),
    ])
  }

  private var narrative: JSONValue? {
    record.narrative.map { .members(["text": .text($0.text), "author": .text($0.author)]) }
  }

  private var student: JSONValue {
    let student = record.student
    return .members([
      "id": .text(student.id.code),
      "sasid": student.sasid.map(JSONValue.text),
      "legalName": .members([
        "first": student.legalName.first.map(JSONValue.text),
        "middle": student.legalName.middle.map(JSONValue.text),
        "last": .text(student.legalName.last),
        "suffix": student.legalName.suffix.map(JSONValue.text),
      ]),
      "displayName": .text(student.displayName),
      "birthDate": .text(student.birthDate.isoText),
      "gradeLevel": .integer(student.gradeLevel.number),
      "classOf": .integer(student.classOf),
      "enrolledOn": student.enrolledOn.map { .text($0.isoText) },
    ])
  }

  private var scale: JSONValue {
    .members([
      "id": .text(record.scale.id),
      "title": .text(record.scale.title),
      "bar": .text(record.scale.level(record.scale.bar).code),
      "levels": .list(
        record.scale.levels.map { level in
          .members([
            "code": .text(level.code),
            "number": .text(level.number.exactText),
            "label": .text(level.label),
            "description": .text(level.description),
          ])
        }),
    ])
  }

  private func json(_ area: CreditArea) -> JSONValue {
    .members([
      "id": .text(area.id.code), "title": .text(area.title), "pescCode": .text(area.pescCode),
    ])
  }

  private func json(_ institution: RecordInstitution) -> JSONValue {
    .members([
      "name": .text(institution.name),
      "kind": .text(institution.kind.rawValue),
      "courses": .list(institution.courses.map(json)),
    ])
  }

  private func json(_ course: RecordExternalCourse) -> JSONValue {
    .members([
      "id": .text(course.id.code),
      "title": .text(course.title),
      "mark": .text(course.mark),
      "credit": .text(course.credit.exactText),
      "collegeCredit": course.collegeCredit.map { .text($0.exactText) },
      "earnedOn": .text(course.earnedOn.isoText),
      "gradeLevel": course.gradeLevel.map { .integer($0.number) },
      "level": .text(course.level.rawValue),
      "creditAreas": .list(course.creditAreas.map { .text($0.code) }),
    ])
  }

  private var graduation: JSONValue {
    let graduation = record.graduation
    return .members([
      "planTitle": .text(graduation.planTitle),
      "authority": graduation.authority.map(JSONValue.text),
      "status": .text(graduation.status.word),
      "date": graduation.status.date.map { .text($0.isoText) },
      "expectedOn": graduation.expectedOn.map { .text($0.isoText) },
      "creditsEarned": .text(graduation.creditsEarned.exactText),
      "creditsInProgress": .text(graduation.creditsInProgress.exactText),
      "creditsRequired": .text(graduation.creditsRequired.exactText),
      "requirements": .list(graduation.requirements.map(json)),
    ])
  }

  private func json(_ requirement: RecordRequirement) -> JSONValue {
    .members([
      "id": .text(requirement.id.code),
      "title": .text(requirement.title),
      "credit": .flag(requirement.isCredit),
      "status": .text(requirement.status.rawValue),
      "earned": .text(requirement.earned.exactText),
      "inProgress": .text(requirement.inProgress.exactText),
      "required": .text(requirement.required.exactText),
      "unit": requirement.unit == .hours ? .text(requirement.unit.rawValue) : nil,
      "waived": requirement.waived == .zero ? nil : .text(requirement.waived.exactText),
      "pescCode": requirement.pescCode.map(JSONValue.text),
      "parts": requirement.parts.isEmpty ? nil : .list(requirement.parts.map(json)),
    ])
  }

  private func json(_ points: RecordGradePoints) -> JSONValue {
    .members([
      "title": .text(points.title),
      "unweighted": .text(points.unweighted.decimalText(places: points.places)),
      "weighted": .text(points.weighted.decimalText(places: points.places)),
      "places": .integer(points.places),
      "asOf": .text(points.asOf.isoText),
      "adoptedOn": .text(points.adoptedOn.isoText),
      "adoptedBy": .text(points.adoptedBy),
      "points": .list(points.points.map { $0.map { .text($0.exactText) } ?? .null }),
      "weights": .object(
        JSONMembers(
          points.weights.map { ($0.key.rawValue, JSONValue.text($0.value.exactText)) })),
      "excluded": .list(points.excluded.map(JSONValue.text)),
    ])
  }

  private func json(_ notation: RecordNotation) -> JSONValue {
    .members([
      "kind": .text(notation.kind.rawValue),
      "title": .text(notation.title),
      "detail": notation.detail.map(JSONValue.text),
      "awardedOn": .text(notation.awardedOn.isoText),
    ])
  }

  private func json(_ experience: RecordExperience) -> JSONValue {
    .members([
      "kind": .text(experience.kind.rawValue),
      "title": .text(experience.title),
      "organization": experience.organization.map(JSONValue.text),
      "description": experience.description.map(JSONValue.text),
      "hours": experience.hours.map { .text($0.exactText) },
      "startedOn": experience.startedOn.map { .text($0.isoText) },
      "endedOn": experience.endedOn.map { .text($0.isoText) },
    ])
  }
}
