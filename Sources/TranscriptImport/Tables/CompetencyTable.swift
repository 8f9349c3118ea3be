import Diagnostics
import TranscriptModel

/// Columns of `framework/competencies.csv`.
enum CompetencyColumn: Int, TableColumn {
  case code, tier, areas, parents, shortName, statement, alignments, unit, gradeLevel, core
  case prerequisites

  var rule: ColumnRule {
    switch self {
    case .code: .required("code")
    case .tier: .required("tier")
    case .areas: .optional("areas")
    case .parents: .optional("parents")
    case .shortName: .required("short_name")
    case .statement: .required("statement", prose: true)
    case .alignments: .optional("alignments")
    case .unit: .optional("unit")
    case .gradeLevel: .optional("grade_level")
    case .core: .optional("core")
    case .prerequisites: .optional("prerequisites")
    }
  }
}

/// `framework/competencies.csv`: one row by itself; `FrameworkCheck` looks at them together.
struct CompetencyTable {
  let references: References

  func parse(_ row: inout TableRow<CompetencyColumn>) -> Competency? {
    guard let id = row.identifier(.code, of: Competency.self),
      let tier = row.word(.tier, CompetencyTier.self)
    else { return nil }
    checkName(&row)
    return Competency(
      id: id, tier: tier, areas: areas(&row, tier: tier),
      parents: row.list(.parents).map { Identifier($0) },
      shortName: row.text(.shortName) ?? "", statement: row.text(.statement) ?? "",
      alignments: alignments(&row, tier: tier), unit: row.text(.unit),
      gradeLevel: row.gradeLevel(.gradeLevel), isCore: row.flag(.core) ?? true,
      prerequisites: row.list(.prerequisites).map { Identifier($0) }, location: row.location)
  }

  private func checkName(_ row: inout TableRow<CompetencyColumn>) {
    let length = row.text(.shortName)?.unicodeScalars.count ?? 0
    if length > 60 {
      row.report(
        .shortNameTooLong, .shortName, "short_name has \(length) characters; 60 is the limit",
        hint: "shorten it; the statement holds the full wording")
    } else if length > 30 {
      row.report(
        .shortNameLong, .shortName, "short_name has \(length) characters; it prints on two lines",
        hint: "30 characters or fewer fit on one line")
    }
  }

  /// In the district's order, whatever the order in the cell.
  private func areas(
    _ row: inout TableRow<CompetencyColumn>, tier: CompetencyTier
  ) -> [Identifier<ContentArea>] {
    let named = row.references(.areas, in: references.areas)
    switch tier {
    case .graduation where !named.isEmpty:
      row.report(
        .areaOnGraduation, .areas, "a graduation competency belongs to no content area",
        hint: "empty the cell, or make the tier content-area")
    case .contentArea where row.text(.areas) == nil:
      row.report(
        .missingArea, .areas, "a content-area competency needs a content area",
        hint: "name one or more codes of framework/areas.csv")
    default: break
    }
    let wanted = Set(named)
    let known = references.framework.areas.map(\.id).filter(wanted.contains)
    return references.areas.isComplete ? known : named
  }

  private func alignments(
    _ row: inout TableRow<CompetencyColumn>, tier: CompetencyTier
  ) -> [Alignment] {
    let items = row.list(.alignments)
    if items.isEmpty, tier == .contentArea {
      row.report(
        .unalignedCompetency, .alignments,
        "the content-area competency is aligned with no state standard",
        hint: "name at least one in alignments, such as CCSS.Math:A-REI.B.3")
    }
    return items.compactMap { item in
      let parts = item.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        return Alignment(
          framework: String(parts[0].trimmingSpaces), code: String(parts[1].trimmingSpaces))
      }
      row.report(
        .malformedAlignment, .alignments, "\"\(item)\" is not FRAMEWORK:CODE",
        hint: "write the framework's short name, a colon, and the standard's code")
      return nil
    }
  }
}
