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

  @Test("What a decision about one area leaves of the whole is left out, and named")
  func loweredInOneArea() async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func change(_ path: String, _ old: String, _ new: String) throws {
      let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      try text.replacing(old, with: new).write(
        toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
    }
    try change("framework/areas.csv", "Mathematics\n", "Mathematics\nSCI,Science,Science\n")
    try change(
      "framework/competencies.csv", "content-area,MATH,,Algebra", "content-area,MATH;SCI,,Algebra")
    let whole = try await run(folder)
    try """
    determination_id,student_id,competency,content_area,level,decided_on,decided_by,role,reason,act
    d1,1,ALG,SCI,DV,2026-10-10,Robin Sample,Principal,Not the student's work,lowers
    d2,1,FUN,,DV,2026-10-10,Robin Sample,Principal,Not the student's work,lowers

    """.write(toFile: "\(folder)/determinations.csv", atomically: true, encoding: .utf8)
    let result = try await run(folder)
    let named = result.diagnostics.filter { $0.code == .outcomeNeedsAreas }
    #expect(named.map { $0.location?.line } == [2])
    let table = String(decoding: result.table(), as: UTF8.self)
    #expect(!table.contains("\n1,ALG,"))
    #expect(table.contains("\n2,ALG,"))
    #expect(table.contains("\n1,FUN,"))
    let counts = [whole, result].map { $0.counts.reduce(0) { $0 + $1.count } }
    #expect(counts[0] == counts[1] + 1)
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

  /// What corrections are written as, and what of each student counts then.
  @Test(
    "Where corrections are refused or unclear, the same records count as in every other command",
    arguments: [
      // A correction with a level that there is not, of the first record.
      ["n,A,XX,a"], ["n,A,PR,a", "o,A,XX,n"], ["n,A,XX,a", "o,A,EX,n"],
      // Two of one record, a circle, one of another student's record, one of nothing.
      ["n,A,PR,a", "o,A,EX,a"], ["n,A,PR,o", "o,A,PR,n"], ["n,B,PR,a"], ["n,A,PR,nothing"],
      ["n,A,XX,a", "n,A,PR,a"], ["n,A,PR,a"],
    ])
  func corrections(rows: [String]) async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/evidence/2026.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let first = Dictionary(zip(names, cells)) { first, _ in first }
    let student = try #require(first["student_id"])
    let loaded = DistrictLoading(world: SystemWorld()).load(folder, asOf: asOf)
    let other = try #require(loaded.district?.students.first { $0.id.code != student })
    let written = rows.map { row in
      let parts = row.split(separator: ",").map(String.init)
      var new = first
      new["evidence_id"] = parts[0]
      new["student_id"] = parts[1] == "A" ? student : other.id.code
      new["level"] = parts[2]
      new["replaces"] = parts[3] == "a" ? first["evidence_id"] ?? "" : parts[3]
      return (names + (names.contains("replaces") ? [] : ["replaces"])).map { new[$0] ?? "" }
        .joined(separator: ",")
    }
    let more = names.contains("replaces") ? "" : ","
    let head = names.contains("replaces") ? lines[0] : lines[0] + ",replaces"
    let text = [String(head)] + lines.dropFirst().map { $0 + more } + written
    try (text.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    for block in [128, 1 << 20] {
      let result = try await run(folder, block: block)
      let again = DistrictLoading(world: SystemWorld()).load(folder, asOf: asOf)
      let ready = try #require(again.ready)
      let used = ready.district.students.map { ready.district.file(of: $0.id).evidence.count }
      #expect(result.rows == used.reduce(0, +))
      #expect(Set(result.diagnostics.map(\.code)) == Set(again.diagnostics.map(\.code)))
      for (place, student) in ready.district.students.enumerated() {
        let expected = ready.resolve(student, asOf: asOf).competencies
        for index in result.competencies {
          let found = result.outcomes[place].isEmpty ? .nothing : result.outcomes[place][index]
          #expect(found.status == expected[index].overall.status, "\(student.id)")
          #expect(Int(found.level) == expected[index].overall.level ?? -1, "\(student.id)")
        }
      }
    }
  }

  @Test("A row without an end is refused at the limit of a row, not read to the end of its file")
  func endless() async throws {
    let folder = try copy("tiny")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/evidence/2026.csv"
    // A gigabyte that takes no room on disk: everything after the last row is zeros.
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    let error = await #expect(throws: WorldError.self) { try await run(folder) }
    #expect(error?.kind == .tooLarge)
    #expect(error?.path == path)
  }
}

extension Substring {
  /// An order that mixes the lines, the same in every run.
  fileprivate var hashOfBytes: UInt64 { PackedEvidence.hash(of: String(self)) }
}
