import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript check DISTRICT`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reports every problem of a district folder in one run.",
    discussion: """
      With --for pesc, every value that a PESC High School Transcript cannot hold is reported as \
      well, for every student: record, element, limit, actual length, where it comes from, the fix.

      Exit codes: 0 no errors; 1 errors found; 2 nothing can be made of the folder.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "How to print: text, json or sarif.")
  var format: ProblemFormat = .text

  /// What may be checked for.
  enum Purpose: String, ExpressibleByArgument, CaseIterable {
    case pesc
  }

  @Option(name: .customLong("for"), help: "Check as well what a document needs: pesc.")
  var purpose: Purpose?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  func run() throws {
    let world = SystemWorld()
    var loaded = arguments.check(world: world)
    if purpose == .pesc {
      loaded = arguments.load(world: world).checkedForPESC(
        asOf: arguments.asOf ?? world.today, adding: loaded.diagnostics)
    }
    switch format {
    case .text: Terminal.print(CheckReport(loaded).text(showsPersonal: arguments.showPersonal))
    case .json:
      Terminal.print(CheckReport(loaded).json(showsPersonal: arguments.showPersonal).readableText)
    case .sarif:
      Terminal.print(
        DiagnosticSARIF(showsPersonal: arguments.showPersonal)
          .log(loaded.diagnostics, version: MasteryTranscript.version).readableText)
    }
    if loaded.ready == nil { throw ExitCode.inputRefused }
    let hasWarnings = loaded.diagnostics.contains { $0.severity == .warning }
    if loaded.hasErrors || (strict && hasWarnings) { throw ExitCode.someHeld }
  }
}

/// How problems are printed.
enum ProblemFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif
}

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
