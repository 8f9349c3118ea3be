import Foundation
import Diagnostics
import Testing
import TranscriptModel
import TranscriptPESC

@testable import TranscriptWorkflow

private let root = DocumentedCommandTests.root
private let hasFonts = FileManager.default.fileExists(atPath: Project.folders.fonts + "/stamp")

/// Workers are processes of the program itself, so the program is run.
@Suite("Worker processes", .enabled(if: hasFonts, "run fonts/prepare"))
struct WorkerProcessTests {
  private static let students = ["26003", "26007", "26011", "26015"]

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private func started(jobs: Int, out: URL, _ more: [String] = []) throws -> Process {
    let process = Process()
    process.executableURL = root.appending(path: ".build/debug/mastery-transcript")
    process.arguments =
      ["render", "examples/thistlemere", "--as-of", "2026-10-15", "--out", out.path]
      + ["--jobs", "\(jobs)"] + more
    process.currentDirectoryURL = root
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func files(below folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let path = folder.appending(path: name).path
      if let data = FileManager.default.contents(atPath: path) { files[name] = data }
    }
    return files
  }

  @Test func `Three processes write what one writes, controls and summary as well`() throws {
    let (one, three) = (try folder(), try folder())
    defer { for made in [one, three] { try? FileManager.default.removeItem(at: made) } }
    let chosen = ["--student"] + Self.students
    for (jobs, out) in [(1, one), (3, three)] {
      let process = try started(jobs: jobs, out: out, chosen)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let expected = try files(below: one)
    #expect(expected.count > 3 * Self.students.count)
    #expect(try files(below: three) == expected)
  }

  @Test func `A worker that is killed takes one student with it, and no other`() throws {
    let out = try folder()
    defer { try? FileManager.default.removeItem(at: out) }
    let process = try started(jobs: 2, out: out)
    let child = try #require(firstChild(of: process))
    kill(child, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    let summary = try String(contentsOf: out.appending(path: "summary.txt"), encoding: .utf8)
    // The example has 41 students.
    #expect(summary.hasPrefix("40 done, 0 held, 1 failed\n"))
    #expect(summary.contains("its worker ended (signal 9)"))
    let pdfs = try FileManager.default.contentsOfDirectory(
      atPath: out.appending(path: "transcripts").path)
    #expect(pdfs.count == 40)
  }

  /// The first process that `process` starts.
  private func firstChild(of process: Process) -> pid_t? {
    let tasks = "/proc/\(process.processIdentifier)/task"
    while process.isRunning {
      for task in (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? [] {
        let list = try? String(contentsOfFile: "\(tasks)/\(task)/children", encoding: .utf8)
        if let id = list?.split(separator: " ").first { return pid_t(id) }
      }
      usleep(5_000)
    }
    return nil
  }

  @Test func `A line and what was sent come back from a message as they were`() throws {
    let code = DiagnosticCode("some-code", .warning, summary: "Found.", remedy: "Mend it.")
    let line = BatchSummary.Line(
      student: "27 \"quoted\"", outcome: .held, files: ["pesc/a.xml"],
      reasons: [
        Diagnostic(
          code, at: SourceLocation(file: "students.csv", line: 3, column: 7), "wrong \u{1F600}",
          excerpt: Excerpt(text: "a,b", markStart: 2, markLength: 1, isPersonal: true),
          hint: "type this",
          related: [.init("first here", at: SourceLocation(file: "students.csv", line: 2))]),
        Diagnostic(code, "without a place"),
      ])
    let back = try #require(WorkerMessage.result(WorkerMessage.bytes((line, []))))
    #expect(back.line == line)
    #expect(back.sent.isEmpty)
    // Codes are equal by name alone.
    #expect(back.line.reasons.first?.code.severity == .warning)
    #expect(back.line.reasons.first?.code.remedy == "Mend it.")
    #expect(WorkerMessage.result(Array("{}".utf8)) == nil)
  }
}
