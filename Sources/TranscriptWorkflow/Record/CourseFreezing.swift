import AttainmentEngine
import TranscriptModel

/// Freezes courses, grouped by the year under which they are listed.
struct CourseFreezing: Sendable {
  let resolution: StudentResolution
  let competencies: CompetencyFreezing

  private struct Key: Hashable, Comparable {
    let isInProgress: Bool
    let schoolYear: SchoolYear
    let gradeLevel: GradeLevel

    static func < (left: Key, right: Key) -> Bool {
      (left.isInProgress ? 1 : 0, left.schoolYear, left.gradeLevel)
        < (right.isInProgress ? 1 : 0, right.schoolYear, right.gradeLevel)
    }
  }

  /// Years in order; what is under way comes last.
  var groups: [RecordCourseGroup] {
    Dictionary(grouping: resolution.credits, by: key).sorted { $0.key < $1.key }.map {
      RecordCourseGroup(
        gradeLevel: $0.key.gradeLevel, schoolYear: $0.key.schoolYear,
        isInProgress: $0.key.isInProgress, courses: $0.value.map(course))
    }
  }

  private func key(_ credit: CreditDecision) -> Key {
    Key(
      isInProgress: isOpen(credit), schoolYear: credit.schoolYear, gradeLevel: credit.gradeLevel)
  }

  /// Whether the course goes on or has yet to begin.
  private func isOpen(_ credit: CreditDecision) -> Bool {
    switch credit.status {
    case .inProgress, .planned: true
    case .partial: credit.enrollment?.status == .enrolled
    case .earned, .withdrawn, .notEarned: false
    }
  }

  private func course(_ credit: CreditDecision) -> RecordCourse {
    let rule = credit.rule
    // A course that was left has no mark, whatever was shown in it: levels of competencies stay.
    let isLeft = credit.status == .withdrawn
    // While a course goes on its level so far is stated as such; once it has ended, only a final
    // mark is one.
    let isAwaited =
      isOpen(credit) && credit.enrollment?.isAwaited(on: resolution.asOf) == true
    let hasMark = !isLeft && (credit.isMarkFinal || isOpen(credit) && !isAwaited)
    // Once a course has ended, nothing more of it is expected.
    let expected = isOpen(credit) ? credit.enrollment?.expectedOn : nil
    return RecordCourse(
      id: rule.id, title: rule.title, level: rule.level, status: credit.status,
      mark: hasMark ? credit.mark : nil, markStatus: isLeft ? .withdrawn : credit.markStatus,
      credit: rule.credit,
      earned: credit.earned, date: isLeft ? nil : credit.earnedOn ?? expected,
      creditAreas: rule.creditAreas, contentArea: rule.contentArea, sced: rule.sced,
      isCourse: rule.isCourse, isAwaited: isAwaited,
      competencies: rule.requires.members.compactMap { competencies.record($0) })
  }
}
