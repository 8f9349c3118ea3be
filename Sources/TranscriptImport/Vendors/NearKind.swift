import Diagnostics

/// What a table that no mapping fits seems to be, by its header.
struct NearKind {
  /// Required columns of one of our tables that a file must have to be taken for it.
  private static let leastOwn = 3

  private let path: String
  private let line: Int
  private let header: SourceHeader

  /// `nil` when the file has no header.
  init?(_ file: InputFile) {
    let beginning = InputFile(path: file.path, bytes: Array(file.bytes.prefix(1 << 16)))
    guard let found = SuggestedHeader.best(of: beginning) else { return nil }
    path = file.path
    line = found.row.line
    header = SourceHeader(found.row, of: beginning, separator: found.separator)
  }

  private var location: SourceLocation { SourceLocation(file: path, line: line) }

  /// What is wrong with the file, as far as its header shows.
  var problem: Diagnostic? { ownTable ?? rollup ?? translated }

  /// One of our own tables, of which a column is missing or misspelt.
  private var ownTable: Diagnostic? {
    for table in ImportTable.allCases {
      let required = table.rules.filter(\.isRequired).map(\.name)
      let absent = required.filter { !header.has($0) }
      guard let name = absent.first, absent.count == 1, required.count > Self.leastOwn else {
        continue
      }
      let others = header.shownNames.filter { !table.columns.contains($0) }
      return Diagnostic(
        .missingColumn, at: location,
        "there is no column \"\(name)\"; the others are those of our own table \(table.rawValue)",
        hint: NearestName.find(name, in: others).map { "rename \($0) to \(name)" }
          ?? "add the column \(name), or rename the one that holds it")
    }
    return nil
  }

  /// Results by competency of which there are only numbers that a vendor has computed.
  var rollup: Diagnostic? {
    let columns = SuggestedColumn(header.shownNames) { _ in [] }
    guard columns.candidate(for: "competency") != nil, columns.candidate(for: "level") == nil,
      let name = header.shownNames.first(where: RollupName.matches)
    else { return nil }
    return Diagnostic(
      .vendorRollup, at: location,
      "the only score that the file has is \"\(name)\", a number computed from others",
      hint: RollupName.hint)
  }

  private var translated: Diagnostic? {
    nearest.map { name, found, absent in
      Diagnostic(
        .unknownFormat, at: location,
        "the file is not of a kind that is known; it has \(found) of the \(found + absent.count)"
          + " columns that \(name) reads",
        hint: "if its header is translated, write a mapping with extends: \(name) that says what"
          + " these are called: \(absent.joined(separator: ", "))")
    }
  }

  /// The built-in mapping of which the file has half of the columns or more: how many, and which
  /// are absent.
  var nearest: (name: String, found: Int, absent: [String])? {
    let near = BuiltInMappings.all.filter { $0.recognizes.count > 1 }.compactMap { mapping in
      let names = Set(mapping.columns.flatMap(\.names) + mapping.filters.map(\.column))
      let absent = names.filter { !header.has($0) }.sorted()
      return absent.count * 2 <= names.count
        ? (name: mapping.name, found: names.count - absent.count, absent: absent) : nil
    }
    return near.max { first, second in
      first.found * (second.found + second.absent.count)
        < second.found * (first.found + first.absent.count)
    }
  }

  /// What a file is called that is read without a mapping of the district.
  static func known(_ file: InputFile) -> String? {
    if let table = OneRosterSet.table(of: file) { return "OneRoster's table \(table)" }
    let builtIn = BuiltInMappings.all.filter { $0.recognizes.count > 1 }
    if let found = builtIn.first(where: { HeaderProbe($0).matches(file) }) { return found.name }
    let own = NativeTable.mappings(separator: 0x2C).first { HeaderProbe($0).matches(file) }
    return own.map { "our own table \($0.name)" }
  }
}
