import Diagnostics
import Testing
import TranscriptModel

@testable import TranscriptImport

/// What becomes of evidence on file when its source, its mapping or the crosswalk says otherwise.
@Suite struct MendedImportTests {
  private static func mapping(_ from: Int = 75) -> String {
    """
    mapping: book
    table: evidence
    recognizes: [N, S, P, D]
    scales: { p: [{ at_least: 90, level: EX }, { at_least: \(from), level: PR }, { at_least: 0, level: DV }] }
    columns:
      evidence_id: { digest: [N, S, D], prefix: b- }
      student_id: N
      competency: { column: S, crosswalk: competency }
      demonstrated_on: D
      level: { column: P, scale: p }
      assessment_type: { constant: test }
      purpose: { constant: summative }
      title: { constant: Work }

    """
  }
  private static let decided = "kind,theirs,ours,system,decided_by,decided_on\n"

  private func district(_ crosswalk: String = "") throws -> MemorySource {
    try Sample.base([
      "mappings/book.yaml": Self.mapping(), "mappings/crosswalk.csv": Self.decided + crosswalk,
    ])
  }

  private func run(_ name: String, _ rows: String, _ district: inout MemorySource) -> ImportPlan {
    let file = InputFile(path: name, bytes: Array(("N,S,P,D\n" + rows + "\n").utf8))
    let plan = ImportPlanner(district: district).plan([file])
    district = MemorySource.merging(district, plan.files)
    return plan
  }

  /// The evidence of a student that came of the mapping, without what was corrected since.
  private func standing(_ id: Identifier<Student>, _ district: MemorySource) throws -> [String] {
    let read = DistrictImporter(source: district).load()
    #expect(read.rejectedRows.isEmpty)
    let all = try #require(read.district).file(of: id).evidence
    let replaced = Set(all.compactMap(\.replaces))
    return all.filter { $0.title == "Work" && !replaced.contains($0.id) }.map {
      "\($0.competency) \($0.rating.map { "\($0.level)" } ?? $0.status.rawValue)"
    }
  }

