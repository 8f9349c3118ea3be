import Diagnostics
import TranscriptModel

/// Reads a JSON file: a CASE package or xAPI statements, through the mapping of that kind.
struct JSONFormats {
  let records: RecordImport
  let limits: ImportLimits

  static func matches(_ file: InputFile) -> Bool {
    file.path.hasSuffix(".json") || [0x7B, 0x5B].contains(firstByte(file))
  }

  private static func firstByte(_ file: InputFile) -> UInt8 {
    file.bytes[file.textStart...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0
  }

  func read(_ file: InputFile) -> MappedRows {
    var parser = JSONParser(file, limits: limits)
    let hash = SHA256.hex(file.bytes)
    do throws(Diagnostic) {
      let root = try parser.parse()
      if XAPIStatements.matches(root) {
        return read(statements: root, in: file, parser.ranges, hash: hash)
      }
      return try read(package: root, in: file, parser.ranges, hash: hash)
    } catch {
      return MappedRows(problems: [error])
    }
  }

  private func read(
    statements root: PolicyNode, in file: InputFile, _ ranges: [SourceLocation: Range<Int>],
    hash: String
  ) -> MappedRows {
    let found = XAPIStatements.records(
      root, of: file, by: records.mapping(for: "xapi-statements")
    ).map { record in
      var record = record
      record.range = ranges[record.location]
      return record
    }
    var result = records.map(found, kind: "xapi-statements", path: file.path, hash: hash)
    result.json.append(JSONSource(statementsAt: file.path))
    return result
  }

  private func read(
    package root: PolicyNode, in file: InputFile, _ ranges: [SourceLocation: Range<Int>],
    hash: String
  ) throws(Diagnostic) -> MappedRows {
    var (package, problems) = try CASEPackage.read(root)
    package?.ranges = ranges
    let mapping = records.mapping(for: "case-package")
    let day = records.options.asOf ?? records.options.today
    let items = (package?.records(of: file) { mapping?.leavesOut($0) == true } ?? []).map {
      CASEPackage.marked($0, on: day)
    }
    var result = records.map(items, kind: "case-package", path: file.path, hash: hash)
    result.problems += problems + [package?.deprecation].compactMap(\.self)
    result.rejected += package?.rejected(of: file) ?? []
    result.json.append(JSONSource(package: root, in: file, ranges))
    return result
  }
}
