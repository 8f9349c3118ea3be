import AttainmentEngine
import TranscriptImport
import TranscriptModel

/// Joins blocks in the order of the file: a student whose rows go over the end of a block waits for
/// the next one.
struct BulkMerge {
  private let setting: BulkSetting
  private var resolver: CohortResolver
  private(set) var outcomes: [[PackedAttainment]]
  private var pending: (student: Int32, rows: [PackedEvidence], replaced: Set<UInt64>)?
  private var isFinished: [Bool]
  /// Whether every student's rows have stood together so far.
  private(set) var isSorted = true

  init(_ setting: BulkSetting) {
    self.setting = setting
    resolver = setting.resolver()
    outcomes = Array(repeating: [], count: setting.files.count)
    isFinished = Array(repeating: false, count: setting.files.count)
  }

  /// Adds the next block of a sorted table.
  mutating func add(_ part: BulkBlock) {
    let runs = part.block.runs
    for place in runs.indices {
      let isInner = place > 0 && place < runs.count - 1
      if isInner {
        finishPending()
        finish(runs[place].student, part.resolved[place - 1].outcomes)
      } else {
        wait(part.block, place)
      }
    }
  }

  private mutating func wait(_ block: EvidenceBlock, _ place: Int) {
    let student = block.runs[place].student
    if pending?.student != student {
      finishPending()
      pending = (student, [], [])
    }
    pending?.rows += block.rows(ofRun: place)
    for correction in block.corrections where correction.student == student {
      pending?.replaced.insert(correction.replaced)
    }
  }

  /// Resolves the student who waits; call it at the end as well.
  mutating func finishPending() {
    guard let waiting = pending else { return }
    pending = nil
    let rows = PackedStudentRows(
      student: waiting.student, rows: waiting.rows[...], replaced: waiting.replaced)
    finish(waiting.student, resolver.resolve(rows))
  }

  private mutating func finish(_ student: Int32, _ found: [PackedAttainment]) {
    if isFinished[Int(student)] { isSorted = false }
    isFinished[Int(student)] = true
    outcomes[Int(student)] = found
  }

  /// Resolves the students of whom there is no row but something else on file.
  mutating func finishRest() {
    for (student, file) in setting.files.enumerated() where outcomes[student].isEmpty {
      guard let file, file != StudentFile() else { continue }
      let rows = PackedStudentRows(student: Int32(clamping: student), rows: [])
      outcomes[student] = resolver.resolve(rows)
    }
  }
}

/// Rows of a table in any order, brought together by student (a counting sort).
struct BulkCollection {
  private var blocks: [EvidenceBlock] = []

  mutating func add(_ block: EvidenceBlock) { blocks.append(block) }

  /// The rows of each student, in the order of the file.
  func students(_ count: Int) -> (rows: [PackedEvidence], starts: [Int], replaced: [Set<UInt64>]) {
    var starts = Array(repeating: 0, count: count + 1)
    forEachRun { student, rows in starts[student + 1] += rows.count }
    for student in 0..<count { starts[student + 1] += starts[student] }
    var next = starts
    let empty = PackedEvidence(
      id: 0, title: 0, day: 0, competency: 0, level: -1, type: 0, purpose: 0, status: 0)
    var sorted = Array(repeating: empty, count: starts[count])
    forEachRun { student, rows in
      for row in rows {
        sorted[next[student]] = row
        next[student] += 1
      }
    }
    var replaced: [Set<UInt64>] = Array(repeating: [], count: count)
    for correction in blocks.flatMap(\.corrections) {
      replaced[Int(correction.student)].insert(correction.replaced)
    }
    return (sorted, starts, replaced)
  }

  private func forEachRun(_ body: (Int, ArraySlice<PackedEvidence>) -> Void) {
    for block in blocks {
      for place in block.runs.indices {
        body(Int(block.runs[place].student), block.rows(ofRun: place))
      }
    }
  }
}
