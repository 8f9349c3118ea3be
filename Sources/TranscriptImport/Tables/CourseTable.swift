import Diagnostics
import TranscriptModel

/// Columns of `courses.csv`.
enum CourseColumn: Int, TableColumn {
  case course, title, credit, creditAreas, competencies, atLeast, level, gradeLevel, contentArea
  case sced, partial, kind

  var rule: ColumnRule {
    switch self {
    case .course: .required("course")
    case .title: .required("title")
    case .credit: .required("credit")
    case .creditAreas: .required("credit_areas")
    case .competencies: .required("competencies")
    case .atLeast: .optional("at_least")
    case .level: .optional("level")
    case .gradeLevel: .optional("grade_level")
    case .contentArea: .optional("content_area")
    case .sced: .optional("sced")
    case .partial: .optional("partial")
    case .kind: .optional("kind")
    }
  }
}

/// What a row of `courses.csv` is.
private enum CreditKind: String, CaseIterable {
  case course, credit
}

/// `courses.csv`: which competencies earn which credit.
struct CourseTable {
  let references: References

  func parse(_ row: inout TableRow<CourseColumn>) -> CreditRule? {
    guard let id = row.identifier(.course, of: CreditRule.self), let title = row.text(.title)
    else { return nil }
    if title.unicodeScalars.count > 60 {
      row.report(
        .titleTooLong, .title, "the title has \(title.unicodeScalars.count) characters",
        hint: "shorten it to 60 characters or fewer")
    }
    let credit = row.positive(.credit)
    let creditAreas = row.references(.creditAreas, in: references.creditAreas)
    let set = competencies(&row)
    guard let credit else { return nil }
    return CreditRule(
      id: id, title: title, credit: credit, creditAreas: creditAreas, requires: set,
      level: row.word(.level, CourseLevel.self) ?? .regular,
      gradeLevel: row.gradeLevel(.gradeLevel),
      contentArea: row.reference(.contentArea, in: references.areas), sced: sced(&row),
      partial: row.word(.partial, PartialCredit.self) ?? .none,
      isCourse: row.word(.kind, CreditKind.self) != .credit, location: row.location)
  }

  private func competencies(_ row: inout TableRow<CourseColumn>) -> CompetencySet {
    let members = row.references(.competencies, in: references.competencies)
    let named = row.list(.competencies).count
    guard let least = row.whole(.atLeast, in: 1...9_999) else {
      return CompetencySet(members: members)
    }
    if least > named {
      row.report(
        .atLeastTooMany, .atLeast, "at_least asks for \(least) of \(named) competencies",
        hint: "write a number from 1 to \(named), or leave it empty for all")
    }
    return CompetencySet(members: members, criteria: .atLeast(least))
  }

  private func sced(_ row: inout TableRow<CourseColumn>) -> String? {
    guard let text = row.text(.sced) else { return nil }
    if text.utf8.count != 5 && text.utf8.count != 12 {
      row.report(
        .malformedCode, .sced, "a SCED code has 5 or 12 characters",
        hint: "write the five-digit course code, such as 02052, or leave it empty")
    }
    return text
  }
}
