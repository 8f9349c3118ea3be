import Diagnostics
import TranscriptModel

/// Columns of `framework/areas.csv`.
enum AreaColumn: Int, TableColumn {
  case area, title, shortTitle

  var rule: ColumnRule {
    switch self {
    case .area: .required("area")
    case .title: .required("title")
    case .shortTitle: .optional("short_title")
    }
  }
}

/// `framework/areas.csv`: content areas in the order in which they are printed.
enum AreaTable {
  static func parse(_ row: inout TableRow<AreaColumn>) -> ContentArea? {
    guard let id = row.identifier(.area, of: ContentArea.self), let title = row.text(.title) else {
      return nil
    }
    let short = row.text(.shortTitle)
    if (short ?? title).unicodeScalars.count > 30 {
      row.report(
        .shortTitleLong, short == nil ? .title : .shortTitle,
        "the short title of \"\(id)\" is longer than 30 characters",
        hint: "give a short_title of 30 characters or fewer")
    }
    return ContentArea(id: id, title: title, shortTitle: short ?? title, location: row.location)
  }
}
