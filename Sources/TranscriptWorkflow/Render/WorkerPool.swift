import Diagnostics
import Glibc
import TranscriptModel
import TranscriptPDF

/// Worker processes that share out students between them.
///
/// Each is a copy of this process (`fork`), made when the district has been read: nothing is read
/// twice, and nothing is shared after that, so no worker waits for another's lock, and one that
/// crashes takes one student with it. docs/decisions/0006-worker-processes.md has the reasons.
struct WorkerPool: ~Copyable {
  private let work: StudentWork
  private let students: [Student]
  private let progress: @Sendable (BatchSummary.Line) -> Void
  private var workers: [WorkerProcess] = []
  private var results: [StudentWork.Result?]
  private var next = 0

  init(
    work: StudentWork, students: [Student],
    progress: @escaping @Sendable (BatchSummary.Line) -> Void
  ) {
    self.work = work
    self.students = students
    self.progress = progress
    results = Array(repeating: nil, count: students.count)
  }

  /// The results of all students, in their order.
  consuming func run(jobs: Int) -> [StudentWork.Result] {
    for _ in 0..<min(jobs, students.count) { start() }
    while !workers.isEmpty { waitForMessages() }
    finishAlone()
    return results.compactMap(\.self)
  }

  /// Starts a worker, if the system gives one.
  private mutating func start() {
    guard next < students.count else { return }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return }
    let id = fork()
    if id == 0 {
      // The parent's ends belong to the parent: else no worker would notice that it is gone.
      close(ends[0])
      for other in workers { close(other.socket) }
      serve(ends[1])
    }
    close(ends[1])
    guard id > 0 else {
      close(ends[0])
      return
    }
    var worker = WorkerProcess(id: id, socket: ends[0])
    worker.give(take())
    workers.append(worker)
  }

  /// What a worker does until there is no more.
  private func serve(_ socket: Int32) -> Never {
    let documents = documents()
    while let index = WorkerProcess.nextNumber(from: socket), students.indices.contains(index) {
      let result = work.line(for: students[index], documents: documents)
      guard WorkerProcess.answer(WorkerMessage.bytes(result), to: socket) else { break }
    }
    // Nothing that the parent has buffered may be written twice.
    _exit(0)
  }

  private func documents() -> Result<StudentDocuments, PDFFailure> {
    Result { () throws(PDFFailure) in try StudentDocuments(resources: work.resources) }
  }

  private mutating func take() -> Int? {
    guard next < students.count else { return nil }
    defer { next += 1 }
    return next
  }

  private mutating func waitForMessages() {
    var waiting = workers.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { return }
    for index in workers.indices.reversed() where waiting[index].revents != 0 {
      let (message, isOpen) = workers[index].receive()
      if let message { keep(message, of: index) }
      if !isOpen { remove(index) }
    }
  }

  private mutating func keep(_ message: [UInt8], of index: Int) {
    guard let student = workers[index].current else { return }
    let result =
      WorkerMessage.result(message)
      ?? work.lost(students[student], "a worker's answer could not be read")
    results[student] = result
    progress(result.line)
    workers[index].give(take())
  }

  /// A worker that ends in the middle of a student takes that student with it, and no other.
  private mutating func remove(_ index: Int) {
    let worker = workers.remove(at: index)
    let reason = worker.end()
    guard let student = worker.current else { return }
    let result = work.lost(
      students[student], "its worker ended (\(reason ?? "without an answer"))")
    results[student] = result
    progress(result.line)
    start()
  }

  /// Where the system gives no process, this one does the work.
  private mutating func finishAlone() {
    guard next < students.count else { return }
    let documents = documents()
    while let index = take() {
      let result = work.line(for: students[index], documents: documents)
      results[index] = result
      progress(result.line)
    }
  }
}
