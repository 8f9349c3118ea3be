import Diagnostics
import TranscriptImport
import TranscriptModel

/// Decides whether a student's documents may leave: not while a person must look at the data first.
struct HoldReasons: Sendable {
  private let byStudent: [Identifier<Student>: [Diagnostic]]

  /// Rows that were set aside and cannot be given to a student on file.
  let unclaimed: [RejectedRow]
  /// Students whose own row in students.csv was set aside.
  let refusedStudents: Set<Identifier<Student>>
  private let ofEveryone: [Diagnostic]

  /// Gives each error to the students that it may concern.
  ///
  /// An error that belongs to no row (a missing file, a misspelt column, a credit area that the
  /// policy does not have) concerns everyone: nobody can say whose credit it touches. One in a
  /// narrative concerns the student whose it is. A row of the framework or the courses concerns
  /// everyone: without it any credit may be missing. A row too broken to be cut into cells concerns
  /// whoever's id stands in it.
  init(rejectedRows: [RejectedRow], diagnostics: [Diagnostic], students: [Student]) {
    let refused = rejectedRows.filter { $0.file == "students.csv" }.compactMap(\.student)
    let known = Set((students.map(\.id) + refused).map(\.code))
    let ofRows = Set(rejectedRows.flatMap(\.diagnostics))
    var found: [Identifier<Student>: [Diagnostic]] = [:]
    var everyone: [Diagnostic] = []
    for problem in diagnostics where problem.concernsEveryone && !ofRows.contains(problem) {
      if let student = Self.narrated(in: problem) {
        found[student, default: []].append(problem)
      } else {
        everyone.append(problem)
      }
    }
    var unclaimed: [RejectedRow] = []
    for row in rejectedRows {
      let errors = row.diagnostics.filter { $0.severity == .error }
      if Self.concernsEveryone(row.file) {
        everyone += errors
        continue
      }
      let claimants = Self.claimants(of: row, known: known)
      for code in claimants { found[Identifier(code), default: []] += errors }
      if claimants.isEmpty { unclaimed.append(row) }
    }
    // One problem may be the reason for many rows; it is told once.
    byStudent = found.mapValues { Set($0).sorted() }
    refusedStudents = Set(refused).subtracting(students.map(\.id))
    ofEveryone = everyone
    self.unclaimed = unclaimed
  }

  /// Whose narrative the problem is in: its file is named by the student's id, and holds nobody
  /// else's words and no credit.
  private static func narrated(in problem: Diagnostic) -> Identifier<Student>? {
    guard let file = problem.location?.file, file.hasPrefix("narratives/"),
      file.hasSuffix(".txt")
    else { return nil }
    return Identifier(String(file.dropFirst("narratives/".count).dropLast(".txt".count)))
  }

  private static func concernsEveryone(_ file: String) -> Bool {
    file == "courses.csv" || file.hasPrefix("framework/")
  }

  private static func claimants(of row: RejectedRow, known: Set<String>) -> Set<String> {
    if let student = row.student { return known.intersection([student.code]) }
    let words = String(decoding: row.original, as: UTF8.self).split { character in
      !(character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character)))
    }
    return known.intersection(words.map(String.init))
  }

  /// The lines of students whose own row was set aside: held, so that nobody vanishes.
  var refusedLines: [BatchSummary.Line] {
    refusedStudents.map { id in
      BatchSummary.Line(student: id, outcome: .held, reasons: byStudent[id] ?? [])
    }
  }

  /// Why nothing may be written for this student; empty when nothing stands in the way.
  func reasons(for resolution: StudentResolution) -> [Diagnostic] {
    var reasons: [Diagnostic] = []
    let rejected = ofEveryone + (byStudent[resolution.student.id] ?? [])
    if !rejected.isEmpty {
      reasons.append(
        Diagnostic(
          .rejectedRows, at: resolution.student.location,
          "\(EnglishText.count(rejected.count, "problem", "problems")) may concern this student, so "
            + "the transcript may lack a credit",
          hint: "mend what `check` reports, or render a draft",
          related: rejected.compactMap { problem in
            problem.location.map { Diagnostic.Related(problem.message, at: $0) }
          }))
    }
    switch resolution.graduation?.status {
    case nil: reasons.append(noPlan(resolution.student))
    default: reasons += Self.unmetGraduation(resolution)
    }
    return reasons
  }

  /// That a graduation is posted which is not met.
  static func unmetGraduation(_ resolution: StudentResolution) -> [Diagnostic] {
    guard case .postedButUnmet(let day)? = resolution.graduation?.status else { return [] }
    return [unmet(resolution, day: day)]
  }

  private func noPlan(_ student: Student) -> Diagnostic {
    Diagnostic(
      .noPlan, at: student.location,
      "no graduation plan of the policy holds for the class of \(student.classOf)",
      hint: "add a plan for that class to policy.yaml, or mend class_of")
  }

  private static func unmet(_ resolution: StudentResolution, day: CalendarDate) -> Diagnostic {
    let missing = resolution.graduation?.outcomes.filter { !$0.status.satisfies } ?? []
    let titles = missing.map(\.requirement.title).joined(separator: ", ")
    return Diagnostic(
      .graduationUnmet, at: resolution.student.location,
      "a graduation on \(day) is posted, but not met: \(titles)",
      hint: "`explain --student \(resolution.student.id) --graduation` says what is missing")
  }
}

extension Diagnostic {
  /// Whether, belonging to no row, it keeps everyone's documents back.
  ///
  /// A confidential column does not: its cells are never read, so nothing is lost by it.
  fileprivate var concernsEveryone: Bool {
    severity == .error && code.name != "confidential-column"
  }
}

extension DiagnosticCode {
  static let rejectedRows = DiagnosticCode(
    "student-has-rejected-rows", .error,
    summary: "Rows of this student could not be used, so nothing was written for the student.",
    remedy: "Mend the rows that `check` reports. A transcript that lacks a piece of evidence may "
      + "lack a credit; a draft (`--status draft`) can be rendered meanwhile.")
  static let noPlan = DiagnosticCode(
    "no-plan-for-class", .error,
    summary: "The policy has no graduation plan for the student's class.",
    remedy: "Add a plan whose `classes` include the year, or mend `class_of` in students.csv.")
  static let graduationUnmet = DiagnosticCode(
    "graduation-posted-but-unmet", .error,
    summary: "A graduation date is posted although a requirement is neither met nor waived.",
    remedy: "Mend the evidence, add the waiver that was granted, or withdraw the posting. The "
      + "program never prints \"graduated\" for a student who does not meet the plan.")
}
