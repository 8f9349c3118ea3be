import XMLKit

/// The columns of tables, some of which grow with what stands in them.
extension BoxBuilder {
  /// The columns of an element in their place; `nil` where the text is no list of columns.
  func columns(_ text: String, width: Double) -> ColumnSpecification? {
    let key = ColumnsKey(text: text, width: width)
    if let known = columnsRead[key] { return known }
    let read = ColumnSpecification(
      text, width: width, needs: text.contains("+") ? needs(of: text) : [])
    columnsRead[key] = .some(read)
    return read
  }

  /// The width of the widest cell of each column, in all tables of the document with the same
  /// columns: tables that are alike grow alike, so that their columns agree.
  private func needs(of text: String) -> [Double] {
    if columnNeeds.isEmpty { collectNeeds(of: root, columns: [], into: &columnNeeds) }
    return columnNeeds[text] ?? []
  }

  private func collectNeeds(
    of element: XMLElement, columns: [String], into needs: inout [String: [Double]]
  ) {
    let own = ["columns", "columns-wide"].compactMap { element.attribute($0) }
    let columns = own.isEmpty ? columns : own
    for child in element.elements {
      if child.name == "row" {
        for text in columns where text.contains("+") {
          widen(&needs[text, default: []], text, child)
        }
      } else {
        collectNeeds(of: child, columns: columns, into: &needs)
      }
    }
  }

  private func widen(_ needs: inout [Double], _ text: String, _ row: XMLElement) {
    let growing = ColumnSpecification.growing(text)
    if needs.isEmpty { needs = growing.map { _ in 0 } }
    let role = row.attribute("style") ?? "data"
    for (index, cell) in row.all("cell").enumerated() where growing.indices.contains(index) {
      guard growing[index] else { continue }
      // Dots touch no word even where they just fit.
      let slack = cell.first("dots") == nil ? 0 : 1.0
      needs[index] = max(needs[index], set(cell, role: role).width + slack)
    }
  }
}
