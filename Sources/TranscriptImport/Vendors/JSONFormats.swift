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
    if let kind = FlatRecordFile.kind(of: file) { return read(file, kind: kind) }
    var parser = JSONParser(file, limits: limits)
    let hash = SHA256.hex(file.bytes)
    do throws(Diagnostic) {
      let root = try parser.parse()
      if XAPIStatements.matches(root) {
        let statements = XAPIStatements.records(
          root, of: file, by: records.mapping(for: "xapi-statements"))
        return records.map(statements, kind: "xapi-statements", path: file.path, hash: hash)
      }
      let (package, problems) = try CASEPackage.read(root)
      let mapping = records.mapping(for: "case-package")
      let items = package?.records(of: file) { mapping?.leavesOut($0) == true } ?? []
      var result = records.map(items, kind: "case-package", path: file.path, hash: hash)
      result.problems += problems
      result.rejected += package?.rejected(of: file) ?? []
      return result
    } catch {
      return MappedRows(problems: [error])
    }
  }

  /// Reads a mended reject file.
  private func read(_ file: InputFile, kind: String) -> MappedRows {
    let (found, faults) = FlatRecordFile(limits: limits).read(file, kind: kind)
    var result = records.map(found, kind: kind, path: file.path, hash: SHA256.hex(file.bytes))
    result.append(faults)
    return result
  }
}
