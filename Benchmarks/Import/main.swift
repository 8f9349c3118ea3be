import Foundation
import TranscriptImport
import TranscriptModel

/// Prints how fast tables are read in processor time, and how the rest compares with reading cells.
///
///     swift run -c release benchmark-import [ROWS]
let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
let students = 1_000

func measure(_ work: () -> Int) -> (seconds: Double, result: Int) {
  var best = Double.infinity
  var result = 0
  for _ in 0..<3 {
    // Processor time of this process: what a busy machine does meanwhile does not count.
    let start = clock()
    result = work()
    best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
  }
  return (best, result)
}

func report(_ name: String, _ bytes: Int, _ seconds: Double, base: Double) {
  let rate = String(format: "%8.0f MB/s", Double(bytes) / 1e6 / seconds)
  let ratio = String(format: "%6.1f x reading the cells", seconds / base)
  print(name.padding(toLength: 34, withPad: " ", startingAt: 0), rate, ratio)
}

func peakMemory() -> String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  return status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? ""
}

/// Evidence as districts have it: about 110 bytes a row, some of it quoted, some not ASCII.
func evidence() -> [UInt8] {
  var text =
    "evidence_id,student_id,competency,demonstrated_on,recorded_on,level,assessment_type,purpose,"
    + "title,assessor\n"
  let titles = ["Bridge model", "\"Letter, to the editor\"", "Étude of a river", "Lab report 4"]
  for row in 0..<rows {
    let day = 1 + row % 28
    text += "ev-\(row),S-\(row % students),C.\(row % 40),2026-0\(1 + row % 9)-"
    text += day < 10 ? "0\(day)" : "\(day)"
    text += ",2026-10-01,\(1 + row % 4),performance-task,summative,"
    text += "\(titles[row % 4]),M. Quillfeather\n"
  }
  return Array(text.utf8)
}

func district(_ evidence: [UInt8]) -> MemorySource {
  var competencies = "code,tier,areas,parents,short_name,statement,alignments\n"
  for index in 0..<40 {
    competencies += "C.\(index),content-area,A,,Name \(index),Statement \(index).,X:\(index)\n"
  }
  var roster = "student_id,legal_first,legal_last,birth_date,grade_level,class_of\n"
  for index in 0..<students { roster += "S-\(index),F\(index),L\(index),2008-01-01,11,2028\n" }
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

let bytes = evidence()
print("\(rows) rows, \(bytes.count / 1_000_000) MB")
let scan = measure {
  var reader = CSVReader(bytes)
  reader.expectedFields = 10
  var row = CSVRow()
  var cells = 0
  while reader.next(&row) { cells += row.fields.count }
  return cells
}
report("CSV: cells, UTF-8, controls", bytes.count, scan.seconds, base: scan.seconds)
let hash = measure { SHA256.hex(bytes).count }
report("SHA-256", bytes.count, hash.seconds, base: scan.seconds)
let source = district(bytes)
let check = measure { DistrictImporter(source: source).check().evidenceCount }
report("check: every check, no records", bytes.count, check.seconds, base: scan.seconds)
let load = measure {
  let result = DistrictImporter(source: source).load()
  return result.district?.files.values.reduce(0) { $0 + $1.evidence.count } ?? -1
}
report("district: every check, all records", bytes.count, load.seconds, base: scan.seconds)
print("records: \(load.result); \(peakMemory())")
