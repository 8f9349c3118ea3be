import TranscriptImport
import TranscriptModel

/// CPU to read one long table of evidence: its cells alone; with every check of the rows and nothing
/// kept but what is wrong, as `check` does; and with every record kept, as `render` needs it.
struct ReadingScenario {
  private static let students = 1_000
  let rows: Int

  func run(into table: inout MeasurementTable) throws {
    let bytes = evidence()
    let source = district(bytes)
    var cells = 0
    measure("cells", bytes, into: &table) {
      var reader = CSVReader(bytes)
      reader.expectedFields = 10
      var row = CSVRow()
      while reader.next(&row) { cells += row.fields.count }
    }
    var checked = 0
    measure("every check", bytes, bar: .atLeast(300), into: &table) {
      checked = DistrictImporter(source: source).check().evidenceCount
    }
    table.add("reading", "rows in order", Double(checked), "rows")
    Memory.resetPeak()
    let before = Memory.resident
    _ = DistrictImporter(source: source).check()
    table.add("reading", "memory of a check, beside the table", Memory.peak - before, "MB")
    var kept = 0
    measure("every check, all records kept", bytes, into: &table) {
      let district = DistrictImporter(source: source).load().district
      kept = district?.files.values.reduce(0) { $0 + $1.evidence.count } ?? 0
    }
    table.add("reading", "records kept", Double(kept), "rows")
  }

  private func measure(
    _ name: String, _ bytes: [UInt8], bar: Measurement.Bar? = nil,
    into table: inout MeasurementTable, _ work: () -> Void
  ) {
    var sample = Sample()
    for _ in 0..<3 {
      let start = CPUClock.thread
      work()
      sample.add(CPUClock.thread - start)
    }
    table.add("reading", name, Double(bytes.count) / 1e3 / sample.median, "MB/s", bar: bar)
  }

  /// Evidence as districts have it: about 110 bytes a row, some of it quoted, some not ASCII.
  private func evidence() -> [UInt8] {
    var text =
      "evidence_id,student_id,competency,demonstrated_on,recorded_on,level,assessment_type,purpose,"
      + "title,assessor\n"
    let titles = ["Bridge model", "\"Letter, to the editor\"", "Étude of a river", "Lab report 4"]
    for row in 0..<rows {
      let day = 1 + row % 28
      text += "ev-\(row),S-\(row % Self.students),C.\(row % 40),2026-0\(1 + row % 9)-"
      text += day < 10 ? "0\(day)" : "\(day)"
      text += ",2026-10-01,\(1 + row % 4),performance-task,summative,"
      text += "\(titles[row % 4]),M. Quillfeather\n"
    }
    return Array(text.utf8)
  }

  private func district(_ evidence: [UInt8]) -> MemorySource {
    var competencies = "code,tier,areas,parents,short_name,statement,alignments\n"
    for index in 0..<40 {
      competencies += "C.\(index),content-area,A,,Name \(index),Statement \(index).,X:\(index)\n"
    }
    var roster = "student_id,legal_first,legal_last,birth_date,grade_level,class_of\n"
    for index in 0..<Self.students {
      roster += "S-\(index),F\(index),L\(index),2008-01-01,11,2028\n"
    }
    let policy = """
      policy: Benchmark
      version: 1
      effective_on: 2026-07-01
      scale:
        id: s
        title: S
        bar: C
        levels:
          - { code: A, number: 1, label: A, description: a }
          - { code: B, number: 2, label: B, description: b }
          - { code: C, number: 3, label: C, description: c }
          - { code: D, number: 4, label: D, description: d }
      credit_areas: [{ id: a, title: A }]
      competencies_per_area: { from: 1, through: 99 }
      plans: []
      """
    let profile = """
      district: B
      school: { name: B, city: B, state: CT, postal_code: "06999" }
      signatory: { name: N, office: O }
      """
    var files = [
      "district.yaml": profile, "policy.yaml": policy, "framework/areas.csv": "area,title\nA,A\n",
      "framework/competencies.csv": competencies, "students.csv": roster,
      "courses.csv": "course,title,credit,credit_areas,competencies\nX,X,1,a,C.1\n",
    ].mapValues { Array($0.utf8) }
    files["evidence/all.csv"] = evidence
    return MemorySource(files)
  }
}
