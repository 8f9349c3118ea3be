import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// The exports and mappings of `examples/imports`, into the district of `examples/tiny`.
@Suite struct MappedExampleTests {
  private static let folder = Folders.examples.appending(path: "imports")

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: path)))
  }

  private static func district(_ more: [String: [UInt8]]) throws -> MemorySource {
    let root = Folders.examples.appending(path: "tiny")
    var files = more
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where path.contains(".") && !path.hasSuffix(".md") {
      files[path] = [UInt8](try Data(contentsOf: root.appending(path: path)))
    }
    return MemorySource(files)
  }

  private static func plan(_ bytes: [UInt8], into district: MemorySource) throws -> ImportPlan {
    var options = ImportPlanner.Options()
    options.today = CalendarDate(iso: "2026-10-15")
    return ImportPlanner(district: district, options: options).plan([
      InputFile(path: "standards.csv", bytes: bytes)
    ])
  }

  private static func rows(_ plan: ImportPlan, _ path: String) throws -> [[Substring]] {
    let text = String(decoding: try #require(plan.files[path]), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func `PowerSchool's standards scores become evidence`() throws {
    let mapping = try Self.bytes("powerschool/mapping.yaml")
    let export = try Self.bytes("powerschool/standards.csv")
    let district = try Self.district(["mappings/powerschool.yaml": mapping])
    let plan = try Self.plan(export, into: district)
    #expect(plan.count(.added) == 3)
    #expect(plan.filteredCount == 1)
    #expect(plan.rejectedRows.map(\.line) == [6])
    #expect(plan.diagnostics.all.map(\.code) == [.unmappedValue])
    let rows = try Self.rows(plan, "evidence/powerschool-standards.csv")
    // Student, competency, day, (recorded), level, kind and purpose of the work.
    #expect(
      rows.map { $0[1...7].joined(separator: ",") } == [
        "1,A.1,2026-09-30,,PR,test,summative", "2,A.1,2026-09-30,,EX,test,summative",
        "2,A.2,2026-10-02,,DV,quiz,formative",
      ])
    try Self.expectUnchanged(export, plan, district, changing: ("\t3\tQuill", "\t4\tQuill"))
  }

  @Test func `Infinite Campus's scores become evidence by a declared scale and a crosswalk`() throws
  {
    let export = try Self.bytes("infinite-campus/standards.csv")
    let district = try Self.district([
      "mappings/campus.yaml": try Self.bytes("infinite-campus/mapping.yaml"),
      "mappings/crosswalk.csv": try Self.bytes("infinite-campus/crosswalk.csv"),
    ])
    let plan = try Self.plan(export, into: district)
    #expect(plan.count(.added) == 2)
    #expect(Set(plan.diagnostics.all.map(\.code)) == [.unknownStudent, .notANumber])
    #expect(plan.rejectedRows.map(\.line) == [5, 6])
    let rows = try Self.rows(plan, "evidence/infinite-campus-standards.csv")
    #expect(
      rows.map { $0[0...5].joined(separator: ",") } == [
        "ic-9001,1,A.3,2026-09-28,,EX", "ic-9002,2,A.3,2026-09-28,,DV",
      ])
    try Self.expectUnchanged(export, plan, district, changing: ("91%", "74%"))
  }

  @Test(
    .enabled(if: Folders.hasShared, "the frameworks are not beside the package"),
    arguments: [
      // Items of high school, counted with another JSON reader: 5 categories and 156 standards, 12
      // core ideas and 71 expectations.
      ("common-core", "ccss-math-2010", 5, 161, "HSA-REI.B.3", "HSA"),
      ("next-generation-science", "ngss-science-2013", 12, 83, "HS-PS1-2", "HS-PS1"),
    ])
  func `a published framework comes in by a mapping of a few lines`(
    folder: String, package: String, top: Int, count: Int, code: String, parent: String
  ) throws {
    var files = ["mappings/own.yaml": try Self.bytes("\(folder)/mapping.yaml")]
    files["mappings/crosswalk.csv"] = try? Self.bytes("\(folder)/crosswalk.csv")
    var tables = try Self.district(files).files
    tables["framework/areas.csv"] = Array(
      "area,title,short_title\nMATH,Mathematics,Mathematics\nSCI,Science,Science\n".utf8)
    let district = MemorySource(tables)
    let path = Folders.shared.appending(path: "samples/case/\(package).json")
    let file = InputFile(path: "\(package).json", bytes: [UInt8](try Data(contentsOf: path)))
    let plan = ImportPlanner(district: district).plan([file])
    #expect(plan.rejectedRows.isEmpty)
    #expect(plan.count(.added) == count)
    let after = MemorySource(district.files.merging(plan.files) { $1 })
    let result = DistrictImporter(source: after).load()
    #expect(result.diagnostics.all.filter { $0.severity == .error } == [])
    let framework = try #require(result.district?.framework)
    #expect(framework.competency(Identifier(code))?.parents == [Identifier(parent)])
    let before = try #require(DistrictImporter(source: district).load().district?.framework)
    let isTop = { (competency: Competency) in competency.tier == .contentArea }
    #expect(
      framework.competencies.count(where: isTop) - before.competencies.count(where: isTop) == top)
    #expect(ImportPlanner(district: after).plan([file]).count(.unchanged) == count)
  }

  /// The same export again changes nothing; one changed cell is one correction.
  private static func expectUnchanged(
    _ export: [UInt8], _ plan: ImportPlan, _ district: MemorySource,
    changing change: (old: String, new: String)
  ) throws {
    let after = MemorySource(district.files.merging(plan.files) { $1 })
    let again = try Self.plan(export, into: after)
    #expect(again.files.isEmpty)
    #expect(again.count(.unchanged) == plan.count(.added))
    let text = String(decoding: export, as: UTF8.self)
      .replacing(change.old, with: change.new, maxReplacements: 1)
    let changed = try Self.plan(Array(text.utf8), into: after)
    #expect(changed.count(.changed) == 1)
    #expect(changed.changes.first { $0.kind == .changed }?.differences.map(\.column) == ["level"])
  }

  @Test(arguments: ["powerschool", "infinite-campus"])
  func `a first draft of a mapping is made of the export`(system: String) throws {
    let file = InputFile(path: "standards.csv", bytes: try Self.bytes("\(system)/standards.csv"))
    let draft = try #require(MappingSuggestion(file)).text
    #expect(draft.contains("table: evidence"))
  }

  @Test func `the mappings have nothing wrong with them`() throws {
    let district = try Self.district([
      "mappings/campus.yaml": try Self.bytes("infinite-campus/mapping.yaml"),
      "mappings/powerschool.yaml": try Self.bytes("powerschool/mapping.yaml"),
      "mappings/crosswalk.csv": try Self.bytes("infinite-campus/crosswalk.csv"),
    ])
    let found = DistrictImporter(source: district).check().diagnostics.all
    #expect(found.map { DiagnosticText().render($0) } == [])
  }
}
