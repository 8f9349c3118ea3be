import Diagnostics
import TranscriptModel

/// The cells of the current row by column, read into typed values; what is wrong is kept.
struct TableRow<Column: TableColumn> {
  let table: TableFile
  var csv = CSVRow()
  private(set) var problems: [Diagnostic] = []
  /// What the row names that is itself set aside.
  var dependency: Dependency?

  init(_ table: TableFile) { self.table = table }

  /// Where the row is.
  var reference: RowReference {
    RowReference(table: table, range: csv.range, line: csv.line)
  }

  /// The place of the row.
  var location: SourceLocation { SourceLocation(file: table.file.path, line: csv.line) }

  /// Whether the row could be cut into the cells that the header names, sound or not.
  var hasCells: Bool { csv.fields.count == table.width }

  mutating func takeProblems() -> [Diagnostic] {
    defer { problems.removeAll() }
    return problems
  }

  /// Whether the row's bytes, width and required cells are right; what is not is reported.
  mutating func isSound() -> Bool {
    if let fault = csv.fault {
      let start = csv.range.lowerBound
      let location = table.file.location(of: fault.offset, from: start, line: csv.line)
      problems.append(
        fault.diagnostic(
          at: table.origin == nil ? location : self.location,
          excerpt: table.excerpt(ofLineAt: fault.offset), file: table.file, limits: table.limits))
      return false
    }
    guard csv.fields.count == table.width else {
      problems.append(
        Diagnostic(
          .wrongFieldCount, at: location,
          "the row has \(csv.fields.count) cells; the header has \(table.width)",
          excerpt: table.excerpt(ofLineAt: csv.range.lowerBound),
          hint: "put a cell that holds a comma in quotes, and keep a comma for each empty cell"))
      return false
    }
    if csv.fields.allSatisfy(\.isEmpty) {
      problems.append(
        Diagnostic(.missingCell, at: location, "every cell of the row is empty", hint: "remove it"))
      return false
    }
    for (ordinal, position) in table.required where csv.fields[position].isEmpty {
      reportMissing(table.rules[ordinal], csv.fields[position])
    }
    return problems.isEmpty
  }

  private mutating func reportMissing(_ rule: ColumnRule, _ field: CSVField) {
    problems.append(
      Diagnostic(
        .missingCell, at: table.location(of: field, in: reference), "\(rule.name) is empty",
        hint: "fill it in; it is required"))
  }

  private func field(_ column: Column) -> CSVField? {
    table.positions[column.rawValue].map { csv.fields[$0] }
  }

  /// Whether the cell holds nothing, or the column is not there.
  func isEmpty(_ column: Column) -> Bool { field(column)?.isEmpty ?? true }

  /// Whether the file has the column at all.
  func has(_ column: Column) -> Bool { table.positions[column.rawValue] != nil }

  /// The cell's text; `nil` when it is empty or the column is not there.
  mutating func text(_ column: Column) -> String? {
    guard let field = field(column), !field.isEmpty else { return nil }
    let text = decoded(field)
    if csv.hasNonASCII, let mark = Self.directionMark(in: text) {
      report(
        .bidiOverride, column,
        "\(column.rule.name) holds the invisible direction mark \(mark)",
        hint: "type the text again without it; right-to-left text needs no mark")
    }
    if csv.hasNonASCII, column.rule.isPersonal { reportInvisible(in: text, column) }
    if field.isQuoted, csv.extraLines > 0 || text.utf8.contains(0x09), !column.rule.isProse,
      text.utf8.contains(where: { $0 < 0x20 })
    {
      report(
        .controlCharacter, column, "\(column.rule.name) holds a line break or a tab",
        hint: "write it on one line")
    }
    return text
  }

  /// The value that an equal cell of this file had before, or else what `make` makes of it.
  ///
  /// Only a value that came without a problem is kept, so that each bad cell is reported.
  mutating func cached<Value>(
    _ column: Column, _ cache: ByteCache<Value>, make: (inout TableRow) -> Value?
  ) -> Value? {
    guard let field = field(column), !field.isEmpty else { return nil }
    let range = field.start..<field.end
    let (found, hash) = table.file.bytes.withUnsafeBufferPointer {
      cache.find(UnsafeBufferPointer(rebasing: $0[range]))
    }
    if let found { return found }
    let before = problems.count
    guard let value = make(&self) else { return nil }
    if problems.count == before, dependency == nil {
      table.file.bytes.withUnsafeBufferPointer {
        cache.insert(value, UnsafeBufferPointer(rebasing: $0[range]), hash)
      }
    }
    return value
  }

  /// The cell's text without any check of it.
  func rawText(_ column: Column) -> String? {
    field(column).flatMap { $0.isEmpty ? nil : decoded($0) }
  }

  private func decoded(_ field: CSVField) -> String {
    let bytes = table.file.bytes
    guard field.hasEscapes else {
      let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      return csv.hasNonASCII ? text.composed : text
    }
    var unescaped: [UInt8] = []
    var at = field.start
    while at < field.end {
      unescaped.append(bytes[at])
      at += bytes[at] == 0x22 ? 2 : 1
    }
    return String(decoding: unescaped, as: UTF8.self).composed
  }

  /// Embeddings, overrides and isolates reorder what follows them.
  private static func directionMark(in text: String) -> String? {
    let mark = text.unicodeScalars.first {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    return mark.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }

  /// What nobody sees makes another name of a name, and goes on a diploma unseen.
  private mutating func reportInvisible(in text: String, _ column: Column) {
    guard let found = InvisibleCharacter.first(in: text) else { return }
    report(
      found.isMark ? .bidiOverride : .controlCharacter, column,
      "\(column.rule.name) holds the invisible \(found.isMark ? "direction mark" : "character")"
        + " \(found.name)",
      hint: "type the text again without it")
  }

  /// Adds a problem with a cell.
  mutating func report(
    _ code: DiagnosticCode, _ column: Column, _ message: String, hint: String? = nil,
    related: [Diagnostic.Related] = []
  ) {
    let field = field(column)
    problems.append(
      Diagnostic(
        code, at: field.map { table.location(of: $0, in: reference) } ?? location, message,
        excerpt: field.flatMap { table.excerpt(of: $0, isPersonal: column.rule.isPersonal) },
        hint: hint, related: related))
  }

  /// Adds a problem made elsewhere.
  mutating func report(_ problem: Diagnostic) { problems.append(problem) }
}
