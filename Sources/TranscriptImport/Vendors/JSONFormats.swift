import Diagnostics
import TranscriptModel

/// Reads a JSON file: a CASE package or xAPI statements, through the mapping of that kind.
struct JSONFormats {
  let mappings: [Mapping]
  let context: MappingContext
  let options: ImportPlanner.Options
  let limits: ImportLimits

  static func matches(_ file: InputFile) -> Bool {
    file.path.hasSuffix(".json") || [0x7B, 0x5B].contains(firstByte(file))
  }

  private static func firstByte(_ file: InputFile) -> UInt8 {
    file.bytes[file.textStart...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0
  }

  func read(_ file: InputFile) -> MappedRows {
    var parser = JSONParser(file, limits: limits)
    do throws(Diagnostic) {
      let root = try parser.parse()
      if XAPIStatements.matches(root) {
        return try map(XAPIStatements.records(root, of: file), "xapi-statements", file, [])
      }
      let (package, problems) = try CASEPackage.read(root)
      return try map(package?.records(of: file) ?? [], "case-package", file, problems)
    } catch {
      return MappedRows(problems: [error])
    }
  }

  private func map(
    _ records: [JSONRecord], _ name: String, _ file: InputFile, _ problems: [Diagnostic]
  ) throws(Diagnostic) -> MappedRows {
    // A mapping that extends the built-in one keeps what it recognises.
    let found =
      mappings.first { $0.name == options.mapping ?? "" }
      ?? mappings.first {
        $0.recognizes == [name]
      }
    guard let mapping = found?.setting(options.constants) else {
      throw Diagnostic(
        .unknownFormat, at: SourceLocation(file: file.path), "there is no mapping for \(name)",
        hint: "write one in mappings/ that extends \(name)")
    }
    let unsaid = mapping.table.rules.filter { rule in
      rule.isRequired && !mapping.columns.contains { $0.target == rule.name }
    }
    guard unsaid.isEmpty else {
      return MappedRows(
        problems: unsaid.map { SourceReader.unsaid($0.name, mapping, file) })
    }
    let hash = SHA256.hex(file.bytes)
    var result = MappedRows(problems: problems)
    for record in records {
      mapping.add(record, file: file.path, hash: hash, context: context, to: &result)
    }
    return result
  }
}
