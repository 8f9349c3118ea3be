import Diagnostics
import TranscriptModel

/// A reject file of records that are no rows of a table: items of a package, statements.
///
/// Its first line names the kind, `{"records":"case-package"}`; every other line is one record, whose
/// values can be mended there. What a record drew from elsewhere in its file, such as the parents of
/// an item, is in the record, so that the file can be imported by itself.
struct FlatRecordFile {
  private static let key = "records"

  let limits: ImportLimits

  /// The first line of a file with records of `kind`.
  static func header(_ kind: String) -> [UInt8] {
    Array(JSONValue.object([key: .text(kind)]).canonicalText.utf8)
  }

  /// The kind of the records, if `file` begins as such a file does.
  static func kind(of file: InputFile) -> String? {
    let line = file.lineRange(at: file.textStart)
    guard line.count <= 200 else { return nil }
    var parser = JSONParser(file)
    guard let node = try? parser.parse(line, line: 1), node.members?.count == 1 else { return nil }
    return node[key]?.text
  }

  /// The records of `file`, with what is wrong with lines that hold none.
  func read(_ file: InputFile, kind: String) -> (records: [FlatRecord], faults: MappedRows) {
    var faults = MappedRows()
    if let problem = EncodingCheck.problem(with: file) {
      faults.problems.append(problem)
      return ([], faults)
    }
    var values: [(at: SourceLocation, members: [String: String])] = []
    var parser = JSONParser(file, limits: limits)
    var line = 1
    var start = file.textStart
    while start < file.bytes.count {
      let range = start..<(file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count)
      let isBlank = file.bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if line > 1, !isBlank { read(range, line, &parser, file, kind, &values, &faults) }
      start = range.upperBound + 1
      line += 1
    }
    let names = Self.names(of: kind)
    let records = values.map { location, members in
      XAPIStatements.voiding(
        FlatRecord(location: location, values: members, names: names, file: file, kind: kind))
    }
    return (records, faults)
  }

  /// The names that records of a kind can have.
  private static func names(of kind: String) -> Set<String> {
    kind == "xapi-statements" ? XAPIStatements.names : CASEPackage.names
  }

  private func read(
    _ range: Range<Int>, _ line: Int, _ parser: inout JSONParser, _ file: InputFile,
    _ kind: String, _ values: inout [(at: SourceLocation, members: [String: String])],
    _ faults: inout MappedRows
  ) {
    let place = SourceLocation(file: file.path, line: line)
    do throws(Diagnostic) {
      let node = try parser.parse(range, line: line)
      var members: [String: String] = [:]
      for member in node.members ?? [] { members[member.key] = member.value.text }
      guard let all = node.members, all.count == members.count else {
        throw Diagnostic(
          .wrongType, at: place, "the line is not an object of single values",
          hint: "write one object a line, with a text for each key")
      }
      values.append((place, members))
    } catch {
      faults.problems.append(error)
      faults.rejected.append(
        RejectedRow(
          file: file.path, line: line, original: Array(file.bytes[range]),
          header: Self.header(kind), diagnostics: [error]))
    }
  }
}
