import ArgumentParser
import Diagnostics
import Glibc
import TranscriptModel
import TranscriptWorkflow

/// `mastery-transcript render DISTRICT --out DIR`.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Writes transcripts as PDF, PESC XML and canonical JSON, and every other document.",
    discussion: """
      A student whose data need a person first is held, with the reason; the others are done. \
      The folder gets summary.txt and summary.json, and rejected/ with the rows that were set aside.

      --documents family writes family/ID.LANGUAGE.pdf; mid-year, family-phone and packet likewise in \
      folders of their own; guide and profile write school/how-to-read.pdf and school/profile.pdf. A \
      packet is one ZIP for the next school: transcript, competencies in full, policy and scale, XML.

      Copies that are issued to the student, and their summary, go to issued-to-student/.

      A district's own templates/ take the place of the product's: see `template check`.

      pesc/control.json keeps what a receiver's acknowledgement is held against: see `reconcile`.

      Exit codes: 0 all done; 1 some held; 2 the input was refused and nothing was written; 3 the \
      program failed on a student; 4 the output could not be written.
      """)

  @OptionGroup var arguments: DistrictArguments

  @Option(help: "The folder for the output.")
  var out: String

  @Option(parsing: .upToNextOption, help: "Ids of the students to render; all if left out.")
  var student: [String] = []

  @Option(
    help: ArgumentHelp(
      "Which documents, separated by commas: \(DocumentList.allValueStrings.joined(separator: ", ")).",
      valueName: "documents"))
  var documents: DocumentList = .official

  @Option(
    help: ArgumentHelp(
      "Languages of the family reports, separated by commas; if left out, the one in students.csv.",
      valueName: "languages"))
  var language: LanguageList?

  @Option(help: "Which files of the transcript, separated by commas: pdf, pesc, json.")
  var only: DocumentKindList = DocumentKindList(kinds: DocumentKind.standard)

  @Option(help: "What the documents are: official, unofficial or draft.")
  var status: DocumentStatusOption = .official

  @Option(
    help: ArgumentHelp(
      "The number of the document that this one replaces: marks it amended. With one --student.",
      valueName: "number"))
  var replaces: String?

  @Option(
    help: ArgumentHelp(
      "Marks transcripts as given into the student's own hands, on every page: student.",
      valueName: "receiver"))
  var issuedTo: DocumentReceiverOption?

  @OptionGroup(title: "Documents for software") var exchange: ExchangeArguments

  @Option(help: "How many students are worked on at once; all cores if left out.")
  var jobs: Int?

  @Flag(help: "Refuse the whole input if anything in it is wrong.")
  var strict = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  /// Refuses options that contradict each other.
  private func requireAgreement() throws {
    if replaces != nil, student.count != 1 || status != .official {
      try Terminal.refuse("--replaces needs one --student, and an official document.")
    }
    if issuedTo != nil, status == .draft {
      throw ValidationError("--issued-to needs a document that is issued: a draft is not.")
    }
    let isReplacement = exchange.transmission == .replace
    if let transmission = exchange.transmission, isReplacement != (replaces != nil) {
      try Terminal.refuse(
        "--transmission \(transmission.rawValue) contradicts "
          + (isReplacement
            ? "a transcript that replaces none: name the other with --replaces."
            : "--replaces: what takes the place of another is always sent as replace."))
    }
  }

  func run() async throws {
    try requireAgreement()
    let world = SystemWorld()
    let loaded = arguments.load(world: world)
    let ready = try loaded.required(arguments)
    if strict, loaded.diagnostics.contains(where: { $0.severity >= .warning }) {
      arguments.report(loaded.diagnostics)
      Terminal.report("--strict: nothing was written.\n")
      throw ExitCode.inputRefused
    }
    for id in student { _ = try ready.required(id) }
    let sending = try exchange.options(
      of: ready, status: documentStatus, asOf: arguments.asOf ?? world.today,
      folder: folder, replaced: replaces, world: world)
    let resources = try documentResources(world: world)
    var options = RenderOptions(
      outputFolder: folder, students: student.map { Identifier($0) }, kinds: kinds,
      asOf: arguments.asOf ?? world.today, status: documentStatus,
      jobs: jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), exchange: sending,
      schoolDocuments: documents.schoolDocuments, languages: language?.tags ?? [],
      replaces: replaces, issuedTo: issuedTo?.receiver)
    options.usesProcesses = true
    let batch = RenderBatch(
      world: world, ready: ready, loaded: loaded,
      resources: resources, options: options)
    let summary = try await write(
      batch, loaded: loaded, world: world, count: ready.district.students.count)
    try finish(summary)
  }

  /// Copies for students never lie among what is sent to colleges.
  private var folder: String {
    issuedTo.map { "\(out)/issued-to-\($0.rawValue)" } ?? out
  }

  private var documentStatus: DocumentStatus { replaces == nil ? status.status : .amended }

  private var kinds: [DocumentKind] {
    (documents.hasOfficial ? only.kinds : []) + (exchange.elmo ? [.elmo] : []) + documents.kinds
  }

  private func documentResources(world: SystemWorld) throws -> DocumentResources {
    do {
      let resources = try DocumentResources(
        kinds: kinds, schoolDocuments: documents.schoolDocuments,
        folders: .found(schemas: exchange.schemas, district: arguments.folder),
        pescVersion: exchange.pescVersion.version, writesBatch: exchange.batch, world: world)
      try requireLanguages(resources)
      return resources
    } catch let error as ResourceFailure {
      arguments.report(error.diagnostics)
      throw ExitCode.inputRefused
    }
  }

  private func requireLanguages(_ resources: DocumentResources) throws {
    let unknown = (language?.tags ?? []).filter { !resources.languages.contains($0) }
    guard !unknown.isEmpty, documents.kinds.contains(where: \.hasLanguages) else { return }
    Terminal.report(
      "There is no phrase table for \(unknown.joined(separator: ", ")). There are: "
        + "\(resources.languages.sorted().joined(separator: ", ")).\n")
    throw ExitCode.inputRefused
  }

  private func write(
    _ batch: RenderBatch, loaded: LoadedDistrict, world: SystemWorld, count: Int
  ) async throws -> BatchSummary {
    let progress = ProgressReport(total: student.isEmpty ? count : student.count)
    do {
      let summary = try await batch.run { progress.add($0) }
      progress.end()
      let files = BatchFiles(summary: summary, rejected: RejectFiles(loaded.rejectedRows))
      try files.write(to: folder, world: world)
      return summary
    } catch {
      Terminal.report("'\(error.path)' could not be written: \(error.reason).\n")
      throw ExitCode.outputUnwritable
    }
  }

  private func finish(_ summary: BatchSummary) throws {
    Terminal.print(summary.text(showsPersonal: arguments.showPersonal))
    if summary.hasUnwritten { throw ExitCode.outputUnwritable }
    if summary.count(.failed) > 0 || summary.hasRefusedBatch { throw ExitCode.internalFault }
    if summary.count(.held) > 0 || summary.hasProblems || !summary.unclaimedRows.isEmpty {
      throw ExitCode.someHeld
    }
  }
}
