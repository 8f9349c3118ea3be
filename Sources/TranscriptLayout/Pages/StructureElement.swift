/// An element of the tagged structure: a group of elements, or a leaf with its marks.
public struct StructureElement: Hashable, Sendable {
  /// What an element holds: elements or marks, never both and never nothing.
  ///
  /// Marks next to elements would be drawn outside the structure.
  public enum Content: Hashable, Sendable {
    /// A group, in reading order.
    case elements([StructureElement])
    /// A leaf.
    case marks([Mark])
  }

  /// What it is.
  public var role: StructureRole
  /// What it holds.
  public var content: Content
  /// BCP 47 tag, where it differs from the element around it.
  public var language: String?
  /// What a figure shows, in words; every figure has it.
  public var alternativeText: String?
  /// What its glyphs stand for, where their characters do not say it: level dots.
  public var actualText: String?

  /// Creates an element.
  public init(
    _ role: StructureRole, _ content: Content, language: String? = nil,
    alternativeText: String? = nil, actualText: String? = nil
  ) {
    self.role = role
    self.content = content
    self.language = language
    self.alternativeText = alternativeText
    self.actualText = actualText
  }
}

/// The standard structure types that documents use.
///
/// ISO 32000-1, 14.8.4.
public enum StructureRole: Hashable, Sendable {
  case section
  /// A heading of level 1 to 6.
  case heading(Int)
  case paragraph
  case span
  case figure
  case list
  case listItem
  case listBody
  case table
  case tableRow
  /// A header cell for its column or its row.
  case tableHeader(Scope)
  case tableCell
  /// A link to the address given.
  case link(destination: String)

  /// Which cells a header cell names.
  public enum Scope: String, Hashable, Sendable {
    case column = "Column"
    case row = "Row"
  }

  /// The standard type's name, as it stands in a file: `H1`, `TD`.
  public var tag: String {
    switch self {
    case .section: "Sect"
    case .heading(let level): "H\(level)"
    case .paragraph: "P"
    case .span: "Span"
    case .figure: "Figure"
    case .list: "L"
    case .listItem: "LI"
    case .listBody: "LBody"
    case .table: "Table"
    case .tableRow: "TR"
    case .tableHeader: "TH"
    case .tableCell: "TD"
    case .link: "Link"
    }
  }
}
