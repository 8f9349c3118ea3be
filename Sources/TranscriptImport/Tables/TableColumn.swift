/// What is known about a column of one of our tables.
struct ColumnRule: Hashable, Sendable {
  let name: String
  /// Whether the column must be present and each of its cells filled.
  let isRequired: Bool
  /// Whether cells hold names, birth dates or other personal data.
  let isPersonal: Bool
  /// Whether a cell may hold line breaks and tabs.
  let isProse: Bool

  static func required(
    _ name: String, personal: Bool = false, prose: Bool = false
  ) -> ColumnRule {
    ColumnRule(name: name, isRequired: true, isPersonal: personal, isProse: prose)
  }

  static func optional(
    _ name: String, personal: Bool = false, prose: Bool = false
  ) -> ColumnRule {
    ColumnRule(name: name, isRequired: false, isPersonal: personal, isProse: prose)
  }
}

/// The columns of a table as an enumeration whose raw value is the position in `allCases`.
protocol TableColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  var rule: ColumnRule { get }
}
