import TranscriptModel
import XMLKit

extension MasteryRecordElement {
  func write(_ area: RecordArea, to out: inout XMLMarkup) {
    out.tag("ContentArea") { tag in
      tag.add("id", area.id.code)
      tag.add("title", area.title)
    } content: { out in
      for competency in area.competencies { write(competency, to: &out) }
    }
  }

  /// A competency in full, with what its outcome rests on.
  func write(_ competency: RecordCompetency, to out: inout XMLMarkup) {
    out.tag("Competency") { tag in
      tag.add("id", competency.id.code)
      tag.add("name", competency.shortName)
      tag.add("core", competency.isCore ? nil : "false")
      tag.add(
        "status", competency.status.rawValue, default: AttainmentStatus.attained.rawValue)
      tag.add("level", competency.level.map { record.scale.level($0).code })
      tag.add("date", competency.date)
      tag.add("underWay", competency.isUnderWay ? "true" : nil)
      tag.add("counted", competency.counted)
      tag.add("needed", competency.needed)
      tag.add("shownIn", competency.shownIn)
    } content: { out in
      out.leaf("Statement", competency.statement) { _ in }
      for group in Self.byFramework(competency.alignments) {
        out.list("Alignment", group.codes, each: "code") { $0.add("framework", group.framework) }
      }
      out.list("Evidence", competency.basis.map(\.code), each: "id")
    }
  }

  /// The codes of each framework, both in the order given.
  private static func byFramework(
    _ alignments: [Alignment]
  ) -> [(framework: String, codes: [String])] {
    var groups: [(framework: String, codes: [String])] = []
    for alignment in alignments {
      if let index = groups.firstIndex(where: { $0.framework == alignment.framework }) {
        groups[index].codes.append(alignment.code)
      } else {
        groups.append((alignment.framework, [alignment.code]))
      }
    }
    return groups
  }

  func write(_ group: RecordCourseGroup, to out: inout XMLMarkup) {
    out.tag("Courses") { tag in
      tag.add("gradeLevel", group.gradeLevel.number)
      tag.add("schoolYear", "\(group.schoolYear.start)-\(group.schoolYear.start + 1)")
    } content: { out in
      for course in group.courses { write(course, to: &out) }
    }
  }

  private func write(_ course: RecordCourse, to out: inout XMLMarkup) {
    out.tag("Course") { tag in
      tag.add("id", course.id.code)
      tag.add("title", course.title)
      tag.add("level", course.level.rawValue, default: CourseLevel.regular.rawValue)
      tag.add("status", course.status.rawValue, default: CreditStatus.earned.rawValue)
      tag.add("mark", course.mark.map { record.scale.level($0).code })
      tag.add(
        "markStatus", course.markStatus.rawValue, default: AttainmentStatus.attained.rawValue)
      tag.add("credit", course.credit.fractionText)
      tag.add("earned", course.earned.fractionText)
      tag.add("date", course.date)
    } content: { out in
      writeResults(of: course.competencies, to: &out)
    }
  }

  /// Competencies as a course shows them: the outcome only, those with the same one together.
  private func writeResults(of competencies: [RecordCompetency], to out: inout XMLMarkup) {
    // By index: a copy of a whole competency costs more than what is read of it.
    var groups: [[Int]] = []
    for index in competencies.indices {
      let group = groups.firstIndex { competencies[index].isListed(with: competencies[$0[0]]) }
      if let group { groups[group].append(index) } else { groups.append([index]) }
    }
    for group in groups {
      let codes = group.map { competencies[$0].id.code }
      let first = group[0]
      out.list("Results", codes, each: "competency") { tag in
        tag.add(
          "status", competencies[first].status.rawValue,
          default: AttainmentStatus.attained.rawValue)
        tag.add("level", competencies[first].level.map { record.scale.level($0).code })
        tag.add("dates", group.lazy.compactMap { competencies[$0].date })
      }
    }
  }

  func write(_ institution: RecordInstitution, to out: inout XMLMarkup) {
    out.tag("Institution") { tag in
      tag.add("name", institution.name)
      tag.add("kind", institution.kind.rawValue)
    } content: { out in
      for course in institution.courses { write(course, to: &out) }
    }
  }

  private func write(_ course: RecordExternalCourse, to out: inout XMLMarkup) {
    out.tag("ExternalCourse") { tag in
      tag.add("id", course.id.code)
      tag.add("title", course.title)
      tag.add("mark", course.mark)
      tag.add("level", course.level.rawValue, default: CourseLevel.regular.rawValue)
      tag.add("credit", course.credit.fractionText)
      tag.add("collegeCredit", course.collegeCredit?.fractionText)
      tag.add("earnedOn", course.earnedOn)
      tag.add("gradeLevel", course.gradeLevel.map { String($0.number) })
    }
  }
}

extension RecordCompetency {
  /// Whether both have the same outcome, and can stand in one list.
  fileprivate func isListed(with other: RecordCompetency) -> Bool {
    status == other.status && level == other.level && (date == nil) == (other.date == nil)
      && !id.code.hasListSeparator && !other.id.code.hasListSeparator
  }
}
