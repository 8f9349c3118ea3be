import Diagnostics
import Foundation
import Testing
import TranscriptModel
import TranscriptWorkflow

/// The invariants of DESIGN.md section 3 that only the whole product can break.
@Suite struct InvariantTests {
  private static func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Every table's rows in another order, chosen by a seed.
  private static func shuffled(_ files: [String: [UInt8]], seed: UInt64) -> [String: [UInt8]] {
    var random = SeededGenerator(seed: seed)
    var result = files
    // The framework, areas and courses are read in the order in which they are printed.
    let ordered = [
      "district/framework/areas.csv", "district/framework/competencies.csv",
      "district/courses.csv",
    ]
    for path in files.keys.sorted() where path.hasSuffix(".csv") && !ordered.contains(path) {
      let all = lines(files[path] ?? [])
      result[path] = bytes([all[0]] + all.dropFirst().shuffled(using: &random))
    }
    return result
  }

  @Test func `The order of rows and the number of workers change no byte`() async throws {
    let files = try Project.example("thistlemere")
    let first = try await Project.render(files, jobs: 1).out
    #expect(first.count > 60)
    let second = try await Project.render(Self.shuffled(files, seed: 7), jobs: 2).out
    #expect(first == second)
  }

  @Test func `Habits of work change no byte, inverted or deleted`() async throws {
    let files = try Project.example("thistlemere")
    let first = try await Project.render(files).out
    let habits = files.keys.filter { $0.hasPrefix("district/habits/") }
    #expect(!habits.isEmpty)
    #expect(try await Project.render(files.filter { !habits.contains($0.key) }).out == first)
    var inverted = files
    for path in habits {
      let all = Self.lines(files[path] ?? [])
      let column = try #require(all[0].split(separator: ",").firstIndex(of: "rating"))
      inverted[path] = Self.bytes(
        [all[0]]
          + all.dropFirst().map { row in
            var cells = row.components(separatedBy: ",")
            cells[column] = "1"
            return cells.joined(separator: ",")
          })
    }
    #expect(try await Project.render(inverted).out == first)
  }

  @Test func `Hours change nothing that is said, 0 or 9,999`() async throws {
    let files = try Project.example("tiny")
    func with(hours: String) async throws -> [String: String] {
      var changed = files
      for path in files.keys where path.hasPrefix("district/evidence/") {
        let all = Self.lines(files[path] ?? []).filter { !$0.isEmpty }
        changed[path] = Self.bytes(
          all.enumerated().map { $0 == 0 ? $1 + ",hours" : $1 + ",\(hours)" })
      }
      let (files, summary) = try await Project.render(changed)
      #expect(summary.count(.done) == 2)
      let out = files
      // The input's hash names other bytes; everything said must be the same.
      return out.mapValues {
        String(decoding: $0, as: UTF8.self).replacing(#/[0-9a-f]{64}/#, with: "")
      }
    }
    let none = try await with(hours: "0")
    #expect(none.count == 5)
    #expect(try await with(hours: "9999") == none)
  }

  @Test func `A confidential column reaches no document, no message and no file name`() async throws
  {
    var files = try Project.example("tiny")
    let canary = "CANARY-7731"
    for name in ["iep", "disability", "lunch_status", "race", "ssn", "ell_status"] {
      let all = Self.lines(files["district/students.csv"] ?? [])
      files["district/students.csv"] = Self.bytes(
        all.enumerated().map { $0 == 0 ? $1 + ",\(name)" : $1 + ",\(canary)" })
    }
    let loaded = Project.load(files)
    #expect(loaded.diagnostics.count { $0.code.name == "confidential-column" } == 6)
    let report = CheckReport(loaded)
    #expect(!report.text(showsPersonal: true).contains(canary))
    #expect(!report.json(showsPersonal: true).canonicalText.contains(canary))
    let (out, summary) = try await Project.render(files, kinds: DocumentKind.standard)
    #expect(!summary.text.contains(canary) && !summary.json.canonicalText.contains(canary))
    for (path, bytes) in out {
      #expect(!path.contains(canary))
      #expect(!String(decoding: bytes, as: UTF8.self).contains(canary))
    }
  }

  @Test func `One required competency below the bar blocks its credit, however high the rest`()
    throws
  {
    let ready = try #require(Project.load(try Project.example("tiny")).ready)
    let student = try #require(ready.district.students.first { $0.id == "2" })
    let resolution = ready.resolve(student, asOf: Project.day)
    for credit in resolution.credits where !credit.unmet.isEmpty {
      #expect(credit.status != .earned)
      #expect(credit.earned < credit.rule.credit)
    }
  }
}

/// A random generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
