import Diagnostics
import TranscriptModel

extension XAPIStatements {
  private typealias Fault = (code: DiagnosticCode, message: String, hint: String)

  private static let kind = "xapi-statements"

  /// The records, set aside where the mapping does not say what their values mean.
  ///
  /// The name of an account means something only with its home page, and a raw score only with its
  /// maximum.
  static func checked(_ records: [FlatRecord], by mapping: Mapping) -> [FlatRecord] {
    let read = Set(mapping.columns.flatMap(\.names) + mapping.filters.map(\.column))
    let taken = records.filter { isScored($0) && !mapping.leavesOut($0) }
    let home = read.contains("actor") && !read.contains("actor home") ? homeFault(taken) : nil
    let score = read.contains("score raw") && !read.contains("score max")
    let hasMaximum = taken.contains { $0.text("score max") != nil }
    let highest = mapping.highestScore
    return records.map { record in
      guard isScored(record) else { return record }
      let fault =
        home ?? (score && hasMaximum ? scoreFault(record, highest: highest) : nil)
      guard let fault else { return record }
      var record = record
      record.fault = Diagnostic(
        fault.code, at: record.location, fault.message, hint: fault.hint)
      return record
    }
  }

  /// Whether a record is of a statement that is neither voided nor voids another.
  private static func isScored(_ record: FlatRecord) -> Bool {
    !record.isWithdrawal && record.voids == nil && record.fault == nil
  }

  /// Accounts of a system of which the mapping does not say that its names are those of students.
  private static func homeFault(_ records: [FlatRecord]) -> Fault? {
    let homes = Set(records.compactMap { $0.text("actor home") }).sorted()
    guard let first = homes.first else { return nil }
    if homes.count == 1 {
      return (
        .identityInDoubt,
        "the accounts in this file are of \(first), and no mapping says that their names are"
          + " students' ids",
        "if they are, add to a mapping that extends \(kind):"
          + " filters: [{ column: actor home, is: [\"\(first)\"] }]"
      )
    }
    return (
      .identityInDoubt,
      "the accounts in this file are of \(homes.count) systems: \(homes.joined(separator: ", "))",
      "say which is meant by a filter on \"actor home\" in a mapping that extends \(kind)"
    )
  }

  /// A score of so many points whose map is for another number of them.
  private static func scoreFault(_ record: FlatRecord, highest: Rational?) -> Fault? {
    // What is no number is no number of points.
    guard record.text("score raw").flatMap({ Rational(decimal: $0) }) != nil else { return nil }
    guard let highest else {
      return (
        .unmappedScore, "the mapping does not say of how many points its scores are",
        "add highest to its scale: { highest: 4, steps: [ … ] }; or a filter on \"score max\""
      )
    }
    let written = record.text("score max")
    guard written.flatMap({ Rational(decimal: $0) }) != highest else { return nil }
    return (
      .unmappedScore,
      written.map { "the score is of \($0) points" }.map {
        $0 + ", and the scale of the mapping is of \(highest.fractionText)"
      } ?? "the statement does not say of how many points its score is, as others in the file do",
      "map \"score scaled\", or leave such statements out by a filter on \"score max\""
    )
  }
}

extension Mapping {
  /// The highest score that its map to levels knows; `nil` where it does not say.
  fileprivate var highestScore: Rational? {
    guard let level = column(for: "level") else { return nil }
    if let scale = level.scale { return scale.highest }
    return level.values?.keys.compactMap { Rational(decimal: $0) }.max()
  }
}
