import AttainmentEngine
import TranscriptImport
import TranscriptModel

/// A block of a table, with the students resolved whose rows it holds in full if the table is sorted.
struct BulkBlock: Sendable {
  let block: EvidenceBlock
  /// Outcomes of the runs between the first and the last.
  let resolved: [(student: Int32, outcomes: [PackedAttainment])]
  /// Hashes of the evidence ids, for the search for repeated ones.
  let ids: BlockIDs

  /// Reads a block and resolves what stands between its first and its last run.
  init(
    _ bytes: [UInt8], skipping skipped: Set<Int>, reader: EvidenceBlockReader,
    resolving setting: BulkSetting?
  ) {
    block = reader.read(bytes, skipping: skipped)
    ids = BlockIDs(block.rows)
    guard let setting, block.runs.count > 2 else {
      resolved = []
      return
    }
    var resolver = setting.resolver()
    var resolved: [(Int32, [PackedAttainment])] = []
    for place in 1..<(block.runs.count - 1) {
      let student = block.runs[place].student
      let replaced = block.corrections.filter { $0.student == student }.map(\.replaced)
      let rows = PackedStudentRows(
        student: student, rows: block.rows(ofRun: place), replaced: Set(replaced))
      resolved.append((student, resolver.resolve(rows, file: setting.file(student))))
    }
    self.resolved = resolved
  }
}

/// What resolving packed rows takes: the engine, the day, and what is on file besides evidence.
struct BulkSetting: Sendable {
  let engine: AttainmentEngine
  let asOf: CalendarDate
  let files: [StudentFile?]

  init(engine: AttainmentEngine, asOf: CalendarDate, district: District) {
    self.engine = engine
    self.asOf = asOf
    files = district.students.map { district.files[$0.id] }
  }

  func resolver() -> BulkResolver { BulkResolver(engine: engine, asOf: asOf) }

  func file(_ student: Int32) -> StudentFile? { files[Int(student)] }
}
