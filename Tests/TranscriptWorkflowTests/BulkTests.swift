import Diagnostics
import Foundation
import Testing
import TranscriptModel

@testable import AttainmentEngine
@testable import TranscriptWorkflow

@Suite("Attainment from very large tables")
struct BulkTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "examples")
  private let asOf = CalendarDate(iso: "2026-10-15") ?? CalendarDate(dayNumber: 0)

  private func run(_ folder: String, jobs: Int = 2, block: Int = 8 << 20) async throws -> BulkResult
  {
    try await BulkAttainment(
      world: SystemWorld(), folder: folder, asOf: asOf, jobs: jobs, blockSize: block
    ).run()
  }

  /// A folder with a copy of an example that a test may change.
  private func copy(_ example: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: Self.examples.appending(path: example), to: folder)
    return folder.path
  }

  @Test("The example's students have the outcomes that resolve gives", arguments: [1, 3])
  func example(jobs: Int) async throws {
    let folder = Self.examples.appending(path: "thistlemere").path
    let result = try await run(folder, jobs: jobs, block: 4_096)
    let ready = try #require(DistrictLoading(world: SystemWorld()).load(folder, asOf: asOf).ready)
    for (place, student) in ready.district.students.enumerated() {
      let expected = ready.resolve(student, asOf: asOf).competencies
      for index in result.competencies {
        let found =
          result.outcomes[place].isEmpty ? .nothing : result.outcomes[place][index]
        #expect(found.status == expected[index].overall.status, "\(student.id)")
        #expect(found.metDate == expected[index].overall.metOn, "\(student.id)")
        #expect(Int(found.level) == expected[index].overall.level ?? -1, "\(student.id)")
      }
    }
  }

  @Test("A table sorted by student is resolved on the way, with the same outcomes")
  func sorted() async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let small = try await run(folder, block: 64)
    #expect(small.isSortedByStudent)
    let path = "\(folder)/evidence/2026.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let mixed = [lines[0]] + lines.dropFirst().sorted { $0.hashOfBytes < $1.hashOfBytes }
    try (mixed.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    for size in [64, 200, 1 << 20] {
      let other = try await run(folder, block: size)
      #expect(other.table() == small.table())
      #expect(!other.isSortedByStudent)
    }
  }

  @Test("An id that a spreadsheet would run as a formula is written as text")
  func formulas() async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/students.csv"
    let students = try String(contentsOfFile: path, encoding: .utf8)
    try (students + "-7,Ada,Formula,2009-05-06,12,2027\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    let table = String(decoding: try await run(folder).table(), as: UTF8.self)
    #expect(table.contains("\n'-7,ALG,not-assessed,,,0\n"))
  }

  @Test("Each class by its own rules, and ids that do not ascend, give what resolve gives")
  func cohorts() async throws {
    let folder = try copy("thistlemere")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let policy =
      try String(contentsOfFile: "\(folder)/policy.yaml", encoding: .utf8) + """
        earlier:
          - version: "2020"
            effective_on: 2020-07-01
            classes: { through: 2026 }
            rules: { content-area: { rule: most-recent }, objective: { rule: highest } }

        """
    try policy.write(toFile: "\(folder)/policy.yaml", atomically: true, encoding: .utf8)
    let result = try await run(folder, block: 1 << 16)
    let ready = try #require(DistrictLoading(world: SystemWorld()).load(folder, asOf: asOf).ready)
    #expect(ready.engine.earlier.count == 1)
    for (place, student) in ready.district.students.enumerated() {
      let expected = ready.resolve(student, asOf: asOf).competencies
      for index in result.competencies where !result.outcomes[place].isEmpty {
        let found = result.outcomes[place][index]
        #expect(found.status == expected[index].overall.status, "\(student.id)")
        #expect(Int(found.level) == expected[index].overall.level ?? -1, "\(student.id)")
      }
    }
  }

  @Test("Ids that are there twice: alike, the first counts; different, none does")
  func repeated() async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let expected = try await run(folder)
    let path = "\(folder)/evidence/2026.csv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map(String.init)
    try (text + lines[9] + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let alike = try await run(folder, block: 128)
    #expect(alike.diagnostics.map(\.code.name) == ["duplicate-evidence"])
    #expect(alike.diagnostics.first?.location?.line == lines.count + 1)
    #expect(alike.table() == expected.table())
    let other = lines[9].replacingOccurrences(of: "PR", with: "EX")
    try (text + other + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    let different = try await run(folder, block: 128)
    #expect(different.rows == expected.rows - 1)
    #expect(different.rejectedRows == 2)
  }
}

extension Substring {
  /// An order that mixes the lines, the same in every run.
  fileprivate var hashOfBytes: UInt64 { PackedEvidence.hash(of: String(self)) }
}
