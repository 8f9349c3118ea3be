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
    return columnNeeds.columns(text)?.widths ?? []
  }

  private func collectNeeds(of element: XMLElement, columns: [ColumnNeeds.Columns]) {
    var columns = columns
    if let own = element.attribute("columns") {
      let wide = element.attribute("columns-wide")
      columns = [own, wide].compactMap { $0.flatMap(columnNeeds.columns) }
    } else if let wide = element.attribute("columns-wide") {
      columns = [wide].compactMap(columnNeeds.columns)
    }
    for case .element(let child) in element.children {
      if child.name != "row" {
        collectNeeds(of: child, columns: columns)
      } else if !columns.isEmpty {
        widen(columns, by: child)
      }
    }
  }

  private func widen(_ columns: [ColumnNeeds.Columns], by row: XMLElement) {
    let role = row.attribute("style") ?? "data"
    var index = 0
    for case .element(let cell) in row.children where cell.name == "cell" {
      defer { index += 1 }
      guard columns.contains(where: { $0.grows(index) }) else { continue }
      // Dots touch no word even where they just fit.
      let slack = cell.first("dots") == nil ? 0 : 1.0
      let width = set(cell, role: role).width + slack
      for columns in columns { columns.widen(index, to: width) }
    }
  }
}

/// How wide the columns of one document that grow have to be; the same however close it is set.
final class ColumnNeeds {
  /// Columns of which some grow.
  final class Columns {
    private let isGrowing: [Bool]
    /// The width of the widest cell of each column; 0 where it does not grow.
    private(set) var widths: [Double]

    init(isGrowing: [Bool]) {
      self.isGrowing = isGrowing
      widths = isGrowing.map { _ in 0 }
    }

    func grows(_ column: Int) -> Bool { isGrowing.indices.contains(column) && isGrowing[column] }

    func widen(_ column: Int, to width: Double) {
      if grows(column) { widths[column] = max(widths[column], width) }
    }
  }

  /// Whether the document has been looked through.
  var isCollected = false
  /// The columns by the text that names them.
  private var known: [String: Columns] = [:]

  /// The columns that a text names; `nil` where none of them grows.
  func columns(_ text: String) -> Columns? {
    guard text.utf8.contains(UInt8(ascii: "+")) else { return nil }
    if let columns = known[text] { return columns }
    let columns = Columns(isGrowing: ColumnSpecification.growing(text))
    known[text] = columns
    return columns
  }
}
