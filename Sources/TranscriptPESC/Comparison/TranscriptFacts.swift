public import TranscriptModel

/// The facts that a record and its XML both state, by name: what a comparison is made of.
///
/// Each side collects them on its own. The record's side does not use the mapping that wrote the
/// XML, so that a fault of the mapping shows.
public struct TranscriptFacts: Hashable, Sendable {
  /// One value as a side states it.
  public enum Value: Hashable, Sendable {
    /// A text, code or date, exactly.
    case text(String)
    /// Credit, which XML holds to three decimals.
    case credit(Rational)
    /// Texts of facts that have the same name, in alphabetical order.
    case several([String])
  }

  /// The values by name, such as `student.birthDate` or `course MAT-1.earned`.
  public private(set) var values: [String: Value] = [:]

  /// Courses and competencies, of which the values say more.
  public private(set) var rows: [StatedRow] = []

  init() {}

  /// Makes room for a transcript of usual length: a table that grows hashes every name again.
  mutating func reserve() { values.reserveCapacity(1024) }

  /// No facts at all.
  public init(nothing: Void) {}

  mutating func add(_ name: String, _ text: String?) {
    guard let text else { return }
    let prepared = PESCText.prepared(text)
    if !prepared.isEmpty { join(.text(prepared), to: name) }
  }

  /// Adds a row, unless there is nothing to print of it.
  mutating func add(_ row: StatedRow) {
    if !row.title.isEmpty { rows.append(row) }
  }

  mutating func add(_ name: String, credit: Rational?) {
    if let credit { join(.credit(credit), to: name) }
  }

  /// A course that is taken again has the number of the first: what the two state is one fact, in
  /// whatever order they stand.
  private mutating func join(_ value: Value, to name: String) {
    switch (values[name], value) {
    case (.text(let known)?, .text(let text)):
      values[name] = .several([known, text].sorted())
    case (.several(let known)?, .text(let text)):
      values[name] = .several((known + [text]).sorted())
    case (.credit(let known)?, .credit(let credit)):
      values[name] = .credit(known + credit)
    default:
      values[name] = value
    }
  }

  /// Where the two sides differ, by name; a fact that one side lacks is a difference.
  public func differences(from other: TranscriptFacts) -> [FactDifference] {
    let changed = values.compactMap { Self.agree($1, other.values[$0]) ? nil : $0 }
    // Every name has its partner then, so that nothing can be left over.
    if changed.isEmpty, other.values.count == values.count { return [] }
    let added = other.values.keys.filter { values[$0] == nil }
    return (changed + added).sorted().map { name in
      let (left, right) = (values[name], other.values[name])
      return FactDifference(
        name: name, left: left.map(Self.text) ?? "", right: right.map(Self.text) ?? "")
    }
  }

  /// Credits agree when the three decimals of XML cannot tell them apart.
  private static func agree(_ left: Value?, _ right: Value?) -> Bool {
    guard case .credit(let first)? = left, case .credit(let second)? = right else {
      return left == right
    }
    return (first - second).magnitude * Rational(1000) < .one
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .credit(let credit): credit.exactDecimalText() ?? credit.fractionText
    case .several(let texts): texts.joined(separator: "; ")
    }
  }
}

/// One fact that two sides state differently.
public struct FactDifference: Hashable, Sendable {
  /// The fact's name.
  public let name: String
  /// What the first side says; empty when it says nothing.
  public let left: String
  /// What the second side says; empty when it says nothing.
  public let right: String

  /// Makes a difference.
  public init(name: String, left: String, right: String) {
    self.name = name
    self.left = left
    self.right = right
  }
}
