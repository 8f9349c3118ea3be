import TranscriptModel

/// What every rule over evidence can ask for besides its own options.
struct EvidenceConditions: Sendable {
  /// Whose evidence counts for a competency that has objectives.
  enum Pool: String, CaseIterable {
    case own
    case withObjectives = "with-objectives"
  }

  /// Whether a competency of several areas is decided from all evidence, or must be met in each.
  enum Areas: String, CaseIterable {
    case overall, each
  }

  /// Whether formative evidence counts.
  let formative: Bool
  /// Whose evidence counts.
  let pool: Pool
  /// How a competency of several areas is met.
  let areas: Areas
  /// Fewest distinct demonstrations, where it is more than the rule itself asks for.
  let minimum: Int
  /// Fewest kinds of work.
  let types: Int
  /// At least one demonstration must be of one of these kinds; empty for any.
  let including: [AssessmentType]
  /// First day that counts.
  let from: CalendarDate?
  /// Last day that counts.
  let through: CalendarDate?
  /// Whether later evidence can lower the result.
  let mayFall: Bool

  static let documentation: [RuleDocumentation.Option] = [
    .init(
      "formative", "yes, no", standard: "no",
      "whether formative evidence counts; a pre-assessment never does"),
    .init(
      "pool", "own, with-objectives", standard: "with-objectives",
      "whether a competency draws on the evidence of its objectives"),
    .init(
      "areas", "overall, each", standard: "overall",
      "whether a competency of several areas is decided from all evidence, or met area by area"),
    .init("minimum", "0 to 50", standard: "0", "fewest distinct demonstrations"),
    .init("types", "0 to 13", standard: "0", "fewest different kinds of work"),
    .init(
      "including", "kinds of work", standard: "any",
      "at least one demonstration must be of one of these kinds, such as [exhibition]"),
    .init("from", "a day", standard: "no limit", "first day shown that counts"),
    .init("through", "a day", standard: "no limit", "last day shown that counts"),
    .init(
      "high-water", "yes, no", standard: "yes; no for most-recent",
      "whether a result, once reached, stands whatever comes later"),
  ]

  init(reading options: inout RuleOptions, mayFall standard: Bool) {
    formative = options.flag("formative", standard: false)
    pool = options.word("pool", standard: Pool.withObjectives)
    areas = options.word("areas", standard: Areas.overall)
    minimum = options.count("minimum", in: 0...50, standard: 0)
    types = options.count("types", in: 0...AssessmentType.allCases.count, standard: 0)
    let kinds = AssessmentType.allCases.count - 1
    if types > kinds {
      options.warn(
        AttainmentDiagnostic.contradictoryOptions, "types",
        "asks for \(types) kinds of work; there are \(kinds), and other", hint: "write types: 2")
    }
    including = options.words("including")
    from = options.date("from")
    through = options.date("through")
    if let from, let through, from > through, let node = options.node("through") {
      options.report(node, "through", "a day that is not before \(from)")
    }
    mayFall = !options.flag("high-water", standard: !standard)
  }

  /// Why a record does not count; `nil` when it does.
  func reasonAgainst(_ record: EvidenceRecord) -> SetAsideReason? {
    switch record.purpose {
    case .summative: break
    case .formative where formative: break
    default: return .purpose(record.purpose)
    }
    return includes(record.demonstratedOn) ? nil : .outsideWindow
  }

  /// Whether what is shown on `day` lies in the rule's window of time.
  func includes(_ day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
  }

  /// Whether the kinds of work are those that are asked for.
  func areMet(by pieces: ArraySlice<EvidencePiece>) -> Bool {
    guard types > 1 || !including.isEmpty else { return true }
    let all = AssessmentType.allCases
    let kinds = Set(
      pieces.compactMap { all.indices.contains(Int($0.type)) ? all[Int($0.type)] : nil })
    return kinds.count >= types && (including.isEmpty || !kinds.isDisjoint(with: including))
  }

  /// The first pieces that bring the kinds of work that those that decided lack.
  func pieces(beside used: [Int32], of pieces: ArraySlice<EvidencePiece>) -> [Int32] {
    guard types > 1 || !including.isEmpty else { return [] }
    let decided = Set(used)
    let all = AssessmentType.allCases
    let wanted = Set(including.compactMap { kind in all.firstIndex(of: kind).map(UInt8.init) })
    var kinds = Set(pieces.filter { decided.contains($0.index) }.map(\.type))
    var beside: [Int32] = []
    func add(where isWanted: (EvidencePiece) -> Bool) {
      guard let piece = pieces.first(where: { !kinds.contains($0.type) && isWanted($0) }) else {
        return
      }
      kinds.insert(piece.type)
      beside.append(piece.index)
    }
    if !wanted.isEmpty, kinds.isDisjoint(with: wanted) { add { wanted.contains($0.type) } }
    for _ in 0..<max(0, types - kinds.count) { add { _ in true } }
    return beside
  }

  /// The conditions in words, to follow the rule's statement.
  var statement: String {
    var parts: [String] = []
    if formative { parts.append("formative work included") }
    if pool == .own { parts.append("without the work of its objectives") }
    if minimum > 0 { parts.append("from at least \(minimum)") }
    if types > 1 { parts.append("of at least \(types) kinds of work") }
    if !including.isEmpty {
      parts.append("one of them by \(including.map(\.rawValue).joined(separator: " or "))")
    }
    if let from { parts.append("since \(from)") }
    if let through { parts.append("until \(through)") }
    if areas == .each { parts.append("in each content area") }
    return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
  }
}
