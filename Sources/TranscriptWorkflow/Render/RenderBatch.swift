import Diagnostics
import Synchronization
import TranscriptImport
import TranscriptELMO
import TranscriptLayout
import TranscriptModel
import TranscriptPDF

/// Renders a class: each student alone, so that one bad student never stops the rest.
///
/// The bytes of every file and the order of the summary are the same for any number of workers.
public struct RenderBatch: Sendable {
  private let world: any World
  private let ready: ReadyDistrict
  private let loaded: LoadedDistrict
  private let resources: DocumentResources
  private let options: RenderOptions
  /// Why a kind of document is made for nobody.
  private let refusedKinds: [Diagnostic]

  /// Creates a batch over a district that was loaded and whose rules were compiled.
  public init(
    world: any World, ready: ReadyDistrict, loaded: LoadedDistrict,
    resources: DocumentResources, options: RenderOptions
  ) {
    self.world = world
    self.ready = ready
    self.loaded = loaded
    self.resources = resources
    let profile = ready.district.profile
    let lacksWeb = profile.school.web == nil && profile.profileURL == nil
    let isRefused = lacksWeb && options.kinds.contains(.elmo)
    var options = options
    if isRefused { options.kinds.removeAll { $0 == .elmo } }
    self.options = options
    refusedKinds =
      isRefused
      ? [
        Diagnostic(
          ELMOCodes.missingWeb, at: PESCSource.profile("school.name", of: ready.district),
          "the school has no web address: no ELMO is written, and the other documents are",
          hint: "fill in web of the school")
      ] : []
  }

  /// Renders every student asked for; `progress` is called once for each, from any worker.
  ///
  /// Throws when the output folder cannot be made: then nothing is written at all.
  public func run(
    progress: @escaping @Sendable (BatchSummary.Line) -> Void = { _ in }
  ) async throws(WorldError) -> BatchSummary {
    for kind in options.kinds {
      try world.makeFolder("\(options.outputFolder)/\(kind.folder(for: options.status))")
    }
    let district = ready.district
    let worker = StudentWork(
      world: world, ready: ready,
      holds: HoldReasons(
        rejectedRows: loaded.rejectedRows, diagnostics: loaded.diagnostics,
        students: district.students),
      resources: resources, options: options,
      honors: await ready.awardedHonors(
        of: chosen, asOf: options.asOf, jobs: options.jobs))
    let results = await results(of: worker, progress: progress)
    let school = SchoolWork(world: world, ready: ready, holds: worker.holds, options: options)
    let schoolResult = try school.write(resources: resources)
    let sent = SentDocuments(
      results.flatMap(\.sent), folder: "\(options.outputFolder)/\(pescFolder)")
    if options.kinds.contains(.pesc) {
      try sent.writeControls(numberForm: district.profile.documentNumbers, world: world)
    }
    let batchProblems = try writeBatches(sent)
    return BatchSummary(
      lines: results.map(\.line) + refusedLines(worker.holds),
      inputHash: InputHash.combined(district.inputHashes),
      policyVersion: district.policy.version, asOf: options.asOf,
      unclaimedRows: worker.holds.unclaimed.map { SourceLocation(file: $0.file, line: $0.line) },
      leftovers: try leftovers(),
      problems: refusedKinds + (options.exchange.plan?.diagnostics ?? []) + batchProblems
        + schoolResult.problems + languageProblems,
      schoolFiles: schoolResult.files)
  }

  private func results(
    of worker: StudentWork, progress: @escaping @Sendable (BatchSummary.Line) -> Void
  ) async -> [StudentWork.Result] {
    let students = chosen
    // A class that becomes one batch needs the documents as values, which stay in a process.
    if options.usesProcesses, options.jobs > 1, resources.batch == nil {
      return WorkerPool(work: worker, students: students, progress: progress).run(
        jobs: options.jobs)
    }
    let queue = StudentQueue(students: students)
    return await withTaskGroup(of: [StudentWork.Result].self) { group in
      for _ in 0..<max(1, min(options.jobs, queue.count)) {
        group.addTask {
          // One set of renderers a worker: fonts and shaped text are never shared between tasks.
          let documents = Result { () throws(PDFFailure) in
            try StudentDocuments(resources: worker.resources)
          }
          var done: [StudentWork.Result] = []
          while let student = queue.next() {
            let result = worker.line(for: student, documents: documents)
            progress(result.line)
            done.append(result)
          }
          return done
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
  }

  private var pescFolder: String { DocumentKind.pesc.folder(for: options.status) }

  /// One batch a class; what became of it when it is refused.
  private func writeBatches(_ sent: SentDocuments) throws(WorldError) -> [Diagnostic] {
    guard let exporter = resources.batch else { return [] }
    let made = sent.batches(
      exporter, plan: options.exchange.plan, createdOn: options.asOf)
    for file in made.files {
      try world.write(file.bytes, to: "\(options.outputFolder)/\(pescFolder)-\(file.name)")
    }
    return made.problems
  }

  /// Languages that families read and no phrase table speaks.
  private var languageProblems: [Diagnostic] {
    guard options.languages.isEmpty, options.kinds.contains(where: \.hasLanguages) else {
      return []
    }
    let names = options.kinds.filter(\.hasLanguages).flatMap(TemplateName.needed)
    let known = names.compactMap { resources.templates[$0] }.map { Set($0.languages) }
    return chosen.compactMap { student in
      guard let own = student.familyLanguage, known.contains(where: { !$0.contains(own) }) else {
        return nil
      }
      return Diagnostic(
        .noFamilyLanguage, at: student.location,
        "there is no phrase table for the language of this family; the report is in English",
        hint: "add templates/phrases/family-LANGUAGE.yaml to the district, or choose --language")
    }
  }

  /// Documents of students who are not on file any more.
  private func leftovers() throws(WorldError) -> [String] {
    let known = Set(ready.district.students.map(\.id.code))
    var found: [String] = []
    for kind in options.kinds {
      let folder = kind.folder(for: options.status)
      guard world.exists("\(options.outputFolder)/\(folder)") else { continue }
      let suffix = ".\(kind.fileExtension)"
      for name in try world.list("\(options.outputFolder)/\(folder)")
      where name.hasSuffix(suffix) && !known.contains(String(name.prefix { $0 != "." })) {
        found.append("\(folder)/\(name)")
      }
    }
    return found
  }

  private func refusedLines(_ holds: HoldReasons) -> [BatchSummary.Line] {
    let wanted = Set(options.students)
    return holds.refusedLines.filter { wanted.isEmpty || wanted.contains($0.student) }
  }

  private var chosen: [Student] {
    var students = ready.district.students
    if !options.students.isEmpty {
      let wanted = Set(options.students)
      students = students.filter { wanted.contains($0.id) }
    }
    // A request selects: what nobody asked for is not sent.
    if let plan = options.exchange.plan { students = students.filter { plan.names($0.id) } }
    return students
  }
}

/// Hands each student to one worker.
private final class StudentQueue: Sendable {
  private let students: [Student]
  private let taken = Atomic<Int>(0)

  init(students: [Student]) { self.students = students }

  var count: Int { students.count }

  func next() -> Student? {
    let index = taken.add(1, ordering: .relaxed).oldValue
    return students.indices.contains(index) ? students[index] : nil
  }
}
