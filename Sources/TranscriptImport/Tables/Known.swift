import Diagnostics
import TranscriptModel

/// The codes of one kind that other rows may name.
struct Known<Entity>: Sendable {
  /// What messages call one of them: `student`.
  let noun: String
  /// Where they are defined: `students.csv`.
  let home: String
  /// What to report for a code that is not among them.
  let code: DiagnosticCode
  private(set) var ids: Set<Identifier<Entity>> = []
  /// Codes that are defined in rows which are not used.
  private(set) var setAside: Set<Identifier<Entity>> = []
  /// Whether the table could be read at all; without it nothing can be said about a code.
  var isComplete = false {
    didSet {
      // Of students nobody is named, and there are many.
      hints = Entity.self == Student.self ? nil : KnownHints(ids.sorted().map(\.code))
    }
  }
  private var hints: KnownHints?

  init(_ noun: String, home: String, code: DiagnosticCode) {
    self.noun = noun
    self.home = home
    self.code = code
  }

  mutating func add(_ ids: some Sequence<Identifier<Entity>>) {
    self.ids.formUnion(ids)
    hints = nil
  }

  mutating func setAside(_ ids: some Sequence<Identifier<Entity>>) {
    setAside.formUnion(ids)
    self.ids.subtract(setAside)
    hints = nil
  }

  /// The known code that a wrong one was probably meant to be, as something to type.
  func hint(for id: Identifier<Entity>) -> String {
    // To name the nearest id would be to guess whose the row is: another child's, most likely.
    if Entity.self == Student.self {
      return "check the id where it comes from, or add the student to \(home)"
    }
    let nearest =
      hints.map { $0.nearest(to: id.code) }
      ?? NearestName.find(id.code, in: ids.sorted().map(\.code))
    return nearest.map { "write \($0)" } ?? "add it to \(home), or correct the code"
  }
}

/// A thing whose own row is set aside, so that the rows which name it are as well.
struct Dependency: Hashable, Comparable {
  let noun: String
  let code: String
  let home: String

  /// What is said about so many rows that name it, of which the first is at `place`.
  func problem(at place: SourceLocation, rows: Int) -> Diagnostic {
    let more = rows - 1
    let others =
      more == 0 ? "" : more == 1 ? "; 1 more row names it" : "; \(more) more rows name it"
    return Diagnostic(
      .namesRejectedRow, at: place,
      "the row is set aside because the \(noun) \"\(code)\" is" + others,
      hint: "correct the row of \"\(code)\" in \(home) first")
  }

  static func < (left: Dependency, right: Dependency) -> Bool {
    (left.noun, left.code) < (right.noun, right.code)
  }
}

extension TableRow {
  /// The cell as a code that `known` must hold.
  mutating func reference<Entity>(
    _ column: Column, in known: Known<Entity>
  ) -> Identifier<Entity>? {
    guard let text = exactText(column) else { return nil }
    return check(Identifier<Entity>(text), column, in: known)
  }

  /// The cell's items as codes that `known` must hold, each once.
  mutating func references<Entity>(
    _ column: Column, in known: Known<Entity>
  ) -> [Identifier<Entity>] {
    var seen: Set<String> = []
    return list(column).compactMap { item in
      guard seen.insert(item).inserted else {
        report(
          .repeatedItem, column, "\(column.rule.name) names \"\(item)\" twice",
          hint: "name it once")
        return nil
      }
      return check(Identifier<Entity>(item), column, in: known)
    }
  }

  private mutating func check<Entity>(
    _ id: Identifier<Entity>, _ column: Column, in known: Known<Entity>
  ) -> Identifier<Entity>? {
    guard known.isComplete, !known.ids.contains(id) else { return id }
    if known.setAside.contains(id) {
      dependency = Dependency(noun: known.noun, code: id.code, home: known.home)
      return nil
    }
    report(
      known.code, column, "the \(known.noun) \"\(id)\" is not in \(known.home)",
      hint: known.hint(for: id))
    return nil
  }

  /// The cell as a level of the scale.
  mutating func level(
    _ column: Column, of scale: PerformanceScale?, hint: String = ""
  ) -> LevelIndex? {
    guard let text = exactText(column), let scale else { return nil }
    if let index = scale.index(written: text) { return index }
    let codes = scale.levels.map(\.code).joined(separator: ", ")
    report(
      .unknownLevel, column, "the level \"\(text)\" is not in the scale",
      hint: "write one of \(codes), or its number\(hint)")
    return nil
  }
}
