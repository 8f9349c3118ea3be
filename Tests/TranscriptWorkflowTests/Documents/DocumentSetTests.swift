import Diagnostics
import Foundation
import Testing
import TranscriptModel
import TranscriptPDF

@testable import TranscriptWorkflow

let hasDocumentResources =
  FileManager.default.fileExists(atPath: Project.folders.fonts + "/stamp")
  && FileManager.default.fileExists(atPath: Project.folders.colorProfile)

/// What `render --documents` writes, and under which names.
@Suite(
  "Document set", .enabled(if: hasDocumentResources, "run fonts/prepare; install icc-profiles-free")
)
struct DocumentSetTests {
  private static let kinds: [DocumentKind] = [.pdf, .midYear, .family, .familyPhone, .packet]

  /// What a run leaves below `out/`, with the summary.
  private func render(
    _ change: (inout [String: [UInt8]]) -> Void = { _ in }, kinds: [DocumentKind] = kinds,
    school: [SchoolDocument] = SchoolDocument.allCases, languages: [String] = [],
    students: [Identifier<Student>] = [], status: DocumentStatus = .official,
    replaces: String? = nil, issuedTo: DocumentReceiver? = nil,
    folders: ResourceFolders = Project.folders
  ) async throws -> (out: [String: [UInt8]], summary: BatchSummary) {
    var files = try Project.example("tiny")
    change(&files)
    let world = MemoryWorld(files)
    let loaded = DistrictLoading(world: world).load("district", asOf: Project.day)
    let ready = try #require(loaded.ready, "\(loaded.diagnostics)")
    let batch = RenderBatch(
      world: world, ready: ready, loaded: loaded,
      resources: try DocumentResources(
        kinds: kinds, schoolDocuments: school, folders: folders, world: SystemWorld()),
      options: RenderOptions(
        outputFolder: "out", students: students, kinds: kinds, asOf: Project.day, status: status,
        schoolDocuments: school, languages: languages, replaces: replaces,
        issuedTo: issuedTo))
    let summary = try await batch.run()
    return (world.all.filter { $0.key.hasPrefix("out/") }, summary)
  }

  private func text(_ pdf: [UInt8]?) throws -> String {
    try FinishedPDF(try #require(pdf)).blocks.map(\.text).joined(separator: " ")
  }

  @Test func `Every document of a student has a file of its own, named by the id`() async throws {
    let (out, summary) = try await render(languages: ["en", "ar"], students: ["1"])
    #expect(summary.count(.done) == 1)
    let names = [
      "transcripts/1.pdf", "mid-year/1.pdf", "family/1.en.pdf", "family/1.ar.pdf",
      "family-phone/1.en.pdf", "family-phone/1.ar.pdf", "packets/1.zip", "school/how-to-read.pdf",
      "school/profile.pdf",
    ]
    #expect(Set(out.keys) == Set(names.map { "out/\($0)" }))
    // What a college's portal takes, with room to spare.
    #expect(out.allSatisfy { $0.value.count < 200_000 })
    let line = try #require(summary.lines.first)
    #expect(Set(line.files + summary.schoolFiles) == Set(names))
    #expect(Set(line.files).count == line.files.count)
    #expect(
      summary.text.contains("2 family, 2 family-phone, 1 mid-year, 1 packets, 2 school, "))
  }

  @Test func `A family reads its own language, and English where there is no table`() async throws {
    let (out, summary) = try await render(
      { files in
        let rows = String(decoding: files["district/students.csv"] ?? [], as: UTF8.self)
          .split(separator: "\n").enumerated().map { index, row in
            let language = index == 0 ? "family_language" : index == 1 ? "pl" : "eo"
            return "\(row),\(language)"
          }
        files["district/students.csv"] = Array(rows.joined(separator: "\n").utf8)
      }, kinds: [.family], school: [])
    #expect(out["out/family/1.pl.pdf"] != nil)
    #expect(out["out/family/2.en.pdf"] != nil)
    #expect(summary.problems.contains { $0.code == .noFamilyLanguage })
    // What the family reads is printed nowhere.
    #expect(!(try text(out["out/family/2.en.pdf"])).contains("eo "))
  }

