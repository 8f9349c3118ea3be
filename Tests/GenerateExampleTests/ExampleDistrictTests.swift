import Foundation
import Testing

@testable import generate_example

/// The example district beside the sources.
private let district = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("examples/thistlemere", isDirectory: true)

private func text(_ path: String) throws -> String {
  try String(contentsOf: district.appendingPathComponent(path), encoding: .utf8)
}

private func generated(seed: UInt64) throws -> [String: String] {
  var files: [String: String] = [:]
  for path in ExampleDistrict.handWritten {
    files[path] = try text(path)
  }
  return ExampleDistrict(handWritten: files, seed: seed).files()
}

@Suite("The generator of the example district")
struct ExampleDistrictTests {
  @Test("Seed 2027 gives the committed files, byte for byte, and no others")
  func committedBytes() throws {
    let files = try generated(seed: 2027)
    for (path, expected) in files {
      #expect(try text(path) == expected, "\(path): run generate-example again")
    }
    for folder in ["evidence", "habits"] {
      let names = try FileManager.default.contentsOfDirectory(
        atPath: district.appendingPathComponent(folder).path)
      #expect(
        Set(names.map { "\(folder)/\($0)" }) == Set(files.keys.filter { $0.hasPrefix(folder) }))
    }
  }

  @Test("Another seed gives other evidence for the same courses")
  func otherSeed() throws {
    let one = try generated(seed: 2027)
    let other = try generated(seed: 1)
    #expect(one["evidence/2025-26.csv"] != other["evidence/2025-26.csv"])
    #expect(one["enrollments.csv"] == other["enrollments.csv"])
  }

  @Test("Nothing is dated after 14 October 2026, and evidence ids are unique")
  func datesAndIds() throws {
    let rows = try generated(seed: 2027).filter { $0.key.hasPrefix("evidence/") }
      .flatMap { CSVText.rows(of: $0.value) }
    #expect(rows.count > 8_000)
    #expect(rows.allSatisfy { ($0["recorded_on"] ?? "9") <= "2026-10-14" })
    #expect(rows.allSatisfy { ($0["demonstrated_on"] ?? "9") <= ($0["recorded_on"] ?? "") })
    #expect(Set(rows.map { $0["evidence_id"] }).count == rows.count)
  }

  @Test("A correction names a record of the same student, competency, work and day")
  func corrections() throws {
    let rows = try generated(seed: 2027).filter { $0.key.hasPrefix("evidence/") }
      .flatMap { CSVText.rows(of: $0.value) }
    let byId = Dictionary(rows.map { ($0["evidence_id"] ?? "", $0) }) { first, _ in first }
    let corrections = rows.filter { $0["replaces"] != "" }
    #expect(!corrections.isEmpty)
    for row in corrections {
      let replaced = try #require(byId[row["replaces"] ?? ""])
      for column in ["student_id", "competency", "demonstrated_on", "title"] {
        #expect(replaced[column] == row[column])
      }
    }
  }

  @Test("The random numbers are SplitMix64's published ones for seed 0")
  func splitMix() {
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xe220_a839_7b1d_cdaf)
    #expect(random.next() == 0x6e78_9e6a_a1b9_65f4)
    #expect(random.next() == 0x06c4_5d18_8009_454f)
  }

  @Test("Quoted cells are read as they were written")
  func quotedCells() {
    let line = CSVText.line(["a, b", "the \"bar\"", ""])
    #expect(line == "\"a, b\",\"the \"\"bar\"\"\",\n")
    let rows = CSVText.rows(of: "x,y,z\n\"a, b\",c,\n")
    #expect(rows == [["x": "a, b", "y": "c", "z": ""]])
  }
}
