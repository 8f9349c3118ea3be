import ArgumentParser
import Diagnostics
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript resolve DISTRICT`.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Says where each student stands: attainment, credits, requirements.")

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "A student's id; may be given more than once. All students if left out.")
  var student: [String] = []

  @Option(help: "How to print: table or json.")
  var format: Format = .table

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  func run() throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    let day = arguments.asOf ?? world.today
    let students = try student.isEmpty ? ready.district.students : student.map(ready.required)
    let reports = students.map { student in
      ResolutionReport(
        district: ready.district, resolution: ready.resolve(student, asOf: day))
    }
    switch format {
    case .table: Terminal.print(reports.map(\.table).joined(separator: "\n"))
    case .json: Terminal.print(JSONValue.list(reports.map(\.json)).readableText)
    }
    try loaded.reportRefusals()
  }
}
