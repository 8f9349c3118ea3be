import Diagnostics
import Foundation
import Testing
import TranscriptModel

@testable import TranscriptWorkflow

/// `compare` proves agreement, or names each fact that differs.
@Suite struct CompareTests {
  private static let record = "out/records/2.json"
  private static let xml = "out/pesc/2.xml"
  private static let pdf = "out/transcripts/2.pdf"

  private static let hasFonts = FileManager.default.fileExists(
    atPath: Project.folders.fonts + "/stamp")

  private static func world(
    _ change: (inout [String: [UInt8]]) -> Void = { _ in }
  ) async throws -> MemoryWorld {
    var files = try await Project.render(
      try Project.example("tiny"), kinds: hasFonts ? DocumentKind.standard : [.pesc, .json]
    ).out
    change(&files)
    return MemoryWorld(files)
  }

  private static func replace(_ old: String, _ new: String, in bytes: inout [UInt8]?) {
    bytes = bytes.map { Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new).utf8) }
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `A student's three files agree in any order and in pairs`() async throws {
    let world = try await Self.world()
    for files in [
      [Self.record, Self.xml, Self.pdf], [Self.pdf, Self.record, Self.xml],
      [Self.record, Self.xml], [Self.pdf, Self.xml], [Self.record, Self.pdf],
    ] {
      let comparison = try FileComparison(files, world: world)
      #expect(comparison.differences.isEmpty, "\(files): \(comparison.text)")
      #expect(comparison.count >= 15)
      #expect(comparison.text == "The files state the same \(comparison.count) facts.\n")
    }
  }

  @Test func `A changed name in the record is named with both values`() async throws {
    let world = try await Self.world { Self.replace("José", "Josef", in: &$0[Self.record]) }
    let comparison = try FileComparison([Self.record, Self.xml], world: world)
    #expect(comparison.differences.map(\.fact) == ["student.FirstName"])
    #expect(comparison.differences.first?.statements.map(\.value) == ["Josef", "José"])
    #expect(comparison.text.contains("out/pesc/2.xml: José"))
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `A fact that the pages do not print is named`() async throws {
    let world = try await Self.world {
      Self.replace("2009-11-19", "2009-11-18", in: &$0[Self.record])
    }
    let comparison = try FileComparison([Self.record, Self.pdf], world: world)
    #expect(
      comparison.differences.map(\.fact) == [
        "student.birthDate", "associated file, student.BirthDate",
      ])
    #expect(comparison.differences[0].statements[0].value == "November 18, 2009")
  }

  @Test func `A level is found in a note wherever the name stands in it, and no other level is`() {
    let words = ["Beginning", "Developing", "Proficient", "Exemplary"].map(PrintedFacts.squeezed)
    let isSaid = { (word: String, title: String, text: String) in
      PrintedFacts.isSaid(
        PrintedFacts.squeezed(word), of: PrintedFacts.squeezed(title),
        in: PrintedFacts.squeezed(text), among: words)
    }
    let one =
      "Open square right of the line: met without a level. "
      + "Research counts in two areas; in both together: Proficient."
    #expect(isSaid("Proficient", "Research", one))
    #expect(!isSaid("Exemplary", "Research", one))
    #expect(!isSaid("Proficient", "Argument", one))
    let two =
      "Research (Proficient) and Data (Exemplary): each counts in several areas, and this is the "
      + "level in all together."
    #expect(isSaid("Proficient", "Research", two))
    #expect(isSaid("Exemplary", "Data", two))
    #expect(!isSaid("Exemplary", "Research", two))
    #expect(!isSaid("Proficient", "Data", two))
  }

  /// Met in both areas together and not alone in each, with a competency met without a level: the
  /// note on the one stands after that on the other.
  @Test(
    .enabled(if: hasFonts, "run fonts/prepare"),
    arguments: ["28005,CTF.CAR", "28005,XA.RES"])
  func `A result of two areas together is found on the pages beside a waiver`(
    waiver: String
  ) async throws {
    var files = try Project.example("thistlemere")
    let row = "\(waiver),,\"Oluwaseun Marchetti, Principal\",2024-08-20\n"
    files["district/waivers.csv", default: []] += Array(row.utf8)
    let (out, summary) = try await Project.render(
      files, kinds: DocumentKind.standard, students: ["28005"])
    #expect(summary.count(.done) == 1, "\(summary.lines.flatMap(\.reasons))")
    #expect(out["out/transcripts/28005.pdf"] != nil)
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `A printed row that the record does not have is named`() async throws {
    let world = try await Self.world()
    let text = String(decoding: try #require(world.all[Self.record]), as: UTF8.self)
    let name = try #require(
      text.firstMatch(of: /"id": ?"[A-Z]{3}",\s*"level": ?"..",[^}]*?"shortName": ?"([^"]+)"/)?
        .output.1)
    let other = try await Self.world {
      Self.replace("\"\(name)\"", "\"Topology\"", in: &$0[Self.record])
    }
    let comparison = try FileComparison([Self.record, Self.pdf], world: other)
    let rows = comparison.differences.filter { $0.fact == "printed row" }
    #expect(rows.count == 1, "\(comparison.text)")
    #expect(rows.first?.statements.map(\.value).last?.hasPrefix("\(name): ") == true)
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `A row that prints another level is named from both sides`() async throws {
    let world = try await Self.world()
    let text = String(decoding: try #require(world.all[Self.record]), as: UTF8.self)
    // The first competency that has a level gets the lowest one.
    let changed = try #require(
      text.firstMatch(of: /"id": ?"(NUM|ALG|FUN|GEO|STA)",\s*"level": ?"(PR|EX|DV)"/)?.output.0,
      "\(text.prefix(400))")
    let lower = changed.dropLast(3) + "BG\""
    let other = try await Self.world {
      Self.replace(String(changed), String(lower), in: &$0[Self.record])
    }
    let comparison = try FileComparison([Self.record, Self.pdf], world: other)
    #expect(comparison.differences.map(\.fact).contains("printed row"), "\(comparison.text)")
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `XML that is not the one in the PDF differs, even when it states the same`() async throws {
    let world = try await Self.world { Self.replace("?>\n", "?>\n<!-- -->", in: &$0[Self.xml]) }
    let comparison = try FileComparison([Self.xml, Self.pdf], world: world)
    #expect(comparison.differences.map(\.fact) == ["associated file"])
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `Another student's PDF differs in name, day of birth and number`() async throws {
    let world = try await Self.world()
    let comparison = try FileComparison([Self.record, "out/transcripts/1.pdf"], world: world)
    let facts = Set(comparison.differences.map(\.fact))
    #expect(facts.isSuperset(of: ["student.last", "student.birthDate", "document.id"]))
  }

  @Test(.enabled(if: hasFonts, "run fonts/prepare"))
  func `Pages drawn again from the record leave no room for another sentence`() async throws {
    let world = try await Self.world()
    let pages = try RedrawnPages(folders: Project.folders, world: SystemWorld())
    for files in [[Self.record, Self.pdf], [Self.record, Self.xml, Self.pdf]] {
      let comparison = try FileComparison(files, world: world, pages: pages)
      #expect(comparison.differences.isEmpty, "\(comparison.text)")
    }
    // A rule in words is no fact with a name: only the sentence on the page differs.
    let changed = try await Self.world {
      Self.replace("in 2 distinct", "in 3 distinct", in: &$0[Self.record])
    }
    let facts = try FileComparison([Self.record, Self.pdf], world: changed)
    let all = try FileComparison([Self.record, Self.pdf], world: changed, pages: pages)
    let added = all.differences.dropFirst(facts.differences.count)
    #expect(!added.isEmpty)
    #expect(added.allSatisfy { $0.fact == "printed text" })
    #expect(added.contains { $0.statements.last?.value.contains("in 2 distinct") == true })
    #expect(throws: Diagnostic.self) {
      try FileComparison([Self.xml, Self.pdf], world: world, pages: pages)
    }
  }

  @Test func `What cannot be compared is refused with a named problem`() async throws {
    let world = try await Self.world {
      $0["out/other.json"] = Array("{\"a\": 1}".utf8)
      $0["out/broken.json"] = Array("{\"a\": 1".utf8)
      $0["out/attack.xml"] = Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8)
      $0["out/cut.pdf"] = Array("%PDF-1.7\n".utf8)
    }
    for (file, code) in [
      ("out/other.json", "not-comparable"), ("out/broken.json", "json-syntax"),
      ("out/attack.xml", "xml-refused"), ("out/cut.pdf", "pdf-unreadable"),
      ("out/none.xml", "file-unreadable"),
    ] {
      let problem = #expect(throws: Diagnostic.self) {
        try FileComparison([Self.record, file], world: world)
      }
      #expect(problem?.code.name == code)
      #expect(problem?.location?.file == file)
    }
  }
}
