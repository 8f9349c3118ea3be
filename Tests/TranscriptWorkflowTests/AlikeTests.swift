import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptJSON
import TranscriptModel
import TranscriptPDF
import TranscriptPESC

@testable import TranscriptWorkflow

/// What looks like something else holds no student back, and what is wrong is found all the same.
@Suite(
  "Alike", .enabled(if: hasDocumentResources, "run fonts/prepare; install icc-profiles-free")
)
struct AlikeTests {
  private static func render(
    _ files: [String: [UInt8]], kinds: [DocumentKind], status: DocumentStatus = .official,
    version: PESCVersionOption = .v1_3_0, folders: ResourceFolders = Project.folders
  ) async throws -> BatchSummary {
    let world = MemoryWorld(files)
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    let ready = try #require(loaded.ready, "\(loaded.diagnostics)")
    return try await RenderBatch(
      world: world, ready: ready, loaded: loaded,
      resources: try DocumentResources(
        kinds: kinds, folders: folders, pescVersion: version, world: SystemWorld()),
      options: RenderOptions(outputFolder: "out", kinds: kinds, asOf: Project.day, status: status)
    ).run()
  }

  /// Why students did not get their documents.
  private static func reasons(_ summary: BatchSummary) -> [String] {
    summary.lines.filter { $0.outcome != .done }.flatMap { line in
      line.reasons.map { "\(line.student): \($0.message) \($0.excerpt?.text ?? "")" }
    }
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `Every student of a district of alike things gets every document`(seed: UInt64) async throws
  {
    let files = AlikeDistrict(seed: seed, count: 20).files
    let all = try await Self.render(files, kinds: [.pdf, .pesc, .json, .elmo, .midYear, .family])
    #expect(Self.reasons(all) == [])
    #expect(all.count(.done) == 20)
  }

  @Test func `Drafts and packets of alike things are made in every version`() async throws {
    let files = AlikeDistrict(seed: 7, count: 20).files
    let draft = try await Self.render(
      files, kinds: [.pdf, .packet], status: .draft, version: .v1_5_0)
    #expect(Self.reasons(draft) == [])
    #expect(draft.count(.done) == 20)
  }

  /// Renders one student of the tiny example with rows added to a table.
  private static func tiny(
    _ change: (inout [String: [UInt8]]) -> Void
  ) async throws -> BatchSummary {
    var files = try Project.example("tiny")
    change(&files)
    return try await render(files, kinds: [.pdf, .pesc])
  }

  private static func replace(
    _ old: String, _ new: String, in path: String, _ files: inout [String: [UInt8]]
  ) {
    let text = String(decoding: files["district/\(path)"] ?? [], as: UTF8.self)
    #expect(text.contains(old))
    files["district/\(path)"] = Array(text.replacing(old, with: new).utf8)
  }

  /// Objectives are printed nowhere: the row with the name is the other competency's.
  @Test func `An objective may be named like a competency of another level`() async throws {
    let summary = try await Self.tiny {
      Self.replace("MATH,,Data,", "MATH,,Linear equations,", in: "framework/competencies.csv", &$0)
    }
    #expect(Self.reasons(summary) == [])
  }

  @Test(arguments: ["PR", "EX", "Proficient", "3 Proficient"])
  func `A mark of another school may read like a level of ours`(mark: String) async throws {
    let summary = try await Self.tiny {
      $0["district/transfer.csv"] = Array(
        """
        transfer_id,student_id,institution,kind,title,mark,credit,credit_areas,earned_on
        t1,2,Alder,transfer,English,\(mark),0.5,mathematics,2026-06-10
        t2,2,Alder,transfer,English,A,0.5,mathematics,2026-06-10

        """.utf8)
    }
    #expect(Self.reasons(summary) == [])
  }

  @Test(arguments: [
    "Algebra 代数", "代数 and more", "الجبر (Algebra)", "الجبر 2", "Proficient", "3 Proficient",
  ])
  func `A course or competency may have a name of two scripts, or that of a level`(
    name: String
  ) async throws {
    let summary = try await Self.tiny {
      Self.replace("ALG,Algebra,", "ALG,\(name),", in: "courses.csv", &$0)
      Self.replace("MATH,,Algebra,", "MATH,,\(name),", in: "framework/competencies.csv", &$0)
      Self.replace("MATH,,Functions,", "MATH,,\(name),", in: "framework/competencies.csv", &$0)
      $0["district/transfer.csv"] = Array(
        """
        transfer_id,student_id,institution,kind,title,mark,credit,credit_areas,earned_on,college_credit
        t1,2,Alder,transfer,\(name),92,1/7,mathematics,2026-06-10,3
        t2,2,Alder,transfer,\(name),A,0.5,mathematics,2026-06-10,

        """.utf8)
      $0["district/enrollments.csv"] = Array(
        """
        student_id,course,school_year,grade_level,status,expected_on
        2,ALG,2026-27,12,enrolled,2027-06-10
        2,DAT,2026-27,12,planned,2027-06-10

        """.utf8)
    }
    #expect(Self.reasons(summary) == [])
  }

  @Test(arguments: ["Level {number}", "Grade {number} of 4"])
  func `A mark by its number is found on the page in the template's own words`(
    wording: String
  ) async throws {
    let district = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: district) }
    let own = district.appending(path: "templates/phrases")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    let table = Project.root.appending(path: "templates/phrases/en.yaml")
    let phrases = try String(contentsOf: table, encoding: .utf8)
    #expect(phrases.contains("\"Level {number}\""))
    try phrases.replacing("\"Level {number}\"", with: "\"\(wording)\"")
      .write(to: own.appending(path: "en.yaml"), atomically: true, encoding: .utf8)
    var folders = Project.folders
    folders.district = district.path
    var files = try Project.example("tiny")
    // So long a word stands in no row of a course.
    Self.replace("Proficient", "Proficient in all of its parts", in: "policy.yaml", &files)
    let summary = try await Self.render(files, kinds: [.pdf, .pesc], folders: folders)
    #expect(Self.reasons(summary) == [])
    #expect(!summary.lines.isEmpty)
  }

  /// The extension has no element for the first row and one for the second.
  @Test func `A course that posted and is left the next time is stated twice`() async throws {
    let summary = try await Self.tiny {
      $0["district/enrollments.csv"] = Array(
        """
        student_id,course,school_year,grade_level,status,expected_on
        1,ALG,2025-26,11,completed,
        1,ALG,2026-27,12,withdrawn,

        """.utf8)
    }
    #expect(Self.reasons(summary) == [])
  }

  @Test func `Each row of a competency that is left out or says another level is found`()
    async throws
  {
    let (out, _) = try await Project.render(
      try Project.example("thistlemere"), kinds: [.pdf, .pesc, .json], students: ["27001"])
    let record = try RecordReader.record(
      JSONFile.read(try #require(out["out/records/27001.json"]), path: "27001.json"))
    let pdf = try FinishedPDF(try #require(out["out/transcripts/27001.pdf"]))
    let pages = pdf.blocks.map { (tag: $0.tag, text: $0.text) }
    let facts = TranscriptFacts(pagesOf: record)
    #expect(PrintedFacts(pages).differences(from: facts) == [])
    let words = record.scale.levels.map(\.label)
    var changed = 0
    for row in facts.rows where row.kind == .competency && row.level != nil {
      // A competency of two areas stands twice.
      let places = pages.indices.filter { pages[$0].tag == "TD" && pages[$0].text == row.title }
      guard places.count == 1, let name = places.first, words.contains(pages[name + 2].text)
      else { continue }
      var other = pages
      other[name + 2].text = words.first { $0 != pages[name + 2].text } ?? ""
      #expect(!PrintedFacts(other).differences(from: facts).isEmpty, "\(row.title)")
      var without = pages
      without.removeSubrange(name...(name + 2))
      #expect(!PrintedFacts(without).differences(from: facts).isEmpty, "\(row.title)")
      changed += 1
    }
    #expect(changed > 20)
  }
}
