import ArgumentParser
import Diagnostics
import TranscriptImport
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript import FILE… --into DISTRICT`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings exports of other systems into a district folder.",
    discussion: """
      Canvas, OneRoster, CASE, Moodle, Slate, xAPI and JSON Lines are recognised; any other table is \
      read through a mapping file: see docs/imports.md. Importing a file twice adds nothing.

      Exit codes: 0 all rows used; 1 some rows rejected; 2 no row could be read, or nothing was written because of \
      those rejected; 4 not written.
      """)

  @Argument(help: "The files to import.")
  var files: [String]

  @Option(help: "The district folder.")
  var into: String

  @Option(help: "The mapping to read every file with; recognised from the columns if left out.")
  var mapping: String?

  @Option(
    parsing: .singleValue,
    help: "A value for a column where rows leave it empty, such as purpose=summative; repeatable.")
  var set: [String] = []

  @Flag(help: "Say what would change, and write nothing.")
  var dryRun = false

  @Flag(help: "Use no row if one cannot be used.")
  var allOrNothing = false

  @Option(help: "Keep at most so many rejected rows (about 4 kB each); with more, import nothing.")
  var mostRejected = 100_000

  @Option(help: "Where rejected rows are kept; DISTRICT-rejected beside the district if left out.")
  var rejects: String?

  @Option(
    help: "The day after which nothing can have happened; today if left out.",
    transform: DistrictArguments.day)
  var asOf: CalendarDate?

  @Option(help: "How to print: text, json or sarif.")
  var format: ProblemFormat = .text

  @Flag(help: "Print names, birth dates and state ids in messages; they are hidden otherwise.")
  var showPersonal = false

  func run() throws {
    let world = SystemWorld()
    let run = ImportRun(world: world, folder: into, options: try options(world))
    let plan = try report { () throws(WorldError) in try run.plan(files, isForReal: !dryRun) }
    var settled = RejectFolder.Outcome()
    if !dryRun {
      settled = try report { () throws(WorldError) in
        try run.carryOut(plan, of: files, rejects: rejects ?? RejectPlace.beside(into))
      }
    }
    print(ImportReport(plan, rejects: settled), plan)
    if plan.isUnreadable || plan.isHeld { throw ExitCode.inputRefused }
    if !plan.rejectedRows.isEmpty || plan.diagnostics.hasErrors { throw ExitCode.someHeld }
  }

  /// What lies in the district's folder is read as part of it.
  func validate() throws {
    if let rejects, RejectPlace.isInside(rejects, district: into) {
      throw ValidationError("--rejects lies in the district's folder; name one beside it.")
    }
  }

  private func options(_ world: SystemWorld) throws -> ImportPlanner.Options {
    var options = ImportPlanner.Options()
    options.mapping = mapping
    options.isAllOrNothing = allOrNothing
    options.mostRejected = max(0, mostRejected)
    options.today = asOf?.adding(days: 366) ?? world.today
    options.asOf = asOf
    for text in set {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw ValidationError("'\(text)' is not COLUMN=VALUE, such as purpose=summative.")
      }
      guard ImportPlanner.isColumn(parts[0]) else {
        throw ValidationError("No table has a column '\(parts[0])'.")
      }
      options.constants[parts[0]] = parts[1]
    }
    return options
  }

  private func report<Value>(_ work: () throws(WorldError) -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      let isOutput = error.kind == .unwritable || error.kind == .diskFull
      Terminal.report(
        "'\(error.path)' could not be \(isOutput ? "written" : "read"): \(error.reason).\n")
      throw isOutput ? ExitCode.outputUnwritable : ExitCode.inputRefused
    }
  }

  private func print(_ report: ImportReport, _ plan: ImportPlan) {
    switch format {
    case .text: Terminal.print(report.text(showsPersonal: showPersonal))
    case .json: Terminal.print(report.json(showsPersonal: showPersonal).readableText)
    case .sarif:
      Terminal.print(
        DiagnosticSARIF(showsPersonal: showPersonal)
          .log(plan.diagnostics.sorted, version: MasteryTranscript.version).readableText)
    }
  }
}
