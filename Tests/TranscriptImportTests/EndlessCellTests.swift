import Diagnostics
import Synchronization
import Testing
import TranscriptImport

/// A district whose table of evidence has a cell of a gigabyte, made as it is asked for.
private final class EndlessSource: DistrictSource {
  static let path = "evidence/fall.csv"
  let base: MemorySource
  let beginning: [UInt8]
  /// Bytes that were asked for at once at the most, and all together.
  let asked = Mutex((most: 0, all: 0))
  private let size = 1_000_000_000

  init(_ base: MemorySource, beginning: String) {
    self.base = base
    self.beginning = Array(beginning.utf8)
  }

  func list(_ folder: String) throws -> [String] { try base.list(folder) }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard path == Self.path else { return try base.read(path, limit: limit) }
    guard beginning.count + size <= limit else { throw DistrictSourceError.tooLarge }
    return try read(path, from: 0, count: beginning.count + size)
  }

  func read(_ path: String, from offset: Int, count: Int) throws -> [UInt8] {
    guard path == Self.path else { return try base.read(path, from: offset, count: count) }
    let given = max(0, min(count, beginning.count + size - offset))
    asked.withLock { $0 = (max($0.most, given), $0.all + given) }
    let start = Array(beginning.dropFirst(offset).prefix(given))
    return start + Array(repeating: 0x78, count: given - start.count)
  }
}

@Suite struct EndlessCellTests {
  private static let header =
    "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
  private static let good = "e-1,S-1,MA.1,2026-09-14,PR,project,summative,Bridge\n"

  @Test(arguments: ["e-2,S-1,MA.1,2026-09-14,PR,project,summative,", "\""])
  func `a cell of a gigabyte ends the reading at the limit of a row`(opening: String) throws {
    let source = EndlessSource(
      try Sample.base([:]), beginning: Self.header + Self.good + opening)
    let result = DistrictImporter(source: source).check()
    let problems = result.diagnostics.all.filter { $0.location?.file == EndlessSource.path }
    #expect(problems.map(\.code) == [.fieldTooLong])
    #expect(problems.first?.location?.line == 3)
    #expect(result.evidenceCount == 1)
    // 4 MB is the limit of a row; the file is given in pieces of 1 MB until then.
    let asked = source.asked.withLock { $0 }
    #expect(asked.most <= 4 << 20)
    #expect(asked.all <= 12 << 20)
  }

  @Test func `a header of a gigabyte ends the reading as well`() throws {
    let source = EndlessSource(try Sample.base([:]), beginning: "evidence_id,")
    let result = DistrictImporter(source: source).check()
    #expect(result.diagnostics.all.map(\.code).contains(.fieldTooLong))
    #expect(source.asked.withLock { $0.all } <= 12 << 20)
  }

  @Test func `a table over the limit of tables is not read at all`() throws {
    let source = EndlessSource(try Sample.base([:]), beginning: Self.header + Self.good)
    var limits = ImportLimits()
    limits.table = 500_000_000
    let result = DistrictImporter(source: source, limits: limits).load()
    #expect(result.diagnostics.all.map(\.code).contains(.fileTooLarge))
    #expect(source.asked.withLock { $0.all } == 0)
  }
}
