import Diagnostics
import TranscriptModel

/// JSON Lines: one object a line, whose keys are the columns of our table of evidence.
struct JSONLines {
  let limits: ImportLimits

  static func matches(_ file: InputFile) -> Bool {
    file.path.hasSuffix(".jsonl") || file.path.hasSuffix(".ndjson")
  }

  func read(_ file: InputFile) -> MappedRows {
    var result = MappedRows()
    if let problem = EncodingCheck.problem(with: file) {
      result.problems.append(problem)
      return result
    }
    let hash = SHA256.hex(file.bytes)
    var parser = JSONParser(file, limits: limits)
    var line = 1
    var start = file.textStart
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
      let range = start..<end
      if !file.bytes[range].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        read(range, line, &parser, file, hash, into: &result)
      }
      line += 1
      start = end + 1
    }
    return result
  }

  private func read(
    _ range: Range<Int>, _ line: Int, _ parser: inout JSONParser, _ file: InputFile,
    _ hash: String, into result: inout MappedRows
  ) {
    do throws(Diagnostic) {
      if let offset = UTF8Sequence.firstInvalid(Array(file.bytes[range])) {
        let at = range.lowerBound + offset
        throw CSVFault.notUTF8(offset: at).diagnostic(
          at: file.location(of: at, from: range.lowerBound, line: line), excerpt: nil,
          file: file)
      }
      let node = try parser.parse(range, line: line)
      let cells = try cells(node)
      result.rows.append(
        ImportedRow(
          table: .evidence, cells: cells,
          provenance: Provenance(file: file.path, line: line, hash: hash, mapping: "jsonl"),
          original: ConfidentialCut.keeping(Array(file.bytes[range])), header: [],
          origin: origin(node, cells, file)))
    } catch {
      result.problems.append(error)
      result.rejected.append(
        RejectedRow(
          file: file.path, line: line, original: ConfidentialCut.keeping(Array(file.bytes[range])),
          header: [],
          diagnostics: [error]))
    }
  }

  private func origin(
    _ node: PolicyNode, _ cells: [String: String], _ file: InputFile
  ) -> RowOrigin {
    var record = FlatRecord(
      location: node.location, values: cells, names: Self.columns, file: file)
    for member in node.members ?? [] { record.places[member.key] = member.value.location }
    return RowOrigin(record: record, names: Self.names)
  }

  private static let columns = Set(ImportTable.evidence.columns)
  private static let names = Dictionary(
    uniqueKeysWithValues: ImportTable.evidence.columns.map { ($0, [$0]) })

  private func cells(_ node: PolicyNode) throws(Diagnostic) -> [String: String] {
    guard let members = node.members else {
      throw Diagnostic(
        .wrongType, at: node.location, "the line is not an object",
        hint: "write one object a line, with the columns of evidence as keys")
    }
    var cells: [String: String] = [:]
    let columns = ImportTable.evidence.columns
    for member in members {
      guard Self.columns.contains(member.key) else {
        guard !ConfidentialName.matches(member.key) else {
          throw Diagnostic(
            .confidentialKey, at: member.location, "the key \"\(member.key)\" is confidential",
            hint: "remove it before the file comes here")
        }
        throw Diagnostic(
          .unknownKey, at: member.location, "evidence has no column \"\(member.key)\"",
          hint: NearestName.find(member.key, in: columns).map { "write \($0)" }
            ?? "use \(columns.joined(separator: ", "))")
      }
      guard let text = member.value.text else {
        throw Diagnostic(
          .wrongType, at: member.value.location, "\(member.key) must be one value",
          hint: "write a text or a number")
      }
      cells[member.key] = text
    }
    return cells
  }
}