  @Test func `a correction by hand stands over the export that it corrects`() throws {
    var district = try district()
    let first = run("v.csv", "S-1,MA.1,80,2026-10-01", &district)
    let id = try #require(first.changes.first?.key)
    let hand =
      "evidence_id,student_id,competency,demonstrated_on,level,assessment_type,purpose,title,replaces\n"
      + "hand1,S-1,MA.1,2026-10-01,EX,test,summative,Work,\(id)\n"
    district = MemorySource.merging(district, ["evidence/hand.csv": Array(hand.utf8)])
    let again = run("v.csv", "S-1,MA.1,80,2026-10-01", &district)
    #expect(again.diagnostics.isEmpty && again.count(.unchanged) == 1 && again.files.isEmpty)
    // A new score says something that the person who corrected it did not know.
    let newer = run("v2.csv", "S-1,MA.1,60,2026-10-01", &district)
    #expect(newer.diagnostics.all.map(\.code) == [.correctedByHand])
    #expect(newer.diagnostics.all[0].hint?.contains("\"hand1\"") == true)
    #expect(
      newer.diagnostics.all[0].related.map(\.location.file) == ["evidence/hand.csv"])
    #expect(newer.files.isEmpty && newer.rejectedRows.isEmpty)
    #expect(try standing("S-1", district) == ["MA.1 2"])
  }

  @Test func `a mended entry of the crosswalk moves what came before it, and back`() throws {
    var district = try district("student,501,S-1,,A. Registrar,2026-10-01\n")
    func decide(_ ours: String) {
      let text = Self.decided + "student,501,\(ours),,A. Registrar,2026-10-01\n"
      district = MemorySource.merging(district, ["mappings/crosswalk.csv": Array(text.utf8)])
    }
    let rows = "501,MA.1,80,2026-10-01"
    #expect(run("w.csv", rows, &district).count(.added) == 1)
    decide("S-2")
    let moved = run("w.csv", rows, &district)
    #expect(moved.diagnostics.isEmpty && moved.count(.added) == 1 && moved.count(.withdrawn) == 1)
    #expect(try standing("S-1", district) == ["MA.1 withdrawn"])
    #expect(try standing("S-2", district) == ["MA.1 1"])
    #expect(run("w.csv", rows, &district).files.isEmpty)
    // A new score goes to whom the entry names.
    #expect(run("w2.csv", "501,MA.1,95,2026-10-01", &district).count(.changed) == 1)
    #expect(try standing("S-2", district) == ["MA.1 2"])
    decide("S-1")
    let back = run("w2.csv", "501,MA.1,95,2026-10-01", &district)
    #expect(back.diagnostics.isEmpty && back.count(.withdrawn) == 1 && back.count(.changed) == 1)
    #expect(try standing("S-1", district) == ["MA.1 2"])
    #expect(try standing("S-2", district) == ["MA.1 withdrawn"])
    #expect(run("w2.csv", "501,MA.1,95,2026-10-01", &district).files.isEmpty)
  }

  @Test func `an older export turns nothing back through a mapping or crosswalk that was mended`()
    throws
  {
    var district = try district()
    let (old, newer) = ("S-1,MA.1,80,2026-10-01", "S-1,MA.1,60,2026-10-01")
    #expect(run("v.csv", old, &district).count(.added) == 1)
    #expect(run("vnew.csv", newer, &district).count(.changed) == 1)
    let mended = Self.mapping().replacing("at_least: 90", with: "at_least: 78")
    district = MemorySource.merging(district, ["mappings/book.yaml": Array(mended.utf8)])
    let stale = run("v.csv", old, &district)
    #expect(stale.diagnostics.all.map(\.code) == [.olderExport])
    #expect(stale.count(.older) == 1 && stale.files.isEmpty)
    #expect(try standing("S-1", district) == ["MA.1 0"])
    // Nor what was moved since.
    var moved = try self.district("competency,X,MA.1,,A. Registrar,2026-10-01\n")
    func decide(_ ours: String) {
      let text = Self.decided + "competency,X,\(ours),,A. Registrar,2026-10-01\n"
      moved = MemorySource.merging(moved, ["mappings/crosswalk.csv": Array(text.utf8)])
    }
    #expect(run("w.csv", "S-1,X,80,2026-10-01", &moved).count(.added) == 1)
    decide("EN.1")
    #expect(run("w2.csv", "S-1,X,95,2026-10-01", &moved).count(.withdrawn) == 1)
    decide("MA.1")
    let back = run("w.csv", "S-1,X,80,2026-10-01", &moved)
    #expect(back.diagnostics.all.map(\.code) == [.olderExport] && back.files.isEmpty)
    #expect(try standing("S-1", moved).sorted() == ["EN.1 2", "MA.1 withdrawn"])
    #expect(run("w2.csv", "S-1,X,95,2026-10-01", &moved).diagnostics.isEmpty)
    #expect(try standing("S-1", moved).sorted() == ["EN.1 withdrawn", "MA.1 2"])
  }

  @Test func `a row of a later export that could not be used before is no older one`() throws {
    var district = try district()
    #expect(run("v.csv", "S-1,MA.1,80,2026-10-01", &district).count(.added) == 1)
    let rows = "S-1,MA.1,x,2026-10-01\nS-2,MA.1,80,2026-10-01"
    let first = run("v2.csv", rows, &district)
    #expect(first.count(.added) == 1 && first.rejectedRows.count == 1)
    let mended = Self.mapping().replacing(
      "scale: p }", with: "scale: p, values: { x: EX } }")
    district = MemorySource.merging(district, ["mappings/book.yaml": Array(mended.utf8)])
    #expect(run("v2.csv", rows, &district).count(.changed) == 1)
    #expect(try standing("S-1", district) == ["MA.1 2"])
    #expect(run("v.csv", "S-1,MA.1,80,2026-10-01", &district).count(.older) == 1)
  }

  @Test func `an id that nobody has decided about is still a collision`() throws {
    var district = try district("competency,X,MA.1,,A. Registrar,2026-10-01\n")
    #expect(run("w.csv", "S-1,X,80,2026-10-01", &district).count(.added) == 1)
    let text = Self.decided + "competency,X,EN.1,,A. Registrar,2026-10-02\n"
    district = MemorySource.merging(district, ["mappings/crosswalk.csv": Array(text.utf8)])
    let moved = run("w.csv", "S-1,X,80,2026-10-01", &district)
    #expect(moved.count(.withdrawn) == 1 && moved.count(.added) == 1)
    #expect(try standing("S-1", district).sorted() == ["EN.1 1", "MA.1 withdrawn"])
  }

  @Test func `two works that become one record are named`() throws {
    var district = try district()
    let plan = run(
      "dup.csv",
      "S-1,MA.1,80,2026-10-01\nS-1,MA.1,80,2026-10-01\nS-1,MA.1,76,2026-10-01", &district)
    #expect(plan.count(.added) == 1 && plan.count(.unchanged) == 2)
    #expect(plan.diagnostics.all.map(\.code) == [.rowsBecomeOne])
    let problem = plan.diagnostics.all[0]
    #expect(problem.location?.line == 4 && problem.message.hasSuffix("differs in P"))
    #expect(problem.related.map(\.location.line) == [2])
  }

  @Test func `every row says which program and which state of its mapping wrote it`() throws {
    var district = try district()
    _ = run("v.csv", "S-1,MA.1,80,2026-10-01", &district)
    // The scale is declared anew, so that the same export gives another level.
    let mended = Self.mapping(85)
    district = MemorySource.merging(district, ["mappings/book.yaml": Array(mended.utf8)])
    #expect(run("v.csv", "S-1,MA.1,80,2026-10-01", &district).count(.changed) == 1)
    let table = String(decoding: district.files["evidence/book.csv"] ?? [], as: UTF8.self)
    let sources = table.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").last.map(String.init)
    }
    let parts = sources.map { $0.split(separator: " ").map(String.init) }
    #expect(parts.map { $0[0] } == ["v.csv:2", "v.csv:2"])
    #expect(
      parts.map { $0[2] }
        == [Self.mapping(), mended].map {
          "book/\(SHA256.hex(Array($0.utf8)).prefix(8))"
        })
    #expect(parts.allSatisfy { $0[3] == "mastery-transcript/\(Provenance.program)" })
    #expect(sources.compactMap { Provenance.mapping(in: $0) } == ["book", "book"])
    #expect(Provenance.mapping(in: "v.csv:2 sha256:00 book/1") == "book")
  }
}

