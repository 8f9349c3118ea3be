import Diagnostics
import Synchronization
import TranscriptImport
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

  /// Creates a batch over a district that was loaded and whose rules were compiled.
  public init(
    world: any World, ready: ReadyDistrict, loaded: LoadedDistrict,
    resources: DocumentResources, options: RenderOptions
  ) {
    self.world = world
    self.ready = ready
    self.loaded = loaded
    self.resources = resources
    self.options = options
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
    let queue = StudentQueue(students: chosen)
    let worker = StudentWork(
      world: world, ready: ready,
      holds: HoldReasons(
        rejectedRows: loaded.rejectedRows, diagnostics: loaded.diagnostics,
        students: district.students),
      resources: resources, options: options,
      honors: ready.awardedHonors(of: chosen, asOf: options.asOf))
    let lines = await withTaskGroup(of: [BatchSummary.Line].self) { group in
      for _ in 0..<max(1, min(options.jobs, queue.count)) {
        group.addTask {
          // One set of renderers a worker: fonts and shaped text are never shared between tasks.
          let documents = Result { () throws(PDFFailure) in
            try StudentDocuments(resources: worker.resources)
          }
          var done: [BatchSummary.Line] = []
          while let student = queue.next() {
            let line = worker.line(for: student, documents: documents)
            progress(line)
            done.append(line)
          }
          return done
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    return BatchSummary(
      lines: lines + refusedLines(worker.holds),
      inputHash: InputHash.combined(district.inputHashes),
      policyVersion: district.policy.version, asOf: options.asOf,
      unclaimedRows: worker.holds.unclaimed.map { SourceLocation(file: $0.file, line: $0.line) },
      leftovers: try leftovers())
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
      where name.hasSuffix(suffix) && !known.contains(String(name.dropLast(suffix.count))) {
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
    guard !options.students.isEmpty else { return ready.district.students }
    let wanted = Set(options.students)
    return ready.district.students.filter { wanted.contains($0.id) }
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
