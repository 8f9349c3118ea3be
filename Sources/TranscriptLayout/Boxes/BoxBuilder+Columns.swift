import XMLKit

/// The columns of tables, some of which grow with what stands in them.
extension BoxBuilder {
  /// The columns of an element in their place; `nil` where the text is no list of columns.
  func columns(_ text: String, width: Double) -> ColumnSpecification? {
    let key = ColumnsKey(text: text, width: width)
    if let known = columnsRead[key] { return known }
    let read = ColumnSpecification(
      text, width: width, needs: text.utf8.contains(UInt8(ascii: "+")) ? needs(of: text) : [])
    columnsRead[key] = .some(read)
    return read
  }

  /// The width of the widest cell of each column, in all tables of the document with the same
  /// columns: tables that are alike grow alike, so that their columns agree.
  private func needs(of text: String) -> [Double] {
    if !columnNeeds.isCollected {
      columnNeeds.isCollected = true
      collectNeeds(of: root, columns: [])
    }
    return columnNeeds.widths[text] ?? []
  }

  private func collectNeeds(of element: XMLElement, columns: [ColumnNeeds.Columns]) {
    let own = ["columns", "columns-wide"].compactMap { element.attribute($0) }
    let columns = own.isEmpty ? columns : own.compactMap(columnNeeds.columns)
    for case .element(let child) in element.children {
      if child.name != "row" {
        collectNeeds(of: child, columns: columns)
      } else if !columns.isEmpty {
        for columns in columns { widen(columns, by: child) }
      }
    }
  }

  private func widen(_ columns: ColumnNeeds.Columns, by row: XMLElement) {
    var needs = columnNeeds.widths[columns.text] ?? columns.isGrowing.map { _ in 0 }
    let role = row.attribute("style") ?? "data"
    var index = 0
    for case .element(let cell) in row.children where cell.name == "cell" {
      defer { index += 1 }
      guard columns.isGrowing.indices.contains(index), columns.isGrowing[index] else { continue }
      // Dots touch no word even where they just fit.
      let slack = cell.first("dots") == nil ? 0 : 1.0
      needs[index] = max(needs[index], set(cell, role: role).width + slack)
    }
    columnNeeds.widths[columns.text] = needs
  }
}

/// How wide the columns of one document that grow have to be; the same however close it is set.
final class ColumnNeeds {
  /// Columns of which some grow, with the text that names them.
  struct Columns {
    let text: String
    let isGrowing: [Bool]
  }

  /// Whether the document has been looked through.
  var isCollected = false
  /// The widths by the text that names the columns.
  var widths: [String: [Double]] = [:]
  private var known: [String: Columns] = [:]

  /// The columns that a text names; `nil` where none of them grows.
  func columns(_ text: String) -> Columns? {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return nil }
    if let columns = known[text] { return columns }
    let columns = Columns(text: text, isGrowing: ColumnSpecification.growing(text))
    known[text] = columns
    return columns
  }
}
