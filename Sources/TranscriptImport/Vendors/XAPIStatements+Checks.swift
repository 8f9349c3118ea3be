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
    let scale = mapping.scoreBounds
    return records.map { record in
      guard isScored(record) else { return record }
      let fault =
        home ?? rangeFault(record) ?? (score ? scoreFault(record, scale) : nil)
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

  /// A score outside of what the statement itself allows.
  private static func rangeFault(_ record: FlatRecord) -> Fault? {
    guard let raw = number("score raw", of: record) else { return nil }
    let isAbove = number("score max", of: record).map { raw > $0 } ?? false
    let isBelow = number("score min", of: record).map { raw < $0 } ?? false
    guard isAbove || isBelow else { return nil }
    return (
      .unmappedValue,
      "the score is \(isAbove ? "above the most" : "below the least") that its statement allows",
      "correct the score, or \(isAbove ? "max" : "min"), where the statement comes from"
    )
  }

  private static func number(_ name: String, of record: some SourceRecord) -> Rational? {
    record.text(name).flatMap { Rational(decimal: $0) }
  }

  /// A score of so many points whose map is for another number of them.
  private static func scoreFault(_ record: FlatRecord, _ scale: ScoreBounds?) -> Fault? {
    // What is no number is no number of points.
    guard number("score raw", of: record) != nil else { return nil }
    guard let written = record.text("score max") else {
      let points = scale?.highest?.fractionText ?? "4"
      return (
        .unmappedScore, "the statement does not say of how many points its score is",
        "if all of them are of \(points), say so by a filter:"
          + " { column: score max, is: [\"\", \"\(points)\"] }; else map \"score scaled\""
      )
    }
    guard let highest = scale?.highest else {
      return (
        .unmappedScore, "the mapping does not say of how many points its scores are",
        "add highest to its scale: { highest: 4, steps: [ … ] }; or a filter on \"score max\""
      )
    }
    guard Rational(decimal: written) == highest else {
      return (
        .unmappedScore,
        "the score is of \(written) points, and the scale of the mapping is of"
          + " \(highest.fractionText)",
        "map \"score scaled\", or leave such statements out by a filter on \"score max\""
      )
    }
    // Whether a scale of four begins at 0 or at 1, systems do not agree.
    guard let least = number("score min", of: record), least > Rational(1),
      let lowest = scale?.lowest, least > lowest
    else { return nil }
    return (
      .unmappedScore,
      "the scores of the statement begin at \(least.fractionText), and the scale of the mapping at"
        + " \(lowest.fractionText)",
      "map \"score scaled\", or leave such statements out by a filter on \"score min\""
    )
  }

  // MARK: What a statement says against itself

  /// A score that another part of its statement contradicts; the raw score counts.
  static func doubt(
    _ source: any SourceRecord, _ level: String?, _ context: MappingContext
  ) -> Diagnostic? {
    guard let record = source as? FlatRecord, record.names == names, let scale = context.scale,
      let level, let index = scale.index(written: level)
    else { return nil }
    let code = scale.levels[index].code
    if let scaled = number("score scaled", of: record), let share = share(record),
      !share.contains(where: { $0 - tolerance <= scaled && scaled <= $0 + tolerance })
    {
      return contradiction(
        record, "score scaled",
        "the statement's scaled score is not the share that its raw score is of the points")
    }
    let success = record.text("success")
    guard
      success == "false" && index >= scale.bar || success == "true" && index == 0 && scale.bar > 0
    else { return nil }
    return contradiction(
      record, "success",
      "the statement says success \(success ?? ""), and its score is the level \(code)")
  }

  private static let tolerance = Rational(1, over: 20) ?? .zero

  /// What the scaled score may be: the share of all points, or of those above the least.
  private static func share(_ record: FlatRecord) -> [Rational]? {
    guard let raw = number("score raw", of: record), let most = number("score max", of: record),
      most > .zero, let whole = raw.divided(by: most)
    else { return nil }
    let least = number("score min", of: record) ?? .zero
    return [whole, (raw - least).divided(by: most - least)].compactMap(\.self)
  }

  private static func contradiction(
    _ record: FlatRecord, _ name: String, _ message: String
  ) -> Diagnostic {
    record.problem(
      .ratingAgainstPoints, name, message + "; the score counts",
      hint: "correct in the source whichever of the two is wrong, and export it again",
      isPersonal: false)
  }
}

/// The lowest and the highest score that a map to levels knows.
struct ScoreBounds {
  let lowest: Rational?
  /// `nil` where the map does not say.
  let highest: Rational?
}

extension Mapping {
  /// The scores that its map to levels is for; `nil` without one.
  fileprivate var scoreBounds: ScoreBounds? {
    guard let level = column(for: "level") else { return nil }
    if let scale = level.scale {
      return ScoreBounds(lowest: scale.steps.last?.from, highest: scale.highest)
    }
    let scores = level.values?.keys.compactMap { Rational(decimal: $0) } ?? []
    return ScoreBounds(lowest: scores.min(), highest: scores.max())
  }
}
