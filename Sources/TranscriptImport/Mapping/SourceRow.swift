import Diagnostics

/// The header of someone else's table.
///
/// Names are compared without regard to case and outer spaces, because exporters change both.
struct SourceHeader: Sendable {
  let width: Int
  /// The header without the names of confidential columns.
  let shownBytes: [UInt8]
  let shownNames: [String]
  let confidential: Set<Int>
  let separator: UInt8
  /// What ends the header.
  let lineEnd: LineEnd
  /// The position from which on rows may have any number of cells, if there is one.
  ///
  /// Canvas heads the first of its ratings `ratings` and leaves the header at that; each rating is
  /// two cells, points and description.
  let openFrom: Int?
  private var positions: [String: Int] = [:]
  /// The second place of names that are there twice.
  private var repeated: [String: Int] = [:]

  /// The header that `row` is, in a table whose cells are parted by `separator`.
  ///
  /// With `only`, columns of other names (folded) are confidential; those of `except` always are, and
  /// those of `keeping` (folded) never.
  init(
    _ row: CSVRow, of file: InputFile, separator: UInt8 = 0x2C, only: Set<String>? = nil,
    except: Set<String> = [], keeping: Set<String> = []
  ) {
    width = row.fields.count
    self.separator = separator
    let names = row.fields.map { file.text($0.start..<$0.end) }
    var confidential: Set<Int> = []
    for (position, name) in names.enumerated() {
      let folded = Self.fold(name)
      if ConfidentialName.matches(name) && !keeping.contains(folded)
        || only?.contains(folded) == false
        || except.contains(folded)
      {
        confidential.insert(position)
      } else if positions[Self.fold(name)] == nil {
        positions[Self.fold(name)] = position
      } else if repeated[Self.fold(name)] == nil {
        repeated[Self.fold(name)] = position
      }
    }
    self.confidential = confidential
    let shown = names.indices.filter { !confidential.contains($0) }
    shownNames = shown.map { names[$0] }
    let last = names.lastIndex { !$0.isEmpty } ?? 0
    let isOpen = positions["vendor_guid"] != nil && positions["ratings"] == last
    openFrom = isOpen ? last : nil
    // What stands before the header is kept with it, a byte-order mark as well: a mapping, or a
    // spreadsheet, counts on it. So is the CR of its end, for the rows to end alike.
    let before = Array(file.bytes[..<row.range.lowerBound])
    lineEnd = LineEnd(in: file.bytes, at: row.range.upperBound) ?? .lineFeed
    shownBytes =
      before
      + (confidential.isEmpty
        ? Array(file.bytes[row.range]) : CSVWriter.line(shownNames, separator: separator))
      + lineEnd.mark
  }

  /// Whether a row of so many cells is whole.
  func fits(_ count: Int) -> Bool {
    openFrom.map { count >= $0 } ?? (count == width)
  }

  static func fold(_ name: String) -> String { String(name.trimmingSpaces).lowercased() }

  func has(_ name: String) -> Bool { positions[Self.fold(name)] != nil }

  /// Where a column is the second time, if it is there twice.
  func repetition(of name: String) -> Int? { repeated[Self.fold(name)] }

  func position(_ name: String) -> Int? { positions[Self.fold(name)] }
}

/// What a mapping reads: a row of a table, an item of a package, a statement.
protocol SourceRecord: Sendable {
  var location: SourceLocation { get }
  /// The record as the reject file holds it, without what is confidential.
  var shownBytes: [UInt8] { get }
  var shownHeader: [UInt8] { get }
  /// Whether records of this kind have the column at all.
  func has(_ name: String) -> Bool
  /// Whether no value means that there is none, and not that the source does not say.
  func fills(_ name: String) -> Bool
  /// The encoding of the file that it is from.
  var encoding: TextEncoding { get }
  /// What ends it in its file.
  var lineEnd: LineEnd { get }
  /// Whether the source wants withdrawn what was imported of it.
  var isWithdrawal: Bool { get }
  /// What makes the record unusable, whatever is mapped.
  var fault: Diagnostic? { get }
  /// The value without outer spaces; `nil` when there is none.
  func text(_ name: String) -> String?
  func problem(
    _ code: DiagnosticCode, _ name: String, _ message: String, hint: String, isPersonal: Bool
  ) -> Diagnostic
}

