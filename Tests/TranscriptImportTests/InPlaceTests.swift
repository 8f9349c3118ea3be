import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// Evidence as lines of JSON, and frameworks as CASE packages, read where they lie.
@Suite struct InPlaceTests {
  private static let line =
    #"{"evidence_id":"j-1","student_id":"S-1","competency":"MA.1","demonstrated_on":"2026-09-14","#
    + #""level":"PR","assessment_type":"project","purpose":"summative","title":"Bridge, \"old\""}"#

  @Test func `evidence in lines of JSON is read beside tables`() throws {
    let source = try Sample.base(["evidence/spring.jsonl": Self.line + "\n"])
    let result = DistrictImporter(source: source).load()
    #expect(result.diagnostics.all.map { DiagnosticText().render($0) } == [])
    let record = try #require(result.district?.file(of: "S-1").evidence.first { $0.id == "j-1" })
    #expect(record.title == "Bridge, \"old\"")
    #expect(record.location == SourceLocation(file: "evidence/spring.jsonl", line: 1))
    #expect(result.district?.inputHashes["evidence/spring.jsonl"] != nil)
  }

  @Test func `what is wrong with a line names the line, and the line is kept as written`() throws {
    let bad = Self.line.replacing("2026-09-14", with: "9/14/2026")
    let worse = Self.line.replacing("\"level\"", with: "\"lvl\"")
    let text = "\n" + bad + "\n" + worse + "\n" + Self.line.replacing("S-1", with: "S-7") + "\n"
    let source = try Sample.base(["evidence/spring.jsonl": text])
    for result in [
      DistrictImporter(source: source).load(), DistrictImporter(source: source).check(),
    ] {
      let found = result.diagnostics.all.map { ($0.code, $0.location?.line) }
      #expect(found.map(\.0) == [.notADate, .unknownKey, .unknownStudent])
      #expect(found.map(\.1) == [2, 3, 4])
      #expect(result.rejectedRows.map(\.original).first == Array(bad.utf8))
      #expect(result.rejectedRows.count == 3)
      #expect(result.evidenceCount == 3)
    }
  }

  @Test func `an id that a line shares with a row of a table is found`() throws {
    let text = Self.line.replacing("j-1", with: "e-1") + "\n"
    let source = try Sample.base(["evidence/spring.jsonl": text])
    let loaded = DistrictImporter(source: source).load()
    let checked = DistrictImporter(source: source).check()
    #expect(loaded.diagnostics.all.map(\.code) == [.duplicateEvidence])
    #expect(checked.diagnostics.all == loaded.diagnostics.all)
    #expect(checked.evidenceCount == loaded.evidenceCount)
  }

  private static let package = """
    {"CFDocument":{"identifier":"d","title":"Samplefield"},"CFItems":[
    {"identifier":"1","humanCodingScheme":"SC.1","fullStatement":"Plans an inquiry.",
     "abbreviatedStatement":"Inquiry","CFItemType":"Competency"},
    {"identifier":"2","humanCodingScheme":"SC.1.a","fullStatement":"Asks a question.",
     "abbreviatedStatement":"Questions","CFItemType":"Learning Objective"}],
    "CFAssociations":[{"associationType":"isChildOf","originNodeURI":{"identifier":"2"},
     "destinationNodeURI":{"identifier":"1"}}]}
    """

  private static let mapping = """
    mapping: our-package
    extends: case-package
    columns:
      areas: { constant: MA }
      alignments: { join: [humanCodingScheme, humanCodingScheme], with: ":" }
    """

  @Test(arguments: [false, true])
  func `a CASE package in the framework's folder is part of the framework`(isWrapped: Bool) throws {
    let package = isWrapped ? "{\"CFPackage\":\(Self.package)}" : Self.package
    let source = try Sample.base([
      "framework/science.json": package, "mappings/package.yaml": Self.mapping,
    ])
    let result = DistrictImporter(source: source).load()
    #expect(result.diagnostics.all.map { DiagnosticText().render($0) } == [])
    let framework = try #require(result.district).framework
    #expect(framework.competency("SC.1.a")?.parents == ["SC.1"])
    #expect(framework.competency("SC.1")?.areas == ["MA"])
    #expect(framework.competency("SC.1")?.location.line == 2)
  }

  @Test func `an item that cannot be used is named by its line`() throws {
    let source = try Sample.base([
      "framework/science.json": Self.package.replacing("\"Competency\"", with: "\"Strand\""),
      "mappings/package.yaml": Self.mapping,
    ])
    let problems = DistrictImporter(source: source).load().diagnostics.all
    #expect(problems.map(\.code).contains(.unmappedValue))
    // The line of the value, which is the second of the item.
    #expect(problems.first { $0.code == .unmappedValue }?.location?.line == 3)
  }

  @Test func `a check reads the mappings as well`() throws {
    let source = try Sample.base(["mappings/broken.yaml": "mapping: x\ntable: evidnce\ncolums: {}"])
    let checked = DistrictImporter(source: source).check()
    #expect(Set(checked.diagnostics.all.map(\.code)) == [.unknownWord, .unknownKey, .missingKey])
    #expect(DistrictImporter(source: source).load().diagnostics.all.isEmpty)
  }
}
