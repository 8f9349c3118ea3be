import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// Files that were damaged by chance, or made to do harm: every one has an end and no crash.
///
/// `FUZZ_ROUNDS` makes the random tests longer; the seed is fixed.
@Suite struct HostileInputTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap { Int($0) } ?? 150

  @Test(arguments: [
    "policy.yaml", "district.yaml", "students.csv", "evidence/fall.csv", "framework/areas.csv",
    "framework/competencies.csv", "courses.csv", "narratives/S-1.txt",
  ])
  func `a district with a damaged file is read to the end`(path: String) throws {
    var chance = Chance(state: UInt64(path.utf8.count) &* 0x9E37_79B9)
    let original = Array(try Sample.text(path).utf8)
    for _ in 0..<Self.rounds {
      let damaged = chance.damaged(original)
      var files = try Sample.base([:]).files
      files[path] = damaged
      let result = DistrictImporter(source: MemorySource(files), limits: Sample.limits).load()
      #expect(result.district != nil || result.diagnostics.hasErrors)
      for problem in result.diagnostics.all {
        _ = DiagnosticText(showsPersonal: true).render(problem)
      }
    }
  }

  @Test func `damaged packages, statements and lines of JSON are read to the end`() {
    var chance = Chance(state: 7)
    let package = """
      {"CFPackage":{"CFDocument":{"title":"T"},"CFItems":[{"identifier":"1","fullStatement":"S",
      "humanCodingScheme":"A.1","educationLevel":["09","10"]}],"CFAssociations":[{"associationType":
      "isChildOf","originNodeURI":{"identifier":"1"},"destinationNodeURI":{"identifier":"1"}}]}}
      """
    for _ in 0..<(Self.rounds * 10) {
      let bytes = chance.damaged(Array(package.utf8))
      let (read, problems) = CASEPackage.read(InputFile(path: "x.json", bytes: bytes))
      #expect(read != nil || !problems.isEmpty)
    }
  }

  @Test func `an archive that was damaged by chance is read to the end`() throws {
    var chance = Chance(state: 11)
    let sample = Sample.folder.appending(path: "archive-too-large/export.zip")
    let archive = [UInt8](try Data(contentsOf: sample))
    for _ in 0..<Self.rounds {
      let bytes = chance.damaged(archive)
      let read = ZipArchive(InputFile(path: "x.zip", bytes: bytes), limit: 1 << 20)
      #expect(read.files.reduce(0) { $0 + $1.bytes.count } <= 1 << 20)
    }
  }

  /// Each doubles the one before: written out they would be a billion.
  @Test func `aliases that multiply are refused before they do`() throws {
    var policy = "a0: &a0 [x, x]\n"
    for level in 1...30 {
      policy += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
    }
    let result = DistrictImporter(source: try Sample.base(["policy.yaml": policy])).load()
    #expect(result.diagnostics.all.map(\.code).contains(.yamlTooComplex))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting without end is refused before it is followed`(opening: String) throws {
    let policy = String(repeating: opening, count: 100_000)
    let result = DistrictImporter(source: try Sample.base(["policy.yaml": policy])).load()
    #expect(result.diagnostics.all.map(\.code).contains(.yamlTooComplex))
  }

  @Test func `a million columns, and a cell without an end, cost one row`() throws {
    let header =
      "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title\n"
    let good = "e-9,S-1,MA.1,2026-09-14,PR,project,summative,Bridge\n"
    let wide = String(repeating: ",", count: 1_000_000) + "\n"
    let long =
      "e-8,S-1,MA.1,2026-09-14,PR,project,summative,\"" + String(repeating: "x", count: 3_000_000)
    let text = header + wide + good + long + "\n" + good.replacing("e-9", with: "e-7")
    let result = DistrictImporter(source: try Sample.base(["evidence/fall.csv": text])).load()
    let district = try #require(result.district)
    #expect(district.file(of: "S-1").evidence.map(\.id.code) == ["e-7", "e-9"])
    let codes = Set(result.diagnostics.all.map(\.code))
    #expect(codes == [.tooManyColumns, .unclosedQuote])
  }
}
