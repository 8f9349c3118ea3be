import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// Exports that were damaged by chance: every import of them ends, loses no row without a word, and
/// leaves a district that is in order.
///
/// Each target runs for about `FUZZ_SECONDS` (1), with a fixed seed.
@Suite struct ImportFuzzTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap { Double($0) } ?? 1

  private static let canvas = """
    student name,student id,student sis id,assessment title,assessment id,assessment type,submission date,learning outcome name,learning outcome id,attempt,outcome score,learning outcome rating
    A,91,S-1,Bridge,71,assignment,2026-10-20T14:00:00Z,MA.1,51,1,2,Proficient
    B,92,S-2,"Bridge, ""two"" a",71,assignment,2026-10-21T14:00:00Z,MA.1,51,1,2,Exemplary

    """
  private static let lines = """
    {"evidence_id":"x-1","student_id":"S-1","competency":"MA.1","demonstrated_on":"2026-09-14","level":"PR","assessment_type":"project","purpose":"summative","title":"Bridge"}
    {"evidence_id":"x-2","student_id":"S-1","competency":"MA.1","demonstrated_on":"2026-09-15","level":"EX","assessment_type":"project","purpose":"summative","title":"Tower","replaces":"x-1"}

    """
  private static let package = """
    {"CFPackage":{"CFDocument":{"title":"T"},"CFItems":[
    {"identifier":"1","fullStatement":"I can act.","humanCodingScheme":"G.9","CFItemType":"Graduation Competency","abbreviatedStatement":"Act"},
    {"identifier":"2","fullStatement":"I can plan.","humanCodingScheme":"G.8","CFItemType":"Graduation Competency","abbreviatedStatement":"Plan"}],
    "CFAssociations":[]}}

    """
  private static let statement = """
    [{"id":"7","actor":{"account":{"name":"S-1"}},"verb":{"id":"v"},"object":{"id":"o","definition":{"name":{"en":"Bridge"}}},
    "timestamp":"2026-09-14T12:00:00Z","result":{"score":{"raw":2},"extensions":{"x/competency":"MA.1"}}}]

    """
  private static let mapping = """
    mapping: own
    extends: canvas-outcome-results
    scales: { points: [{ at_least: 2, level: PR }, { at_least: 0, level: DV }] }
    columns:
      level: { column: outcome score, scale: points }
      purpose: { constant: summative }

    """

  @Test(arguments: ["canvas.csv", "rows.jsonl", "package.json", "statements.json", "own.yaml"])
  func `a damaged export is imported to the end`(name: String) throws {
    let original =
      switch name {
      case "canvas.csv": Self.canvas
      case "rows.jsonl": Self.lines
      case "package.json": Self.package
      case "statements.json": Self.statement
      default: Self.mapping
      }
    var chance = Chance(state: UInt64(name.utf8.count) &* 0x9E37_79B9)
    let end = Date().addingTimeInterval(Self.seconds)
    repeat {
      try run(name, chance.damaged(Array(original.utf8)))
    } while Date() < end
  }

  private func run(_ name: String, _ bytes: [UInt8]) throws {
    var files = try Sample.base([:]).files
    var input = InputFile(path: name, bytes: bytes)
    if name == "own.yaml" {
      files["mappings/own.yaml"] = bytes
      input = InputFile(path: "canvas.csv", bytes: Array(Self.canvas.utf8))
    }
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative", "assessment_type": "project"]
    let base = MemorySource(files)
    let plan = ImportPlanner(district: base, options: options, limits: Sample.limits).plan([input])
    for problem in plan.diagnostics.all {
      _ = DiagnosticText(showsPersonal: true).render(problem)
    }
    #expect(plan.rejectedRows.allSatisfy { !$0.diagnostics.isEmpty })
    let after = DistrictImporter(
      source: MemorySource.merging(base, plan.files), limits: Sample.limits
    ).load()
    let errors = after.diagnostics.all.filter {
      $0.severity == .error && $0.location?.file.hasPrefix("mappings/") != true
    }
    #expect(errors.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
  }
}