  @Test func `A student whose data need a person gets none of the documents`() async throws {
    let (out, summary) = try await render({ files in
      let rows = String(decoding: files["district/evidence/2026.csv"] ?? [], as: UTF8.self)
      files["district/evidence/2026.csv"] = Array(rows.replacing(",PR,", with: ",5,").utf8)
    })
    #expect(summary.count(.held) > 0)
    for line in summary.lines where line.outcome == .held {
      #expect(
        !out.keys.contains { $0.split(separator: "/").last?.hasPrefix("\(line.student).") == true })
    }
  }

  @Test func `What the XML cannot hold keeps no family from its report`() async throws {
    let (out, summary) = try await render(
      { files in
        let name = String(repeating: "Q", count: 60)
        let rows = String(decoding: files["district/students.csv"] ?? [], as: UTF8.self)
        files["district/students.csv"] = Array(rows.replacing("Ibarra", with: name).utf8)
      }, kinds: [.pdf, .pesc, .family], school: [], languages: ["en"])
    let held = try #require(summary.lines.first { $0.outcome == .held })
    #expect(held.files == ["family/\(held.student).en.pdf"])
    #expect(held.reasons.contains { $0.code.name == "pesc-too-long" })
    #expect(out["out/family/\(held.student).en.pdf"] != nil)
    #expect(out["out/transcripts/\(held.student).pdf"] == nil)
  }

  @Test(arguments: [DocumentStatus.draft, .unofficial, .amended])
  func `The status is on every page and in the metadata`(status: DocumentStatus) async throws {
    let (out, _) = try await render(
      kinds: [.pdf], school: [], students: ["1"], status: status,
      replaces: status == .amended ? "OLD-7" : nil)
    let pdf = try #require(out.first { $0.key.hasSuffix("transcripts/1.pdf") }?.value)
    let words = [
      .draft: "DRAFT, NOT CERTIFIED.", .unofficial: "UNOFFICIAL COPY.",
      .amended: "replaces No. OLD-7",
    ][status, default: "?"]
    let blocks = try FinishedPDF(pdf).blocks.map(\.text)
    let pages = blocks.count { $0.contains("Page 1 of ") || $0.contains("Page 2 of ") }
    #expect(pages >= 2)
    #expect(blocks.count { $0.contains(words) } == pages)
    let metadata = String(decoding: pdf, as: Unicode.ASCII.self)
    let subject = [
      .draft: "Draft, not certified", .unofficial: "Unofficial copy", .amended: "Amended",
    ][status, default: "?"]
    #expect(metadata.contains(subject))
  }

  @Test func `Papers that say different things have different numbers`() async throws {
    let kinds: [DocumentKind] = [.pdf, .midYear, .pesc, .json]
    let (out, _) = try await render(kinds: kinds, school: [], students: ["1"])
    let (toStudent, _) = try await render(
      kinds: kinds, school: [], students: ["1"], issuedTo: .student)
    let files = ["out/transcripts/1.pdf", "out/mid-year/1.pdf"]
    let pages = try [out, toStudent].flatMap { run in try files.map { try #require(run[$0]) } }
    let numbers = try pages.map { pdf in
      let text = try text(pdf)
      let start = try #require(text.firstRange(of: "No. ")).upperBound
      return text[start...].prefix { !$0.isWhitespace }
    }
    #expect(Set(numbers).count == 4)
    // The XML inside has the number of its pages.
    for (pdf, number) in zip(pages, numbers) {
      let xml = try #require(try FinishedPDF(pdf).attachment)
      #expect(String(decoding: xml, as: UTF8.self).contains(number))
    }
    #expect(try FinishedPDF(pages[0]).attachment == out["out/pesc/1.xml"])
    for pdf in pages[2...] { #expect(try text(pdf).contains("Issued to student")) }
    #expect(
      String(decoding: try #require(toStudent["out/records/1.json"]), as: UTF8.self)
        .contains("\"issuedTo\":\"student\""))
  }

  @Test func `An amended copy for the student says both, on its pages and in its XML`() async throws
  {
    let (out, summary) = try await render(
      kinds: [.pdf, .pesc], school: [], students: ["1"], status: .amended, replaces: "OLD-7",
      issuedTo: .student)
    #expect(summary.count(.done) == 1)
    let text = try text(out["out/transcripts/1.pdf"])
    #expect(text.contains("replaces No. OLD-7"))
    #expect(text.contains("Issued to student"))
    let xml = String(decoding: try #require(out["out/pesc/1.xml"]), as: UTF8.self)
    #expect(xml.contains("Replaces document OLD-7."))
    #expect(xml.contains("Issued to student."))
  }

  @Test func `A packet holds transcript, competencies, policy and the same XML`() async throws {
    let (out, _) = try await render(kinds: [.pesc, .pdf, .packet], school: [], students: ["1"])
    let files = try unzipped(try #require(out["out/packets/1.zip"]))
    #expect(
      files.map(\.name) == [
        "1/1-transcript.pdf", "1/2-competencies.pdf", "1/3-policy-and-scale.pdf",
        "1/transcript.xml",
      ])
    #expect(files[0].bytes == out["out/transcripts/1.pdf"])
    #expect(files[3].bytes == out["out/pesc/1.xml"])
    // The standalone XML and the associated file are the same bytes.
    #expect(try FinishedPDF(files[0].bytes).attachment == out["out/pesc/1.xml"])
  }

  @Test func `The profile lists the items of which the school says nothing`() async throws {
    let (out, summary) = try await render(kinds: [], school: [.profile])
    #expect(out.keys.contains("out/school/profile.pdf"))
    let missing = summary.problems.filter { $0.code == .profileItemMissing }
    // Ten items; grading and requirements follow from the policy.
    #expect(missing.count == 8)
    #expect(!summary.hasProblems)
  }

  @Test func `Fewer than six students show no distribution of levels`() async throws {
    let (out, _) = try await render(kinds: [], school: [.profile])
    #expect(!(try text(out["out/school/profile.pdf"])).contains("%"))
  }

  @Test func `The guide and the profile name no student`() async throws {
    let (out, _) = try await render(kinds: [])
    for name in ["how-to-read", "profile"] {
      let text = try text(out["out/school/\(name).pdf"])
      for word in ["Ibarra", "Łuczak", "SASID"] { #expect(!text.contains(word)) }
    }
  }

  @Test func `A district's own templates and wording take the place of the product's`()
    async throws
  {
    let district = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: district) }
    let own = district.appending(path: "templates")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    let product = Project.root.appending(path: "templates")
    try FileManager.default.copyItem(
      at: product.appending(path: "official"), to: own.appending(path: "official"))
    try FileManager.default.copyItem(
      at: product.appending(path: "phrases"), to: own.appending(path: "phrases"))
    let phrases = own.appending(path: "phrases/en.yaml")
    let wording = try String(contentsOf: phrases, encoding: .utf8)
    try wording.replacing("section-courses: Courses", with: "section-courses: Studies")
      .write(to: phrases, atomically: true, encoding: .utf8)
    var folders = Project.folders
    folders.district = district.path
    let (out, _) = try await render(kinds: [.pdf], school: [], students: ["1"], folders: folders)
    let text = try text(out["out/transcripts/1.pdf"])
    #expect(text.contains("Studies"))
    #expect(!text.contains("Courses "))
  }

  private struct Entry {
    var name: String
    var bytes: [UInt8]
  }

  /// Reads stored files, with Debian's own unzip as the judge of the whole.
  private func unzipped(_ archive: [UInt8]) throws -> [Entry] {
    var entries: [Entry] = []
    var place = 0
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(archive[place + offset + $1]) << (8 * $1) }
    }
    while number(0, 4) == 0x0403_4B50 {
      let size = number(18, 4)
      let start = place + 30
      let end = start + number(26, 2)
      let bytes = Array(archive[end..<end + size])
      // CRC-32 of `123456789` is the check value of the standard; each file's is in its header.
      #expect(CRC32.checksum(bytes) == UInt32(number(14, 4)))
      entries.append(
        Entry(name: String(decoding: archive[start..<end], as: UTF8.self), bytes: bytes))
      place = end + size
    }
    #expect(CRC32.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    return entries
  }
}
