import AttainmentEngine
import TranscriptImport
import TranscriptModel

/// A block of a table, with the students resolved whose rows it holds in full if the table is sorted.
struct BulkBlock: Sendable {
  let block: EvidenceBlock
  /// Outcomes of the runs between the first and the last.
  let resolved: [(student: Int32, outcomes: [PackedAttainment])]
  /// Hashes of the evidence ids, for the search for repeated ones; `nil` where it is not asked for.
  let ids: BlockIDs?

  /// Reads a block and resolves what stands between its first and its last run.
  init(
    _ bytes: [UInt8], skipping skipped: Set<Int>, reader: EvidenceBlockReader,
    resolving setting: BulkSetting?, keepsIDs: Bool
  ) {
    block = reader.read(bytes, skipping: skipped)
    ids = keepsIDs ? BlockIDs(block.rows) : nil
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
      resolved.append((student, resolver.resolve(rows)))
    }
    self.resolved = resolved
  }
}

/// What resolving packed rows takes: the engine, the day, and what is on file besides evidence.
struct BulkSetting: Sendable {
  let engine: AttainmentEngine
  let asOf: CalendarDate
  let files: [StudentFile?]
  /// For each student the place of the rules that the class keeps from before; -1 for the present.
  let cohorts: [Int]

  init(engine: AttainmentEngine, asOf: CalendarDate, district: District) {
    self.engine = engine
    self.asOf = asOf
    files = district.students.map { student in
      guard var file = district.files[student.id] else { return nil }
      file.enrollments = file.enrollments(of: student, on: asOf).filter {
        $0.status != .planned || $0.isInTime(for: student)
      }
      return file
    }
    cohorts = district.students.map { engine.earlierIndex(forClassOf: $0.classOf) ?? -1 }
  }

  func resolver() -> CohortResolver { CohortResolver(self) }
}

/// Resolves packed rows, each student's by the rules of the class.
struct CohortResolver {
  private let setting: BulkSetting
  private var present: BulkResolver
  private var earlier: [BulkResolver]

  init(_ setting: BulkSetting) {
    self.setting = setting
    present = BulkResolver(engine: setting.engine, asOf: setting.asOf)
    earlier = setting.engine.earlier.map { BulkResolver(engine: $0, asOf: setting.asOf) }
  }

  /// Positions in the framework of the competencies that it answers for, whatever the class.
  var competencies: [Int] {
    earlier.reduce(present.competencies) { common, resolver in
      let own = Set(resolver.competencies)
      return common.filter(own.contains)
    }
  }

  /// The outcomes of one student by position in the framework.
  mutating func resolve(_ rows: PackedStudentRows) -> [PackedAttainment] {
    let student = Int(rows.student)
    let cohort = setting.cohorts[student]
    let file = setting.files[student]
    return cohort < 0
      ? present.resolve(rows, file: file) : earlier[cohort].resolve(rows, file: file)
  }
}
