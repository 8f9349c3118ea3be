import ArgumentParser
import Diagnostics
import Glibc
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript render DISTRICT --out DIR`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Writes each student's transcript as PDF, PESC XML and canonical JSON.",
    discussion: """
      A student whose data need a person first is held, with the reason; the others are done. \
      The folder gets summary.txt and summary.json, and rejected/ with the rows that were set aside.

      pesc/control.json keeps what a receiver's acknowledgement is held against: see `reconcile`.

      Exit codes: 0 all done; 1 some held; 2 the input was refused and nothing was written; 3 the \
      program failed on a student; 4 the output could not be written.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "The folder for the output.")
  var out: String

  @Option(parsing: .upToNextOption, help: "Ids of the students to render; all if left out.")
  var student: [String] = []

  @Option(help: "Which files, separated by commas: pdf, pesc, json.")
  var only: DocumentKindList = DocumentKindList(kinds: DocumentKind.standard)

  @Option(help: "What the documents are: official, unofficial or draft.")
  var status: DocumentStatusOption = .official

  @OptionGroup(title: "Documents for software") var exchange: ExchangeArguments

  @Option(help: "How many students are worked on at once; all cores if left out.")
  var jobs: Int?

  @Flag(help: "Refuse the whole input if anything in it is wrong.")
  var strict = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  func run() async throws {
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    if strict, loaded.diagnostics.contains(where: { $0.severity >= .warning }) {
      arguments.report(loaded.diagnostics)
      Terminal.report("--strict: nothing was written.\n")
      throw ExitCode.inputRefused
    }
    for id in student { _ = try ready.required(id) }
    let sending = try exchange.options(of: ready, status: status.status, world: world)
    let resources = try documentResources(world: world)
    let options = RenderOptions(
      outputFolder: out, students: student.map { Identifier($0) }, kinds: kinds,
      asOf: arguments.asOf ?? world.today, status: status.status,
      jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), exchange: sending)
    let batch = RenderBatch(
      world: world, ready: ready, loaded: loaded,
      resources: resources, options: options)
    let summary = try await write(
      batch, loaded: loaded, world: world, count: ready.district.students.count)
    try finish(summary)
  }

  private var kinds: [DocumentKind] { only.kinds + (exchange.elmo ? [.elmo] : []) }

  private func documentResources(world: SystemWorld) throws -> DocumentResources {
    do {
      return try DocumentResources(
        kinds: kinds, folders: .found(schemas: exchange.schemas),
        pescVersion: exchange.pescVersion.version, writesBatch: exchange.batch, world: world)
    } catch {
      arguments.report(error.diagnostics)
      throw ExitCode.inputRefused
    }
  }

  private func write(
    _ batch: RenderBatch, loaded: LoadedDistrict, world: SystemWorld, count: Int
  ) async throws -> BatchSummary {
    let progress = ProgressReport(total: student.isEmpty ? count : student.count)
    do {
      let summary = try await batch.run { progress.add($0) }
      progress.end()
      let files = BatchFiles(summary: summary, rejected: RejectFiles(loaded.rejectedRows))
      try files.write(to: out, world: world)
      return summary
    } catch {
      Terminal.report("'\(error.path)' could not be written: \(error.reason).\n")
      throw ExitCode.outputUnwritable
    }
  }

  private func finish(_ summary: BatchSummary) throws {
    Terminal.print(summary.text)
    if summary.hasUnwritten { throw ExitCode.outputUnwritable }
    if summary.count(.failed) > 0 || summary.hasRefusedBatch { throw ExitCode.internalFault }
    if summary.count(.held) > 0 || summary.hasProblems || !summary.unclaimedRows.isEmpty {
      throw ExitCode.someHeld
    }
  }
}
