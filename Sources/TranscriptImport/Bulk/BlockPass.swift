import Diagnostics
import TranscriptModel

/// One pass over a block of lines.
struct BlockPass {
  private let reader: EvidenceBlockReader
  private let vocabulary: BlockVocabulary
  private let width: Int
  private(set) var block = EvidenceBlock()
  /// Where each cell of the current line begins and ends.
  private var starts: [Int]
  private var ends: [Int]
  private var cells = 0
  private var needsCare = false
  private var lineStart = 0
  /// The student of the line before, who is most likely that of this one.
  private var lastStudent: Int32 = -1
  private var lastStudentCell = 0..<0

  init(reader: EvidenceBlockReader) {
    self.reader = reader
    vocabulary = reader.vocabulary
    width = reader.width
    starts = Array(repeating: 0, count: reader.width)
    ends = Array(repeating: 0, count: reader.width)
  }

  /// Walks over the bytes that mean something, eight bytes at a time.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    block.rows.reserveCapacity(bytes.count / 80)
    let raw = UnsafeRawBufferPointer(bytes)
    var at = 0
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      var found = SpecialBytes.mask(word)
      while found != 0 {
        note(bytes, at + found.trailingZeroBitCount / 8)
        found &= found &- 1
      }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] < 0x20 || bytes[at] >= 0x7F || bytes[at] == 0x2C || bytes[at] == 0x22 {
        note(bytes, at)
      }
      at += 1
    }
    if lineStart < bytes.count { endLine(bytes, bytes.count) }
  }

  @inline(__always)
  private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    switch bytes[at] {
    case 0x2C:
      if cells < width { ends[cells] = at }
      cells += 1
      if cells < width { starts[cells] = at + 1 }
    case 0x0A: endLine(bytes, at)
    case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
    default: needsCare = true
    }
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    let end = at > lineStart && bytes[at - 1] == 0x0D ? at - 1 : at
    block.lines += 1
    if end > lineStart {
      if cells < width { ends[cells] = end }
      cells += 1
      let isRead = cells == width && !needsCare && readPlain(bytes)
      if !isRead { readSlowly(UnsafeBufferPointer(rebasing: bytes[lineStart..<end])) }
    }
    lineStart = at + 1
    cells = 0
    needsCare = false
    starts[0] = lineStart
  }

  // MARK: - The short path

  @inline(__always)
  private func cell(
    _ column: EvidenceColumn, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let place = vocabulary.positions[column.rawValue]
    guard place >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[starts[place]..<ends[place]])
  }

  /// Reads a line of plain cells; `false` when anything about it is not as usual.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let id = cell(.evidenceID, bytes)
    let title = cell(.title, bytes)
    guard !id.isEmpty, !title.isEmpty, cell(.replaces, bytes).isEmpty, cell(.hours, bytes).isEmpty,
      let day = vocabulary.days.day(cell(.demonstratedOn, bytes)), day >= Self.firstDay,
      day <= vocabulary.today
    else { return false }
    let student = student(bytes)
    let competency = vocabulary.competencies.find(cell(.competency, bytes))
    let type = vocabulary.types.find(cell(.assessmentType, bytes))
    let purpose = vocabulary.purposes.find(cell(.purpose, bytes))
    guard student >= 0, competency >= 0, type >= 0, purpose >= 0,
      day >= vocabulary.births[Int(student)], let (status, level) = rating(bytes),
      isUsual(bytes, competency: Int(competency), day: day)
    else { return false }
    block.append(
      PackedEvidence(
        id: PackedEvidence.hash(of: id), title: PackedEvidence.hash(of: title), day: day,
        competency: competency, level: level, type: UInt8(truncatingIfNeeded: type),
        purpose: UInt8(truncatingIfNeeded: purpose), status: status), of: student)
    return true
  }

  /// Days before 1990 are refused: 1 January 1990 is this day.
  private static let firstDay: Int32 = 7305

  @inline(__always)
  private mutating func student(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let place = vocabulary.positions[EvidenceColumn.student.rawValue]
    guard place >= 0 else { return -1 }
    let range = starts[place]..<ends[place]
    if lastStudent >= 0, range.count == lastStudentCell.count {
      var at = 0
      while at < range.count,
        bytes[range.lowerBound + at] == bytes[lastStudentCell.lowerBound + at]
      {
        at += 1
      }
      if at == range.count { return lastStudent }
    }
    lastStudent = vocabulary.students.find(UnsafeBufferPointer(rebasing: bytes[range]))
    lastStudentCell = range
    return lastStudent
  }

  @inline(__always)
  private func rating(_ bytes: UnsafeBufferPointer<UInt8>) -> (status: UInt8, level: Int8)? {
    let written = cell(.status, bytes)
    let level = cell(.level, bytes)
    let status = written.isEmpty ? 0 : vocabulary.statuses.find(written)
    guard status >= 0, (status == 0) == !level.isEmpty else { return nil }
    guard status == 0 else { return (UInt8(truncatingIfNeeded: status), -1) }
    let number = vocabulary.levels.find(level)
    return number >= 0 ? (0, vocabulary.levelOfText[Int(number)]) : nil
  }

  /// Whether the cells that decide nothing here are in order.
  @inline(__always)
  private func isUsual(
    _ bytes: UnsafeBufferPointer<UInt8>, competency: Int, day: Int32
  ) -> Bool {
    let pathway = cell(.pathway, bytes)
    if !pathway.isEmpty, vocabulary.pathways.find(pathway) < 0 { return false }
    let recorded = cell(.recordedOn, bytes)
    if !recorded.isEmpty {
      guard let recordedDay = vocabulary.days.day(recorded), recordedDay >= day else {
        return false
      }
    }
    let area = cell(.contentArea, bytes)
    guard !area.isEmpty else { return true }
    let number = vocabulary.areas.find(area)
    guard number >= 0, number < 64 else { return false }
    return vocabulary.areasOfCompetency[competency] & (1 << UInt64(number)) != 0
  }

  // MARK: - The careful path

  private mutating func readSlowly(_ line: UnsafeBufferPointer<UInt8>) {
    let outcome = reader.slow.read(line, line: block.lines)
    block.diagnostics += outcome.diagnostics
    guard let record = outcome.record,
      let student = vocabulary.studentPositions[record.student],
      let competency = vocabulary.framework.index(of: record.competency)
    else {
      block.rejectedCount += 1
      return
    }
    if let replaced = record.replaces {
      block.corrections.append(
        EvidenceBlock.Correction(
          student: student, replaced: PackedEvidence.hash(of: replaced.code)))
    }
    block.append(PackedEvidence(record, competency: competency), of: student)
  }
}

extension PackedEvidence {
  /// Packs a record.
  init(_ record: EvidenceRecord, competency: Int) {
    self.init(
      id: Self.hash(of: record.id.code), title: Self.hash(of: record.title),
      day: record.demonstratedOn.dayNumber, competency: Int32(clamping: competency),
      level: Int8(clamping: record.rating?.level ?? -1),
      type: UInt8(clamping: AssessmentType.allCases.firstIndex(of: record.assessmentType) ?? 0),
      purpose: UInt8(clamping: AssessmentPurpose.allCases.firstIndex(of: record.purpose) ?? 0),
      status: UInt8(clamping: EvidenceStatus.allCases.firstIndex(of: record.status) ?? 0))
  }
}
