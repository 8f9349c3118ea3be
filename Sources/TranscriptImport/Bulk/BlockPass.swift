import Diagnostics
import TranscriptModel

/// One pass over a block of lines.
struct BlockPass {
  private let reader: EvidenceBlockReader
  private let vocabulary: BlockVocabulary
  private let width: Int
  private let skipped: Set<Int>
  private(set) var block = EvidenceBlock()
  /// Where each cell of the current line begins and ends.
  private var starts: [Int]
  private var ends: [Int]
  private var cells = 0
  private var needsCare = false
  private var hasNonASCII = false
  /// Whether the current cell is in quotes, and where its closing quote is.
  private var isQuoted = false
  private var closingQuote = -1
  private var lineStart = 0
  /// The student of the line before, who is most likely that of this one.
  private var lastStudent: Int32 = -1
  private var lastStudentCell = 0..<0

  init(reader: EvidenceBlockReader, skipped: Set<Int>) {
    self.reader = reader
    self.skipped = skipped
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
      var found = SpecialBytes.mask(word, SpecialBytes.commas)
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
      if isQuoted, closingQuote < 0 { return }
      endCell(at)
      if cells < width { starts[cells] = at + 1 }
    case 0x0A: endLine(bytes, at)
    case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: break
    case 0x22: noteQuote(at)
    case 0x80...: hasNonASCII = true
    default: needsCare = true
    }
  }

  @inline(__always)
  private mutating func endCell(_ at: Int) {
    if cells < width { ends[cells] = isQuoted ? closingQuote : at }
    if isQuoted {
      if closingQuote + 1 != at { needsCare = true }
      isQuoted = false
      closingQuote = -1
    }
    cells += 1
  }

  /// A quote opens a cell or closes it; any other needs care.
  private mutating func noteQuote(_ at: Int) {
    if isQuoted, closingQuote < 0 {
      closingQuote = at
    } else if !isQuoted, cells < width, starts[cells] == at {
      isQuoted = true
      starts[cells] = at + 1
    } else {
      needsCare = true
    }
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
    let end = at > lineStart && bytes[at - 1] == 0x0D ? at - 1 : at
    block.lines += 1
    if end > lineStart, skipped.isEmpty || !skipped.contains(block.lines) {
      if isQuoted, closingQuote < 0 { needsCare = true }
      endCell(end)
      let isRead =
        cells == width && !needsCare && (!hasNonASCII || isPlainText(bytes, end))
        && readPlain(bytes)
      if !isRead { readSlowly(UnsafeBufferPointer(rebasing: bytes[lineStart..<end])) }
    }
    lineStart = at + 1
    cells = 0
    needsCare = false
    hasNonASCII = false
    isQuoted = false
    closingQuote = -1
    starts[0] = lineStart
  }

  /// Whether the bytes outside ASCII are well-formed and hold neither control nor direction marks.
  private func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var at = lineStart
    while at < end {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      let length = UTF8Sequence.length(bytes, at: at)
      guard length > 0, !Self.isControl(bytes, at), !Self.isDirectionMark(bytes, at) else {
        return false
      }
      at += length
    }
    return true
  }

  /// U+0080 to U+009F.
  private static func isControl(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC2 && bytes[at + 1] < 0xA0
  }

  /// U+202A to U+202E, U+2066 to U+2069: these reorder what follows them.
  private static func isDirectionMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard bytes[at] == 0xE2 else { return false }
    return bytes[at + 1] == 0x80 && (0xAA...0xAE).contains(bytes[at + 2])
      || bytes[at + 1] == 0x81 && (0xA6...0xA9).contains(bytes[at + 2])
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
    guard !id.mayHaveOuterSpace else { return false }
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
