import Foundation
import Testing

@testable import generate_example

private let project = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The published frameworks, where they are given.
private let frameworks: URL? = sequence(first: project.deletingLastPathComponent()) { folder in
  folder.path == "/" ? nil : folder.deletingLastPathComponent()
}
.map { $0.appendingPathComponent("shared/samples/case", isDirectory: true) }
.first { FileManager.default.fileExists(atPath: $0.path) }

private struct Package: Decodable {
  struct Item: Decodable {
    let humanCodingScheme: String?
  }
  let CFItems: [Item]
}

private func codes(in file: String) throws -> Set<String> {
  let folder = try #require(frameworks)
  let data = try Data(contentsOf: folder.appendingPathComponent(file))
  return Set(
    try JSONDecoder().decode(Package.self, from: data).CFItems.compactMap(\.humanCodingScheme))
}

private func competencies(_ district: String) throws -> [[String: String]] {
  let file = project.appendingPathComponent("examples/\(district)/framework/competencies.csv")
  return CSVText.rows(of: try String(contentsOf: file, encoding: .utf8))
}

@Suite("The frameworks of the examples")
struct AlignmentTests {
  @Test(
    "Mathematics and science codes are in the published frameworks",
    .enabled(if: frameworks != nil, "the folder shared/samples/case is not beside the project"),
    arguments: ["thistlemere", "tiny"])
  func publishedCodes(district: String) throws {
    let published = [
      "CCSS-M": try codes(in: "ccss-math-2010.json"),
      "NGSS": try codes(in: "ngss-science-2013.json"),
    ]
    var checked = 0
    for row in try competencies(district) {
      for alignment in CSVText.list(row["alignments"]) {
        let parts = alignment.split(separator: ":", maxSplits: 1).map(String.init)
        guard let known = published[parts[0]] else { continue }
        #expect(known.contains(parts[1]), "\(row["code"] ?? ""): \(alignment)")
        checked += 1
      }
    }
    #expect(checked >= 10)
  }

  @Test("Short names fit their column of thirty characters", arguments: ["thistlemere", "tiny"])
  func shortNames(district: String) throws {
    let rows = try competencies(district)
    #expect(!rows.isEmpty)
    for row in rows {
      #expect((row["short_name"] ?? "").count <= 30, "\(row["code"] ?? "")")
    }
  }

  @Test("Every content-area competency of the large example is aligned; each area has 5 to 8")
  func alignedAndCounted() throws {
    let content = try competencies("thistlemere").filter { $0["tier"] == "content-area" }
    #expect(content.allSatisfy { $0["alignments"] != "" })
    let areas = content.flatMap { CSVText.list($0["areas"]) }
    let counts = Dictionary(grouping: areas) { $0 }.mapValues(\.count)
    #expect(counts.count == 8)
    #expect(counts.values.allSatisfy { (5...8).contains($0) })
  }
}
