import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// Rows that nothing is unusual about are imported without a record for each; what comes of it must be
/// what comes of records.
@Suite struct QuickImportTests {
  private static let header =
    "student name,student id,student sis id,assessment title,assessment id,assessment type,"
    + "submission date,learning outcome name,learning outcome id,attempt,outcome score,"
    + "learning outcome rating,learning outcome rating points,learning outcome points possible\n"

  private struct Outcome: Equatable {
    let files: [String: [UInt8]]
    let counts: [Int]
    let keys: [String]
    let problems: [String]
    let rejected: [[UInt8]]
    let leftOut: [ImportPlan.LeftOut]
  }

  private func outcome(
    _ text: String, into district: MemorySource, rowByRow: Bool
  ) throws -> Outcome {
    var options = ImportPlanner.Options()
    options.constants = ["purpose": "summative"]
    options.today = CalendarDate(iso: "2026-11-20")
    options.asOf = CalendarDate(iso: "2026-10-01")
    var limits = ImportLimits()
    limits.readsRowByRow = rowByRow
    let plan = ImportPlanner(district: district, options: options, limits: limits).plan([
      InputFile(path: "canvas.csv", bytes: Array(text.utf8))
    ])
    return Outcome(
      files: plan.files,
      counts: ImportPlan.Change.Kind.allCases.map(plan.count) + [plan.filteredCount],
      keys: plan.changes.map { "\($0.kind) \($0.key) \($0.path) \($0.provenance.text)" },
      problems: plan.diagnostics.all.map { DiagnosticText(showsPersonal: true).render($0) },
      rejected: plan.rejectedRows.map(\.original), leftOut: plan.leftOut)
  }

  /// Rows of which most are in order; `spice` is how often something is not.
  private static func rows(_ count: Int, seed: UInt64, spice: Int) -> String {
    var chance = Chance(state: seed)
    let people = [("Ilka Brandt", "S-1"), ("Teo Marsh", "S-2")]
    let odd: [(String, String)] = [
      ("MA.1,3", "XX.9,3"), ("Proficient", "Splendid"), ("2026-09", "2026-19"),
      ("Bridge", "\"A \"\"Bridge\"\", again\""), ("Bridge", "\"Bridge, built\""),
      ("Bridge", "  Bridge "), ("Bridge", "Bru\u{308}cke"), ("Bridge", "Brücke"), ("Bridge", ""),
      ("Bridge", "\"Bri\ndge\""), ("Ilka Brandt", "Teo Marsh"), ("Proficient,2.0", "Exemplary,2.0"),
      (",assignment,", ",exam,"), ("2026-09", "2026-11"), (",2,Proficient", ",,Proficient"),
      ("S-1", "S-9"), ("S-2", ""), ("Bridge", "\u{202E}Bridge"), ("MA.1,3", "MA.1,3,4"),
    ]
    var text = header
    for number in 0..<count {
      let (name, id) = people[chance.next(below: people.count)]
      // Some rows have the id of another.
      let work = chance.next(below: 20) == 0 ? number / 2 : number
      let code = ["MA.1", "EN.1", "MA.1.a"][chance.next(below: 3)]
      var row =
        "\(name),9,\(id),Bridge \(number % 5),\(work),assignment,2026-09-1\(number % 9)T14:00:00Z,"
        + "\(code),3,1,2,Proficient,2.0,3.0"
      if chance.next(below: 100) < spice {
        let (old, new) = odd[chance.next(below: odd.count)]
        row = row.replacing(old, with: new, maxReplacements: 1)
      }
      text += row + (chance.next(below: 20) == 0 ? "\r\n" : "\n")
    }
    return text
  }

  @Test(arguments: [(UInt64(1), 0), (2, 5), (3, 40), (4, 100)])
  func `both ways come to the same`(seed: UInt64, spice: Int) throws {
    let base = try Sample.base([:])
    let text = Self.rows(2_500, seed: seed, spice: spice)
    let quick = try outcome(text, into: base, rowByRow: false)
    #expect(quick == (try outcome(text, into: base, rowByRow: true)))
    #expect(quick.counts[0] > 0)
    // Again, and with other rows, into what the first import has made.
    let after = MemorySource.merging(base, quick.files)
    for next in [text, Self.rows(2_500, seed: seed + 10, spice: spice)] {
      let again = try outcome(next, into: after, rowByRow: false)
      #expect(again == (try outcome(next, into: after, rowByRow: true)))
    }
  }

  @Test func `a table in another order of columns gets rows as well`() throws {
    let table =
      "student_id,evidence_id,competency,demonstrated_on,level,assessment_type,purpose,title\r\n"
      + "S-1,x-1,MA.1,2026-09-10,PR,test,summative,Old\r\n"
    let base = try Sample.base(["evidence/canvas-outcome-results.csv": table])
    let text = Self.rows(50, seed: 7, spice: 10)
    let quick = try outcome(text, into: base, rowByRow: false)
    #expect(quick == (try outcome(text, into: base, rowByRow: true)))
    #expect(quick.counts[0] > 0)
  }

  @Test func `the first bytes of a digest are those of the digest`() {
    for count in [0, 1, 55, 56, 63, 64, 65, 119, 120, 200] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let prefix = bytes.withUnsafeBufferPointer { SHA256.prefix(of: $0) }
      let hex = String(prefix, radix: 16)
      #expect(
        String(repeating: "0", count: 16 - hex.count) + hex == SHA256.hex(bytes).prefix(16))
    }
  }
}
