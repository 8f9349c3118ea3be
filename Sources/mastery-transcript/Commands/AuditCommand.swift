import ArgumentParser
import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript audit DISTRICT --student ID`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Says what remains for a student to graduate; can suppose what is not on file.",
    discussion: """
      --suppose may be given more than once, and saves nothing:
        CODE=LEVEL     one more summative demonstration of a competency: MATH.ALG=EX
        CODE=LEVELx2   so many more
        CODE@AREA=LEVEL  shown in one of its content areas
        course:CODE    every competency of a course met, or course:CODE=LEVEL
        waiver:ID      a requirement of the plan waived
        hours:PATHWAY=NUMBER  so many more hours: hours:service=40
        notation:KIND  a notation awarded: notation:seal-of-biliteracy
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "The student's id; may be given more than once. All students if left out.")
  var student: [String] = []

  @Option(help: "A supposition.")
  var suppose: [String] = []

  @Option(help: "How to print: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    let suppositions = try suppose.map { text in
      guard let supposition = Supposition(text, in: ready) else {
        Terminal.report(Supposition.problem(with: text, in: ready) + "\n")
        throw ExitCode.inputRefused
      }
      return supposition
    }
    let students = try student.isEmpty ? ready.district.students : student.map(ready.required)
    let reports = students.map {
      AuditReport(
        ready, student: $0, supposing: suppositions, asOf: arguments.asOf ?? world.today)
    }
    switch format {
    case .text: Terminal.print(reports.map(\.text).joined(separator: "\n"))
    case .json: Terminal.print(JSONValue.list(reports.map(\.json)).readableText)
    }
    try loaded.reportRefusals()
  }
}
