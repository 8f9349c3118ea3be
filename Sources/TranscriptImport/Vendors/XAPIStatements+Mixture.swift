import Diagnostics

extension XAPIStatements {
  /// The records, set aside where those of one file mean different things by one value and the
  /// mapping does not say which is meant.
  ///
  /// The name of an account means something only with its home page, and a raw score only with its
  /// maximum.
  static func unmixed(_ records: [FlatRecord], by mapping: Mapping) -> [FlatRecord] {
    let read = Set(mapping.columns.flatMap(\.names) + mapping.filters.map(\.column))
    var problem: (code: DiagnosticCode, message: String, hint: String)?
    let homes = distinct("actor home", records)
    let maxima = distinct("score max", records)
    if homes.count > 1, read.contains("actor"), !read.contains("actor home") {
      problem = (
        .identityInDoubt,
        "the accounts in this file are of \(homes.count) systems: \(homes.joined(separator: ", "))",
        "say which is meant by a filter on \"actor home\" in a mapping that extends \(kind)"
      )
    } else if maxima.count > 1, read.contains("score raw"), !read.contains("score max") {
      problem = (
        .unmappedScore,
        "the scores in this file are of different maxima: \(maxima.joined(separator: ", "))",
        "say which is meant by a filter on \"score max\" in a mapping that extends \(kind), or map"
          + " \"score scaled\""
      )
    }
    guard let problem else { return records }
    return records.map { record in
      guard record.fault == nil, !record.isWithdrawal else { return record }
      var record = record
      record.fault = Diagnostic(
        problem.code, at: record.location, problem.message, hint: problem.hint)
      return record
    }
  }

  private static let kind = "xapi-statements"

  private static func distinct(_ name: String, _ records: [FlatRecord]) -> [String] {
    Set(records.filter { !$0.isWithdrawal && $0.fault == nil }.compactMap { $0.text(name) })
      .sorted()
  }
}
