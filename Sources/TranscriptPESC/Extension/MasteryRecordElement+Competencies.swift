import TranscriptModel
import XMLKit

extension MasteryRecordElement {
  func write(_ area: RecordArea, to out: inout XMLMarkup) {
    let usual = Usual(area.competencies)
    out.tag("ContentArea") { tag in
      tag.add("id", area.id.code)
      tag.add("title", area.title)
      usual.write(to: &tag)
    } content: { out in
      write(area.competencies, usual, to: &out)
    }
  }

  func writeGraduationCompetencies(to out: inout XMLMarkup) {
    let competencies = record.graduationCompetencies
    if competencies.isEmpty { return }
    let usual = Usual(competencies)
    out.tag("GraduationCompetencies") { tag in
      usual.write(to: &tag)
    } content: { out in
      write(competencies, usual, to: &out)
    }
  }

  /// What competencies of one list mostly have in common: said once, and where one differs.
  private struct Usual {
    let needed: Int?
    let framework: String?

    init(_ competencies: [RecordCompetency]) {
      needed = competencies.first?.needed
      framework = competencies.lazy.compactMap(\.alignments.first?.framework).first
    }

    func write(to tag: inout XMLMarkup) {
      if let needed { tag.add("needed", needed) }
      tag.add("framework", framework)
    }
  }

  /// Each competency with what its outcome rests on; its name and outcome in words are natively in
  /// the Proficiency that has the same id.
  private func write(
    _ competencies: [RecordCompetency], _ usual: Usual, to out: inout XMLMarkup
  ) {
    // By index: a copy of a whole competency costs more than what is read of it.
    for index in competencies.indices {
      out.tag("Competency") { tag in
        tag.add("id", competencies[index].id.code)
        if !competencies[index].isCore { tag.add("core", "false") }
        if competencies[index].status != .attained {
          tag.add("status", competencies[index].status.rawValue)
        }
        if let level = competencies[index].level { tag.add("level", levelCodes[level]) }
        tag.add("date", competencies[index].date)
        if competencies[index].isUnderWay { tag.add("underWay", "true") }
        if competencies[index].counted != competencies[index].basis.count {
          tag.add("counted", competencies[index].counted)
        }
        if competencies[index].needed != usual.needed {
          tag.add("needed", competencies[index].needed)
        }
        tag.add("shownIn", competencies[index].shownIn)
      } content: { out in
        out.leaf("Statement", competencies[index].statement) { _ in }
        writeAlignments(competencies[index].alignments, usual.framework, to: &out)
        out.list("Evidence", competencies[index].basis, each: "id", code: \.code)
      }
    }
  }

  /// The codes of each framework, both in the order given.
  private func writeAlignments(
    _ alignments: [Alignment], _ usual: String?, to out: inout XMLMarkup
  ) {
    var frameworks: [String] = []
    for index in alignments.indices where !frameworks.contains(alignments[index].framework) {
      frameworks.append(alignments[index].framework)
    }
    for framework in frameworks {
      let own =
        frameworks.count == 1 ? alignments : alignments.filter { $0.framework == framework }
      out.list("Alignment", own, each: "code", code: \.code) {
        $0.add("framework", framework, default: usual)
      }
    }
  }

  /// What the native part has no place for: exact credit, the level and day of a course that is not
  /// posted, and the days of competencies that are not met.
  func write(_ course: RecordCourse, posted: Rational?, to out: inout XMLMarkup) {
    // Where less than the whole has posted the native part has no day, and a mark only of an ended
    // course.
    let isWhole = course.status == .earned
    let hasNativeMark = isWhole || course.status == .notEarned
    let unmet = course.competencies.indices.filter {
      course.competencies[$0].date != nil && !course.competencies[$0].status.satisfies
    }
    let hasExactCredit = Credits.written(course.credit) != course.credit
    let hasExactEarned = posted.map { $0 != course.earned } ?? false
    let hasMark = !hasNativeMark && course.mark != nil
    let hasMarkStatus = course.markStatus != .attained
    let hasDate = !isWhole && course.date != nil
    guard
      hasExactCredit || hasExactEarned || hasMark || hasMarkStatus || hasDate || !unmet.isEmpty
    else { return }
    out.tag("Course") { tag in
      tag.add("id", course.id.code)
      if hasMark, let mark = course.mark { tag.add("mark", levelCodes[mark]) }
      if hasMarkStatus { tag.add("markStatus", course.markStatus.rawValue) }
      if hasExactCredit { tag.add("credit", course.credit.fractionText) }
      if hasExactEarned { tag.add("earned", course.earned.fractionText) }
      if hasDate { tag.add("date", course.date) }
    } content: { out in
      writeResults(unmet.map { course.competencies[$0] }, to: &out)
    }
  }

  /// Competencies that are not met, and the day of each in the same order.
  private func writeResults(_ competencies: [RecordCompetency], to out: inout XMLMarkup) {
    let listed = competencies.filter { !$0.id.code.hasListSeparator }
    let alone = competencies.filter { $0.id.code.hasListSeparator }
    for group in [listed] + alone.map({ [$0] }) where !group.isEmpty {
      out.list("Results", group, each: "competency", code: \.id.code) { tag in
        tag.add("dates", group.lazy.compactMap(\.date))
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
