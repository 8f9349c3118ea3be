public import Diagnostics
import TranscriptModel

/// Writes a first draft of a mapping for a table: what its columns seem to be, from their names and
/// the first rows.
///
/// A draft is read by a person: what could not be told is there as a comment, and scales are left
/// for the district to adopt.
public struct MappingSuggestion: Sendable {
  private let file: InputFile
  private let header: SourceHeader
  private let separator: UInt8
  /// Lines with something in them before the header.
  private let linesBefore: Int
  private let headerLine: Int
  private let rows: [SourceRow]

  private let isUTF16: Bool
  /// The table of ours that the rows seem to belong to.
  private let table: ImportTable

  /// Looks at a table; `nil` when it has no header.
  public init?(_ source: InputFile) {
    let isWide =
      source.bytes.starts(with: [0xFF, 0xFE]) || source.bytes.starts(with: [0xFE, 0xFF])
    let decoded = isWide ? TextEncoding.utf16.decoded(source.bytes) : nil
    let file = decoded.map { InputFile(path: source.path, bytes: $0) } ?? source
    isUTF16 = decoded != nil
    guard let best = SuggestedHeader.best(of: file) else { return nil }
    var header = SourceHeader(best.row, of: file, separator: best.separator)
    var rows = Self.rows(of: file, best, header)
    table = SuggestedColumn.table(of: header.shownNames) { [rows] name in
      rows.compactMap { $0.text(name) }
    }
    if table == .students {
      // Of students it is asked in which language documents for the family are.
      header = SourceHeader(
        best.row, of: file, separator: best.separator,
        keeping: Self.familyLanguage(in: best.row, of: file))
      rows = Self.rows(of: file, best, header)
    }
    self.file = file
    self.header = header
    self.rows = rows
    separator = best.separator
    linesBefore = best.rowsBefore
    headerLine = best.row.line
  }

  private static func rows(
    of file: InputFile, _ best: SuggestedHeader, _ header: SourceHeader
  ) -> [SourceRow] {
    var reader = best.reader
    reader.expectedFields = header.width
    var row = CSVRow()
    var rows: [SourceRow] = []
    while rows.count < 200, reader.next(&row) {
      let source = SourceRow(csv: row, header: header, file: file)
      if source.fault == nil { rows.append(source) }
    }
    return rows
  }

  private static func familyLanguage(in row: CSVRow, of file: InputFile) -> Set<String> {
    let names = row.fields.map { file.text($0.start..<$0.end) }
    return Set(names.filter(ConfidentialName.tellsFamilyLanguage).map(SourceHeader.fold))
  }

  /// Why no mapping should be made for a table: its numbers are computed from others.
  public static func refusal(of file: InputFile) -> Diagnostic? {
    VendorRollup.refusal(of: file) ?? NearKind(file)?.rollup
  }

