import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel
import TranscriptWorkflow

/// What a registrar's accidents give: a clear error, and nothing lost.
@Suite struct BadInputTests {
  private func codes(_ change: (inout [String: [UInt8]]) -> Void) throws -> (
    Set<String>, LoadedDistrict
  ) {
    var files = try Project.example("tiny")
    change(&files)
    let loaded = Project.load(files)
    return (Set(loaded.diagnostics.map(\.code.name)), loaded)
  }

  private func replace(
    _ old: String, _ new: String, in path: String, _ files: inout [String: [UInt8]]
  ) {
    let text = String(decoding: files[path] ?? [], as: UTF8.self)
    precondition(text.contains(old), "\(path) has no \(old)")
    files[path] = Array(text.replacing(old, with: new).utf8)
  }

  @Test func `An empty folder is refused, with the way to make one`() {
    let loaded = Project.load([:])
    #expect(loaded.ready == nil)
    #expect(loaded.diagnostics.map(\.code.name) == ["not-a-district-folder"])
    #expect(loaded.diagnostics.first?.hint?.contains("mastery-transcript init") == true)
  }

  @Test(arguments: ["policy.yaml", "district.yaml", "students.csv", "framework/areas.csv"])
  func `A missing file is named`(file: String) throws {
    let (_, loaded) = try codes { $0["district/\(file)"] = nil }
    #expect(
      loaded.diagnostics.contains { $0.location?.file == file && $0.code.name == "missing-file" })
  }

  @Test func `A table in UTF-16 is named as such, and the others load`() throws {
    let (codes, loaded) = try codes { files in
      let text = String(decoding: files["district/students.csv"] ?? [], as: UTF8.self)
      files["district/students.csv"] =
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    #expect(codes.contains("utf-16"))
    #expect(loaded.diagnostics.contains { $0.location?.file == "students.csv" })
  }

  @Test func `A typo in the policy has a line, and the nearest known key as the fix`() throws {
    let (_, loaded) = try codes { files in
      replace("\nplans:", "\nplanz:", in: "district/policy.yaml", &files)
    }
    let problem = try #require(loaded.diagnostics.first { $0.location?.file == "policy.yaml" })
    #expect((problem.location?.line ?? 0) > 0)
    #expect(loaded.diagnostics.contains { $0.hint?.contains("plans") == true })
  }

  @Test
  func `A policy that names a level that does not exist is refused with the levels there are`()
    throws
  {
    let (_, loaded) = try codes { files in
      replace("bar: PR", "bar: QQ", in: "district/policy.yaml", &files)
    }
    #expect(loaded.ready == nil)
    #expect(loaded.diagnostics.contains { $0.hint?.contains("PR") == true })
  }

  @Test func `A bad row holds its student and no other, and comes back in its original bytes`()
    async throws
  {
    var files = try Project.example("tiny")
    let path = try #require(files.keys.sorted().first { $0.hasPrefix("district/evidence/") })
    let text = String(decoding: files[path] ?? [], as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    let header = lines[0].components(separatedBy: ",")
    let level = try #require(header.firstIndex(of: "level"))
    let student = try #require(header.firstIndex(of: "student_id"))
    let row = try #require(
      lines.firstIndex { $0.components(separatedBy: ",")[student] == "2" && $0.contains("rated") }
        ?? lines.lastIndex { $0.components(separatedBy: ",")[student] == "2" })
    var cells = lines[row].components(separatedBy: ",")
    cells[level] = "9"
    lines[row] = cells.joined(separator: ",")
    files[path] = Array((lines.joined(separator: "\n") + "\n").utf8)

    let (out, summary) = try await Project.render(files)
    #expect(summary.count(.held) == 1 && summary.count(.done) == 1)
    #expect(out["out/records/1.json"] != nil && out["out/records/2.json"] == nil)
    let rejected = Project.load(files).rejectedRows
    #expect(rejected.map { String(decoding: $0.original, as: UTF8.self) } == [lines[row]])
    #expect(rejected.first?.line == row + 1)
    let reject = try #require(RejectFiles(rejected).files.first)
    #expect(String(decoding: reject.bytes, as: UTF8.self) == "\(lines[0])\n\(lines[row])\n")
  }

  @Test func `A draft can be made of a student who is held`() async throws {
    var files = try Project.example("tiny")
    let text = String(decoding: files["district/evidence/2026.csv"] ?? [], as: UTF8.self)
    files["district/evidence/2026.csv"] = Array((text + "broken,2,row\n").utf8)
    let (_, summary) = try await Project.render(files, status: .draft)
    #expect(summary.count(.done) == 2)
    #expect(try await Project.render(files).summary.count(.held) == 1)
  }

  @Test func `A full disk fails the student whose file did not fit, and says so`() async throws {
    let files = try Project.example("tiny")
    let (out, summary) = try await Project.render(
      files, failing: ["pesc/2.xml": .diskFull])
    #expect(summary.count(.done) == 1 && summary.count(.failed) == 1)
    #expect(summary.hasUnwritten)
    #expect(summary.lines.last?.reasons.map(\.code.name) == ["disk-full"])
    // Nothing of the student is left: neither half a file nor a set that is not whole.
    #expect(!out.keys.contains { $0.contains("/2.") })
  }

  @Test func `An output folder that cannot be made stops the batch before anything is written`()
    async throws
  {
    let files = try Project.example("tiny")
    await #expect(throws: WorldError.self) {
      _ = try await Project.render(files, failing: ["out/pesc": .unwritable])
    }
  }
}
