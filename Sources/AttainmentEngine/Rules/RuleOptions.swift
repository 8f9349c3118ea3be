import Diagnostics
import TranscriptModel

/// Reads the options of one rule, notes which were read, and reports what it cannot read.
///
/// A rule reads every option it has; what is left over is unknown.
struct RuleOptions {
  let specification: RuleSpecification
  let scale: PerformanceScale
  let framework: CompetencyFramework
  /// The decision that the rule makes; some standards differ by tier.
  let slot: RuleSlot
  private(set) var diagnostics = DiagnosticList()
  private var known: [String] = ["rule"]

  init(
    _ specification: RuleSpecification, slot: RuleSlot, scale: PerformanceScale,
    framework: CompetencyFramework
  ) {
    self.specification = specification
    self.slot = slot
    self.scale = scale
    self.framework = framework
  }

  /// The same surroundings for a rule inside this one.
  func nested(_ specification: RuleSpecification) -> RuleOptions {
    RuleOptions(specification, slot: slot, scale: scale, framework: framework)
  }

  /// The value under `name`, if it was written.
  mutating func node(_ name: String) -> PolicyNode? {
    known.append(name)
    return specification.options[name]
  }

  /// A whole number in `range`.
  mutating func count(_ name: String, in range: ClosedRange<Int>, standard: Int) -> Int {
    guard let node = node(name) else { return standard }
    if let text = node.text, let number = Int(text), range.contains(number) { return number }
    report(node, name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return standard
  }

  /// An exact number in `range`.
  mutating func number(
    _ name: String, in range: ClosedRange<Rational>, standard: Rational
  ) -> Rational {
    guard let node = node(name) else { return standard }
    if let number = node.text.flatMap({ Rational(text: $0) }), range.contains(number) {
      return number
    }
    let from = range.lowerBound.fractionText
    report(
      node, name, "a number from \(from) to \(range.upperBound.fractionText)",
      nearest: Self.share(written: node.text, in: range))
    return standard
  }

  /// `0.8, or 4/5` for `80` and `80%`, where a share of one is asked for.
  private static func share(
    written text: String?, in range: ClosedRange<Rational>
  ) -> String? {
    guard range.upperBound <= .one, let text else { return nil }
    let number = text.hasSuffix("%") ? String(text.dropLast()) : text
    guard let percent = Rational(text: number),
      let share = percent.divided(by: Rational(100)), range.contains(share)
    else { return nil }
    let (decimal, fraction) = (share.exactText, share.fractionText)
    return decimal == fraction ? decimal : "\(decimal), or \(fraction)"
  }

  /// A level of the scale, by code or number.
  mutating func level(_ name: String, standard: LevelIndex) -> LevelIndex {
    guard let node = node(name) else { return standard }
    if let level = node.text.flatMap({ scale.index(written: $0) }) { return level }
    let codes = scale.levels.map(\.code)
    report(
      node, name, "a level of the scale: \(codes.joined(separator: ", "))",
      nearest: node.text.flatMap { NearestName.find($0, in: codes) })
    return standard
  }

  /// `yes` or `no`.
  mutating func flag(_ name: String, standard: Bool) -> Bool {
    guard let node = node(name) else { return standard }
    switch node.text {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      report(node, name, "yes or no")
      return standard
    }
  }

  /// One of some words.
  mutating func word<Value: RawRepresentable & CaseIterable>(
    _ name: String, standard: Value
  ) -> Value where Value.RawValue == String {
    guard let node = node(name) else { return standard }
    return value(of: node, name) ?? standard
  }

  /// A list of words, or one word.
  mutating func words<Value: RawRepresentable & CaseIterable>(
    _ name: String
  ) -> [Value] where Value.RawValue == String {
    guard let node = node(name) else { return [] }
    return (node.items ?? [node]).compactMap { value(of: $0, name) }
  }

  private mutating func value<Value: RawRepresentable & CaseIterable>(
    of node: PolicyNode, _ name: String
  ) -> Value? where Value.RawValue == String {
    if let value = node.text.flatMap({ Value(rawValue: $0) }) { return value }
    let names = Value.allCases.map(\.rawValue)
    report(
      node, name, "one of \(names.joined(separator: ", "))",
      nearest: node.text.flatMap { NearestName.find($0, in: names) })
    return nil
  }

  /// A day.
  mutating func date(_ name: String) -> CalendarDate? {
    guard let node = node(name) else { return nil }
    if let date = node.text.flatMap({ CalendarDate(iso: $0) }) { return date }
    report(node, name, "a day as YYYY-MM-DD")
    return nil
  }

  /// Codes of competencies, each of which must exist.
  mutating func competencies(_ name: String) -> [Identifier<Competency>]? {
    guard let node = node(name) else { return nil }
    return (node.items ?? [node]).compactMap { competency(at: $0, name) }
  }

  /// A number for each of some competencies.
  mutating func numbers(_ name: String) -> [Identifier<Competency>: Rational] {
    guard let node = node(name) else { return [:] }
    guard let members = node.members else {
      report(node, name, "a number under each code")
      return [:]
    }
    var numbers: [Identifier<Competency>: Rational] = [:]
    for member in members {
      let key = PolicyNode(.scalar(member.key), at: member.location)
      guard let id = competency(at: key, name) else { continue }
      if let number = member.value.text.flatMap({ Rational(text: $0) }), number >= .zero {
        numbers[id] = number
      } else {
        report(member.value, name, "a number that is not below 0")
      }
    }
    return numbers
  }

  /// One competency's code as written at `node`.
  mutating func competency(at node: PolicyNode, _ name: String) -> Identifier<Competency>? {
    guard let text = node.text else {
      report(node, name, "the code of a competency")
      return nil
    }
    let id = Identifier<Competency>(text)
    if framework.competency(id) != nil { return id }
    let nearest = NearestName.find(text, in: framework.competencies.map(\.id.code))
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.unknownCompetency, at: node.location,
        "rule \"\(specification.name)\" names competency \"\(text)\", which does not exist",
        excerpt: Excerpt(cell: text), hint: nearest.map { "write \($0)" }))
    return nil
  }

  /// Reports that `node` is not what option `name` takes.
  mutating func report(
    _ node: PolicyNode, _ name: String, _ expected: String, nearest: String? = nil
  ) {
    let written = node.text.map { " \"\($0)\"" } ?? ""
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.badOption, at: node.location,
        "option \"\(name)\" of rule \"\(specification.name)\" takes \(expected), not\(written.isEmpty ? " this" : written)",
        excerpt: node.text.map { Excerpt(cell: $0) }, hint: "write \(nearest ?? expected)"))
  }

  /// Reports that option `name` is not there.
  mutating func reportMissing(_ name: String, _ expected: String) {
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.missingOption, at: specification.location,
        "rule \"\(specification.name)\" needs option \"\(name)\": \(expected)",
        hint: "add \(name): \(expected)"))
  }

  /// Reports that the rule cannot decide on this scale.
  mutating func refuse(_ message: String, hint: String) {
    diagnostics.add(
      Diagnostic(
        AttainmentDiagnostic.badOption, at: specification.location,
        "rule \"\(specification.name)\" \(message)", hint: hint))
  }

  /// Warns of what option `name` says.
  mutating func warn(_ code: DiagnosticCode, _ name: String, _ message: String, hint: String) {
    let node = specification.options[name]
    diagnostics.add(
      Diagnostic(
        code, at: node?.location ?? specification.location,
        "option \"\(name)\" of rule \"\(specification.name)\" \(message)",
        excerpt: node?.text.map { Excerpt(cell: $0) }, hint: hint))
  }

  /// Warns of a weight of zero.
  mutating func warnOfZero(_ weight: Rational, _ name: String) {
    guard weight == .zero else { return }
    warn(
      AttainmentDiagnostic.zeroWeight, name, "is 0: later scores then count for nothing",
      hint: "write a weight above 0")
  }

  /// Warns of weights of zero.
  mutating func warnOfZero(_ weights: [Identifier<Competency>: Rational], _ name: String) {
    let none = weights.filter { $0.value == .zero }.keys.sorted().map(\.code)
    guard !none.isEmpty else { return }
    warn(
      AttainmentDiagnostic.zeroWeight, name,
      "gives \(PolicyReach.list(none)) 0, which then \(none.count == 1 ? "counts" : "count") for nothing",
      hint: "write a number above 0, or leave the competency out of members")
  }

  /// Takes over what a rule inside this one reported.
  mutating func add(contentsOf other: DiagnosticList) { diagnostics.add(contentsOf: other) }

  /// Reports every option that no one has read.
  mutating func reportUnknown() {
    for member in specification.options.members ?? [] where !known.contains(member.key) {
      let nearest = NearestName.find(member.key, in: known)
      let names = known.filter { $0 != "rule" }.sorted().joined(separator: ", ")
      diagnostics.add(
        Diagnostic(
          AttainmentDiagnostic.unknownOption, at: member.location,
          "rule \"\(specification.name)\" has no option \"\(member.key)\"",
          excerpt: Excerpt(cell: member.key),
          hint: nearest.map { "write \($0)" }
            ?? (names.isEmpty ? "remove it" : "write one of \(names)")))
    }
  }
}