/// A row of someone else's table.
struct SourceRow: SourceRecord {
  let csv: CSVRow
  let header: SourceHeader
  let file: InputFile
  var encoding: TextEncoding = .utf8
  /// A table says nothing about what it said before.
  var isWithdrawal: Bool { false }

  var location: SourceLocation { SourceLocation(file: file.path, line: csv.line) }

  var lineEnd: LineEnd { LineEnd(in: file.bytes, at: csv.range.upperBound) ?? header.lineEnd }

  /// Whether there is nothing but empty cells.
  var isBlank: Bool { csv.fault == nil && csv.fields.allSatisfy(\.isEmpty) }

  var firstCell: String? { csv.fields.first.map(decoded) }

  /// What makes the row unreadable.
  var fault: Diagnostic? {
    if let fault = csv.fault {
      let place = file.location(of: fault.offset, from: csv.range.lowerBound, line: csv.line)
      return fault.diagnostic(at: place, excerpt: line(at: fault.offset), file: file)
    }
    guard !header.fits(csv.fields.count) else { return nil }
    return Diagnostic(
      .wrongFieldCount, at: location,
      "the row has \(csv.fields.count) cells; the header has \(header.width)",
      hint: "correct the quotes or the separator of this row")
  }

  /// The line with the byte at `offset` marked; names of people may stand in it.
  private func line(at offset: Int) -> Excerpt? {
    guard header.confidential.isEmpty else { return nil }
    let range = file.lineRange(at: offset)
    guard range.count < 4_096 else { return nil }
    let before = file.text(range.lowerBound..<max(range.lowerBound, offset))
    return Excerpt(
      text: file.text(range), markStart: before.unicodeScalars.count, markLength: 1,
      isPersonal: true)
  }

  /// The cell without outer spaces; `nil` when it is empty or the file has no such column.
  func text(_ name: String) -> String? {
    guard let position = header.position(name), position < csv.fields.count else { return nil }
    let text = decoded(csv.fields[position]).trimmingSpaces
    return text.isEmpty ? nil : String(text)
  }

  private func decoded(_ field: CSVField) -> String {
    let text = file.text(field.start..<field.end)
    return field.hasEscapes ? text.replacing("\"\"", with: "\"") : text
  }

  /// The row as written, without confidential cells.
  var shownBytes: [UInt8] {
    guard !header.confidential.isEmpty else { return Array(file.bytes[csv.range]) }
    guard csv.fault == nil, header.fits(csv.fields.count) else { return [] }
    let kept = csv.fields.indices.filter { !header.confidential.contains($0) }
    return CSVWriter.line(kept.map { decoded(csv.fields[$0]) }, separator: header.separator)
  }

  var shownHeader: [UInt8] { header.shownBytes }

  func has(_ name: String) -> Bool { header.has(name) }

  func fills(_ name: String) -> Bool { header.has(name) }

  /// A problem with one of its cells.
  func problem(
    _ code: DiagnosticCode, _ name: String, _ message: String, hint: String, isPersonal: Bool
  ) -> Diagnostic {
    guard let position = header.position(name), position < csv.fields.count else {
      return Diagnostic(code, at: location, message, hint: hint)
    }
    let field = csv.fields[position]
    let start = field.isQuoted ? field.start - 1 : field.start
    let text = file.text(field.start..<field.end)
    return Diagnostic(
      code, at: file.location(of: start, from: csv.range.lowerBound, line: csv.line), message,
      // Of an empty cell the line is shown, with the place where something should be.
      excerpt: text.isEmpty
        ? line(at: field.start) : Excerpt(cell: text, isPersonal: isPersonal), hint: hint)
  }
}
