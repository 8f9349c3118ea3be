public import Diagnostics
public import TranscriptModel

/// What became of each student of a batch, as text and as JSON.
public struct BatchSummary: Sendable, Hashable {
  /// What became of one student.
  public enum Outcome: String, Sendable, Hashable {
    /// Every document asked for was written.
    case done
    /// Nothing was written: the data of this student need a person first.
    case held
    /// Nothing was written: the program failed.
    ///
    /// Please report it.
    case failed
  }

  /// One student's line.
  public struct Line: Sendable, Hashable {
    /// Who.
    public let student: Identifier<Student>
    /// What became of it.
    public let outcome: Outcome
    /// Files written, relative to the output folder.
    public let files: [String]
    /// Why it was held or failed.
    public let reasons: [Diagnostic]

    /// Creates a line.
    public init(
      student: Identifier<Student>, outcome: Outcome, files: [String] = [],
      reasons: [Diagnostic] = []
    ) {
      self.student = student
      self.outcome = outcome
      self.files = files
      self.reasons = reasons
    }
  }

  /// One line for each student, in order of id.
  public let lines: [Line]
  /// The input's hash.
  public let inputHash: String
  /// The policy's version.
  public let policyVersion: String
  /// The day for which everything was resolved.
  public let asOf: CalendarDate

  /// Files in the output folders that are of no student on file: left by an earlier run.
  public let leftovers: [String]
  /// Rows that were set aside and name no student on file.
  public let unclaimedRows: [SourceLocation]

  /// Documents of the school, relative to the output folder.
  public let schoolFiles: [String]
  /// What was wrong outside any student: a request that cannot be answered, a refused batch.
  public let problems: [Diagnostic]

  /// Creates a summary; the lines are put in order of id.
  public init(
    lines: [Line], inputHash: String, policyVersion: String, asOf: CalendarDate,
    unclaimedRows: [SourceLocation] = [], leftovers: [String] = [], problems: [Diagnostic] = [],
    schoolFiles: [String] = []
  ) {
    self.schoolFiles = schoolFiles
    self.problems = problems.sorted()
    self.leftovers = leftovers.sorted()
    self.unclaimedRows = unclaimedRows.sorted()
    self.lines = lines.sorted { $0.student < $1.student }
    self.inputHash = inputHash
    self.policyVersion = policyVersion
    self.asOf = asOf
  }

  /// The number of students with this outcome.
  public func count(_ outcome: Outcome) -> Int {
    lines.reduce(0) { $0 + ($1.outcome == outcome ? 1 : 0) }
  }

  /// The summary for people: counts first, then who was held or failed, and why.
  public var text: String { text(showsPersonal: false) }

  /// The same; personal excerpts are hidden unless `showsPersonal` is set.
  public func text(showsPersonal: Bool) -> String {
    let renderer = DiagnosticText(showsPersonal: showsPersonal)
    var text = "\(count(.done)) done, \(count(.held)) held, \(count(.failed)) failed\n"
    if let files { text += "written: \(files)\n" }
    text += "as of \(asOf), policy version \(policyVersion), input \(inputHash.prefix(16))\n"
    for line in lines where line.outcome != .done {
      text += "\n\(line.student): \(line.outcome.rawValue)\n"
      text += line.reasons.sorted().map(renderer.render).joined().indented(by: 2)
    }
    if !unclaimedRows.isEmpty {
      text += "\nSet aside, and naming no student on file:\n"
      text += unclaimedRows.map { "  \($0)\n" }.joined()
    }
    if !problems.isEmpty { text += "\n" + problems.map(renderer.render).joined() }
    if !leftovers.isEmpty {
      text += "\nLeft by an earlier run, and of no student on file; remove them:\n"
      text += leftovers.map { "  \($0)\n" }.joined()
    }
    return text
  }

  /// How many files of each kind were written: `148 transcripts, 148 family`.
  private var files: String? {
    let folders = (lines.flatMap(\.files) + schoolFiles).map { path in
      path.split(separator: "/").dropLast().joined(separator: "/")
    }
    let counts = Dictionary(grouping: folders) { $0 }.mapValues(\.count)
    guard !counts.isEmpty else { return nil }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      .joined(separator: ", ")
  }

  /// The summary for software.
  public var json: JSONValue {
    .members([
      "done": .integer(count(.done)), "held": .integer(count(.held)),
      "failed": .integer(count(.failed)), "asOf": .text(asOf.isoText),
      "policyVersion": .text(policyVersion), "inputHash": .text(inputHash),
      "problems": .list(problems.map { $0.json() }),
      "leftovers": .list(leftovers.map(JSONValue.text)),
      "schoolFiles": .list(schoolFiles.map(JSONValue.text)),
      "unclaimedRows": .list(unclaimedRows.map { .text("\($0)") }),
      "students": .list(
        lines.map { line in
          .members([
            "student": .text(line.student.code),
            "outcome": .text(line.outcome.rawValue),
            "files": .list(line.files.map(JSONValue.text)),
            "reasons": line.reasons.isEmpty
              ? nil : .list(line.reasons.sorted().map { $0.json() }),
          ])
        }),
    ])
  }
}