  /// The draft as YAML.
  public var text: String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    var text = "# A first draft: read it line by line, and give what could not be told.\n"
    text += "mapping: \(Self.scalar(stem.lowercased().replacing(" ", with: "-")))\n"
    text += "table: \(table.rawValue)\n"
    text +=
      "recognizes: [\(header.shownNames.prefix(4).map(Self.scalar).joined(separator: ", "))]\n"
    if separator != 0x2C {
      text += "separator: \(separator == 0x09 ? "tab" : "\"\(Unicode.Scalar(separator))\"")\n"
    }
    if linesBefore > 0 {
      text += "lines_before_header: \(linesBefore)   # line \(headerLine) seems to be the header\n"
    } else if headerLine > 1 {
      text +=
        "# line \(headerLine) seems to be the header; empty lines before it need no word here\n"
    }
    if isUTF16 { text += "encoding: utf-16\n" }
    if UTF8Sequence.firstInvalid(file.bytes) != nil { text += "encoding: windows-1252\n" }
    text += resemblance
    if table == .evidence, candidate(for: "level").map(isNumeric) == true {
      text += "# scales: { … : [{ at_least: …, level: … }] }   # the district's own steps\n"
    }
    let person =
      table == .evidence
      ? SuggestedColumn.studentName(in: header.shownNames, beside: candidate(for: "student_id"))
      : nil
    if let person {
      text += "student_name: \(Self.scalar(person))   # must be the student's on file\n"
    }
    text += "columns:\n"
    var used = Set([person].compactMap(\.self))
    for rule in table.rules { text += line(rule, &used) }
    let unused = header.shownNames.filter { !used.contains($0) && !$0.isEmpty }
    let computed = table == .evidence ? unused.filter(RollupName.matches) : []
    if !computed.isEmpty {
      text += "# computed from other numbers, so no evidence: \(computed.joined(separator: ", "))\n"
    }
    let others = unused.filter { !computed.contains($0) }
    if !others.isEmpty { text += "# not used: \(others.joined(separator: ", "))\n" }
    return text
  }

  private func line(_ rule: ColumnRule, _ used: inout Set<String>) -> String {
    guard let name = candidate(for: rule.name) else {
      if rule.name == "evidence_id" {
        used.formUnion(digestParts)
        return digestLine
      }
      if rule.name == "level", table == .evidence {
        return "  # level: { column: …, scale: … }   # nothing here looks like it\n"
      }
      guard rule.isRequired else { return "" }
      return "  # \(rule.name): { constant: … }   # nothing here looks like it\n"
    }
    used.insert(name)
    let column = Self.scalar(name)
    switch rule.name {
    case "demonstrated_on", "recorded_on", "birth_date", "withdrawn_on", "enrolled_on",
      "expected_on":
      let pattern = pattern(of: name) ?? "…"
      return remark(rule.name, name) + "  \(rule.name): { column: \(column), date: \(pattern) }\n"
    case "level" where table == .evidence && isNumeric(name):
      return "  level: { column: \(column), scale: … }   # numbers: declare a scale under scales\n"
    case "level", "assessment_type", "purpose", "status":
      let values = distinct(name).map { "\(Self.scalar($0)): …" }.joined(separator: ", ")
      return "  \(rule.name): { column: \(column), values: { \(values) } }\n"
    case "student_id"
    where table != .students && rows.allSatisfy({ Self.isSASID($0.text(name)) }) && !rows.isEmpty:
      return "  \(rule.name): { column: \(column), sasid: true }\n"
    default: return "  \(rule.name): \(column)\n"
    }
  }

  /// What a person should know about a column that was drafted for a day.
  private func remark(_ target: String, _ name: String) -> String {
    let words = SuggestedColumn.split(name)
    guard target == "demonstrated_on", words.contains("due") || words.contains("assigned") else {
      return ""
    }
    return
      "  # \(name) is a day that was set beforehand; better is that of the work, if there is one\n"
  }

  /// What tells one result from another, where nothing looks like an id of results: what a result is
  /// of, and more columns while rows of the sample are alike in these.
  private var digestParts: [String] {
    // A title or a day may be corrected; the number of a piece of work stays.
    let work = candidate(for: "work") == nil ? ["title", "demonstrated_on"] : ["work", "attempt"]
    var parts = (["student_id", "competency"] + work).compactMap { candidate(for: $0) }
    let level = candidate(for: "level")
    var more = header.shownNames.filter { !parts.contains($0) && $0 != level && !$0.isEmpty }
    while distinctRows(parts) < rows.count, !more.isEmpty {
      let counts = more.map { distinctRows(parts + [$0]) }
      guard let most = counts.max(), most > distinctRows(parts),
        let best = counts.firstIndex(of: most)
      else { break }
      parts.append(more.remove(at: best))
    }
    return parts
  }

  private var digestLine: String {
    let parts = digestParts
    let isUnique = distinctRows(parts) == rows.count
    let draft = "evidence_id: { digest: [\(parts.map(Self.scalar).joined(separator: ", "))] }"
    // What the sample itself refutes is no draft.
    return isUnique
      ? "  \(draft)\n"
      : "  # \(draft)   # not enough: some of the first rows are alike in these\n"
  }

  private func distinctRows(_ names: [String]) -> Int {
    Set(rows.map { row in names.map { row.text($0) ?? "" } }).count
  }

  /// Which kind of file it is, or is like.
  private var resemblance: String {
    if let known = NearKind.known(file) {
      return "# import knows this kind of file (\(known)): it needs no mapping.\n"
    }
    guard let near = NearKind(file)?.nearest else { return "" }
    return """
      # It has \(near.found) of the \(near.found + near.absent.count) columns that \(near.name) reads. If its header is
      # translated, write "extends: \(near.name)" instead of table, and only what these are called:
      # \(near.absent.joined(separator: ", "))

      """
  }

  private func candidate(for column: String) -> String? {
    SuggestedColumn(header.shownNames, of: table) { name in rows.compactMap { $0.text(name) } }
      .candidate(for: column)
  }

  private func pattern(of name: String) -> String? {
    let fitting = SuggestedColumn.datePatterns(of: rows.compactMap { $0.text(name) })
    // 3/4/2026 fits two of them, and only a person knows which is meant.
    return fitting.count > 1 && fitting.contains("D/M/YYYY") ? nil : fitting.first
  }

  /// Whether there are more numbers in a column than a scale of levels has.
  private func isNumeric(_ name: String) -> Bool {
    let found = Set(rows.compactMap { $0.text(name) })
    let isPercent = found.contains { $0.hasSuffix("%") }
    let numbers = found.count {
      Rational(text: $0.hasSuffix("%") ? String($0.dropLast()) : $0) != nil
    }
    return numbers > 0 && (isPercent || found.count > 8)
  }

  private func distinct(_ name: String) -> [String] {
    Array(Set(rows.compactMap { $0.text(name) })).sorted().prefix(12).map { $0 }
  }

  private static func isSASID(_ text: String?) -> Bool {
    text.map { $0.utf8.count == 10 && $0.utf8.allSatisfy { (48...57).contains($0) } } ?? false
  }

  /// A YAML scalar, in quotes where it could be read as something else.
  private static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "_- ".unicodeScalars.contains($0)
    }
    let startsWell = text.unicodeScalars.first?.properties.isAlphabetic == true
    if isPlain, startsWell, !text.hasSuffix(" ") { return text }
    return "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