/// Reports whose header is translated, read by a mapping that extends the built-in one.
@Suite struct TranslatedHeaderTests {
  private static let text = """
    nombre,id,id sis,evaluacion,evaluacion id,intento,fecha,resultado,calificacion,puntos
    Ilka Brandt,901,S-1,Puente,7,1,2026-10-02T15:00:00Z,MA.1,Proficient,3
    Ilka Brandt,901,S-1,Torre,8,1,2026-10-03T15:00:00Z,MA.1,,
    """

  private func plan(_ filters: String, _ text: String = text) throws -> ImportPlan {
    let mapping = """
      mapping: canvas-es
      extends: canvas-outcome-results
      recognizes: [nombre, id sis, evaluacion, calificacion]
      student_name: nombre
      \(filters)
      columns:
        evidence_id: { digest: [id, resultado, evaluacion id, intento], prefix: es- }
        student_id: id sis
        competency: resultado
        demonstrated_on: { column: fecha, date: timestamp, hours_from_utc: -5, summer_time: us }
        level: { column: calificacion, labels: true }
        assessment_type: { constant: quiz }
        title: evaluacion
      """
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    let base = try Sample.base(["mappings/es.yaml": mapping])
    return ImportPlanner(district: base, options: options).plan([
      InputFile(path: "es.csv", bytes: Array(text.utf8))
    ])
  }

  @Test func `a filter that asks the same of another column takes the place of the built-in one`()
    throws
  {
    let plan = try plan("filters: [{ column: puntos, is_not: [\"\"] }]")
    #expect(plan.diagnostics.isEmpty && plan.count(.added) == 1 && plan.filteredCount == 1)
    #expect(plan.leftOut.map(\.column) == ["puntos"])
  }

  @Test func `without one the missing column is named with the filter to write`() throws {
    let plan = try plan("")
    let problem = try #require(plan.diagnostics.all.first)
    #expect(problem.code == .missingSourceColumn && problem.message.contains("\"outcome score\""))
    #expect(problem.hint?.contains("filters: [{ column: ITS NAME, is_not: [\"\"] }]") == true)
  }

  @Test func `where the file has the column the built-in filter counts as well`() throws {
    let both = Self.text.split(separator: "\n").enumerated().map {
      $1 + ($0 == 0 ? ",outcome score" : ",")
    }.joined(separator: "\n")
    let plan = try plan("filters: [{ column: puntos, is_not: [\"\"] }]", both)
    #expect(plan.count(.added) == 0 && plan.filteredCount == 2)
  }
}
