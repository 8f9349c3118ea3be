import ArgumentParser
import Diagnostics
import TranscriptWorkflow

/// `mastery-transcript import FILE… --into DISTRICT`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Puts what other systems export into a district folder.",
    discussion: """
      docs/imports.md says which exports are known and how a mapping describes any other table.
      Importing a file twice adds nothing. Rows that cannot be used are written to the reject
      folder as they were; mended, they are imported like any other file.

      Exit codes: 0 all rows used; 1 some rejected; 2 nothing could be used.
      """)

  @Argument(help: "The files to import; all tables of a OneRoster set together.")
  var files: [String]

  @Option(help: "The district folder.")
  var into: String

  @Option(help: "The mapping to read every file with; otherwise each file is recognised.")
  var mapping: String?

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "A value for a column that the export does not say, as COLUMN=VALUE.",
    transform: ImportCommand.pair)
  var constants: [ColumnValue] = []

  @Flag(help: "Show what would happen and write nothing.")
  var dryRun = false

  @Flag(help: "Write nothing when any row cannot be used.")
  var allOrNothing = false

  @Option(help: "Where rejected rows go; DISTRICT/rejects if left out.")
  var rejects: String?

  @Option(help: "How to print: text, json or sarif.")
  var format: ProblemFormat = .text

  @Flag(help: "Print names, birth dates and other cells in messages; they are hidden otherwise.")
  var showPersonal = false

  func run() throws {
    var request = ImportRequest()
    request.mapping = mapping
    request.isAllOrNothing = allOrNothing
    for value in constants { request.constants[value.column] = value.value }
    let run = ImportRun(world: SystemWorld(), folder: into)
    let plan = try plan(run, request)
    printReport(plan)
    if !dryRun { try write(plan, run) }
    if plan.isEmpty, plan.hasErrors { throw ExitCode.inputRefused }
    if plan.hasErrors { throw ExitCode.someHeld }
  }

  private func printReport(_ plan: PlannedImport) {
    let report = ImportReport(plan, isDryRun: dryRun)
    switch format {
    case .text: Terminal.print(report.text(showsPersonal: showPersonal))
    case .json: Terminal.print(report.json(showsPersonal: showPersonal).readableText)
    case .sarif:
      let version = MasteryTranscript.configuration.version
      Terminal.print(report.sarif(version: version).readableText)
    }
  }

  private func plan(_ run: ImportRun, _ request: ImportRequest) throws -> PlannedImport {
    do throws(WorldError) {
      return try run.plan(files, request: request)
    } catch {
      Terminal.report("\(error.path): \(error.reason)\n")
      throw ExitCode.inputRefused
    }
  }

  private func write(_ plan: PlannedImport, _ run: ImportRun) throws {
    do throws(WorldError) {
      let written = try run.carryOut(plan, rejects: rejects ?? "\(into)/rejects")
      if format == .text { for path in written { Terminal.print("wrote \(path)\n") } }
    } catch {
      Terminal.report("\(error.path): \(error.reason)\n")
      throw ExitCode.outputUnwritable
    }
  }

  private static func pair(_ text: String) throws -> ColumnValue {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw ValidationError("'\(text)' is not COLUMN=VALUE.")
    }
    return ColumnValue(column: parts[0], value: parts[1])
  }
}

/// A column with its value, as given to `--set`.
struct ColumnValue {
  let column: String
  let value: String
}

/// How problems are reported.
enum ProblemFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif
}
