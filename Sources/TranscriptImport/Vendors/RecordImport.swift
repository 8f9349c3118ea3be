import Diagnostics
import TranscriptModel

/// Puts flat records in our words through the mapping of their kind.
struct RecordImport {
  let mappings: [Mapping]
  let context: MappingContext
  let options: ImportPlanner.Options

  /// The rows that `records` of the kind `name` become; `hash` is that of the source they are from.
  func map(
    _ records: [FlatRecord], kind name: String, path: String, hash: String
  ) -> MappedRows {
    // A mapping that extends the built-in one keeps what it recognises.
    let found =
      mappings.first { $0.name == options.mapping ?? "" && $0.recognizes == [name] }
      ?? mappings.first { $0.recognizes == [name] }
    guard let mapping = found?.setting(options.constants) else {
      return MappedRows(problems: [
        Diagnostic(
          .unknownFormat, at: SourceLocation(file: path), "there is no mapping for \(name)",
          hint: "write one in mappings/ that extends \(name)")
      ])
    }
    let unsaid = mapping.table.rules.filter { rule in
      rule.isRequired && !mapping.columns.contains { $0.target == rule.name }
    }
    guard unsaid.isEmpty else {
      return MappedRows(problems: unsaid.map { SourceReader.unsaid($0.name, mapping, path) })
    }
    var result = MappedRows()
    let isXAPI = mapping.recognizes == ["xapi-statements"]
    for record in isXAPI ? XAPIStatements.unmixed(records, by: mapping) : records {
      mapping.add(record, file: record.location.file, hash: hash, context: context, to: &result)
    }
    return result
  }
}
