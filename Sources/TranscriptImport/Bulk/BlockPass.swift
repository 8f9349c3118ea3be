import Diagnostics
import TranscriptModel

/// One pass over a block of lines.
struct BlockPass: ~Copyable {
  /// What a line holds besides plain cells.
  private struct LineMarks: OptionSet {
    let rawValue: UInt8
    static let beyondASCII = LineMarks(rawValue: 1)
    static let quotes = LineMarks(rawValue: 2)
    static let controls = LineMarks(rawValue: 4)
  }

  private let reader: EvidenceBlockReader
  private let vocabulary: BlockVocabulary
  private let skipped: Set<Int>
  private(set) var block = EvidenceBlock()
  private var cells: LineCells
  private var lineStart = 0
  /// The student of the line before, who is most likely that of this one.
  private var lastStudent: Int32 = -1
  private var lastStudentCell = 0..<0
  /// The id of the line before; empty when that line went the careful way.
  private var lastID = 0..<0

  init(reader: EvidenceBlockReader, skipped: Set<Int>) {
    self.reader = reader
    self.skipped = skipped
    vocabulary = reader.vocabulary
    cells = LineCells(width: reader.width)
  }

  /// Walks over the bytes that mean something, eight bytes at a time.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    block.rows.reserveCapacity(bytes.count / 80)
    let raw = UnsafeRawBufferPointer(bytes)
    var marks: LineMarks = []
    var at = 0
    cells.begin(at: 0)
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      var found = SpecialBytes.mask(word)
      while found != 0 {
        note(bytes, at + found.trailingZeroBitCount / 8, &marks)
        found &= found &- 1
      }
      at += 8
    }
    while at < bytes.count {
      if bytes[at] < 0x20 || bytes[at] >= 0x7F || bytes[at] == 0x2C || bytes[at] == 0x22 {
        note(bytes, at, &marks)
      }
      at += 1
    }
    if lineStart < bytes.count { endLine(bytes, bytes.count, marks) }
    block.ids.remember(UnsafeBufferPointer(rebasing: bytes[lastID]))
  }

  @inline(__always)
  private mutating func note(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ marks: inout LineMarks
  ) {
    let byte = bytes[at]
    if byte == 0x2C {
      cells.end(at: at)
    } else if byte == 0x0A {
      endLine(bytes, at, marks)
      marks = []
    } else {
      marks.formUnion(mark(bytes, at))
    }
  }

  private func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> LineMarks {
    switch bytes[at] {
    case 0x0D where at + 1 < bytes.count && bytes[at + 1] == 0x0A: []
    case 0x22: .quotes
    case 0x80...: .beyondASCII
    default: .controls
    }
  }

  private mutating func endLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ marks: LineMarks
  ) {
    let end = at > lineStart && bytes[at - 1] == 0x0D ? at - 1 : at
    block.lines += 1
    if end > lineStart, skipped.isEmpty || !skipped.contains(block.lines) {
      cells.end(at: end)
      let isRead = marks.isEmpty ? readPlain(bytes) : readMarked(bytes, end, marks)
      if !isRead { readSlowly(bytes, UnsafeBufferPointer(rebasing: bytes[lineStart..<end])) }
    }
    lineStart = at + 1
    cells.begin(at: lineStart)
  }

  /// Reads a line with quotes or bytes outside ASCII, if that is all there is about it.
  private mutating func readMarked(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ marks: LineMarks
  ) -> Bool {
    if marks.contains(.controls) { return false }
    if marks.contains(.beyondASCII), !isPlainText(bytes, end) { return false }
    if marks.contains(.quotes), !splitQuoted(bytes, end) { return false }
    return readPlain(bytes)
  }

  /// Finds the cells anew where some are in quotes; `false` when a quote stands anywhere else.
  private mutating func splitQuoted(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    cells.begin(at: lineStart)
    var at = lineStart
    while at <= end {
      let isQuoted = at < end && bytes[at] == 0x22
      if isQuoted {
        at += 1
        while at < end, bytes[at] != 0x22 { at += 1 }
        guard at < end else { return false }
        at += 1
      }
      while at < end, bytes[at] != 0x2C {
        if isQuoted || bytes[at] == 0x22 { return false }
        at += 1
      }
      cells.end(at: at)
      if isQuoted { cells.trimQuotes() }
      at += 1
    }
    return true
  }

  /// Whether the bytes outside ASCII are well-formed and hold no control or direction marks, and none
  /// that are composed with the letter before.
  private func isPlainText(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    var at = lineStart
    while at < end {
      guard bytes[at] >= 0x80 else {
        at += 1
        continue
      }
      let length = UTF8Sequence.length(bytes, at: at)
      guard length > 0, !Self.isControl(bytes, at), !Self.isDirectionMark(bytes, at),
        !Self.isCombining(bytes, at)
      else { return false }
      at += length
    }
    return true
  }

  /// U+0080 to U+009F.
  private static func isControl(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xC2 && bytes[at + 1] < 0xA0
  }

  /// U+0300 to U+037F, the marks of Latin letters among them, and U+1100 to U+11FF, parts of Korean
  /// syllables: the careful way composes them.
  private static func isCombining(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xCC || bytes[at] == 0xCD
      || bytes[at] == 0xE1 && (0x84...0x87).contains(bytes[at + 1])
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
    _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[cells.range(place)])
  }

  /// Reads a line of plain cells; `false` when anything about it is not as usual.
  private mutating func readPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cells.count == cells.width else { return false }
    let id = cell(vocabulary.columns.id, bytes)
    let title = cell(vocabulary.columns.title, bytes)
    guard !id.mayHaveOuterSpace else { return false }
    guard !id.isEmpty, !title.isEmpty, cells.range(vocabulary.columns.replaces).isEmpty,
      cells.range(vocabulary.columns.hours).isEmpty,
      let day = vocabulary.days.day(cell(vocabulary.columns.demonstratedOn, bytes)),
      day >= Self.firstDay,
      day <= vocabulary.today
    else { return false }
    let student = student(bytes)
    let competency = vocabulary.competencies.find(cell(vocabulary.columns.competency, bytes))
    let type = vocabulary.types.find(cell(vocabulary.columns.assessmentType, bytes))
    let purpose = vocabulary.purposes.find(cell(vocabulary.columns.purpose, bytes))
    guard student >= 0, competency >= 0, type >= 0, purpose >= 0,
      day >= vocabulary.births[Int(student)], day <= vocabulary.departures[Int(student)],
      let (status, level) = rating(bytes),
      isUsual(bytes, competency: Int(competency)), let delay = delay(bytes, after: day)
    else { return false }
    block.append(
      PackedEvidence(
        id: PackedEvidence.hash(of: id), title: PackedEvidence.hash(ofTitle: title), day: day,
        competency: competency, level: level, type: UInt8(truncatingIfNeeded: type),
        purpose: UInt8(truncatingIfNeeded: purpose), status: status, delay: delay), of: student)
    if reader.notesTitles { block.writtenTitles.append(PackedEvidence.hash(of: title)) }
    block.ids.note(id, after: UnsafeBufferPointer(rebasing: bytes[lastID]))
    lastID = cells.range(vocabulary.columns.id)
    return true
  }

  /// Days before 1990 are refused: 1 January 1990 is this day.
  private static let firstDay: Int32 = 7305

  @inline(__always)
  private mutating func student(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let text = cell(vocabulary.columns.student, bytes)
    if lastStudent >= 0, text.equals(UnsafeBufferPointer(rebasing: bytes[lastStudentCell])) {
      return lastStudent
    }
    lastStudent = vocabulary.students.find(text)
    lastStudentCell = cells.range(vocabulary.columns.student)
    return lastStudent
  }

  @inline(__always)
  private func rating(_ bytes: UnsafeBufferPointer<UInt8>) -> (status: UInt8, level: Int8)? {
    let written = cell(vocabulary.columns.status, bytes)
    let level = cell(vocabulary.columns.level, bytes)
    let status = written.isEmpty ? 0 : vocabulary.statuses.find(written)
    guard status >= 0, (status == 0) == !level.isEmpty else { return nil }
    guard status == 0 else { return (UInt8(truncatingIfNeeded: status), -1) }
    let scale = cell(vocabulary.columns.scale, bytes)
    guard scale.isEmpty else {
      let table = Int(vocabulary.scales.find(scale))
      guard table >= 0 else { return nil }
      let number = vocabulary.scores[table].find(level)
      return number >= 0 ? (0, vocabulary.levelOfScore[table][Int(number)]) : nil
    }
    let number = vocabulary.levels.find(level)
    return number >= 0 ? (0, vocabulary.levelOfText[Int(number)]) : nil
  }

  /// Whether the cells that decide nothing here are in order.
  @inline(__always)
  private func isUsual(
    _ bytes: UnsafeBufferPointer<UInt8>, competency: Int
  ) -> Bool {
    let pathway = cell(vocabulary.columns.pathway, bytes)
    if !pathway.isEmpty, vocabulary.pathways.find(pathway) < 0 { return false }
    let area = cell(vocabulary.columns.contentArea, bytes)
    guard !area.isEmpty else { return !vocabulary.needsArea[competency] }
    let number = vocabulary.areas.find(area)
    guard number >= 0, number < 64 else { return false }
    return vocabulary.areasOfCompetency[competency] & (1 << UInt64(number)) != 0
  }

  /// How many days after `day` the row was entered; `nil` where the cell is not as usual.
  @inline(__always)
  private func delay(_ bytes: UnsafeBufferPointer<UInt8>, after day: Int32) -> UInt16? {
    let recorded = cell(vocabulary.columns.recordedOn, bytes)
    guard !recorded.isEmpty else { return 0 }
    guard let recordedDay = vocabulary.days.day(recorded), recordedDay >= day else { return nil }
    return UInt16(clamping: recordedDay - day)
  }

  // MARK: - The careful path

  private mutating func readSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: UnsafeBufferPointer<UInt8>
  ) {
    block.ids.remember(UnsafeBufferPointer(rebasing: bytes[lastID]))
    lastID = 0..<0
    let outcome = reader.slow.read(line, line: block.lines)
    block.diagnostics += outcome.diagnostics
    if let row = outcome.refused { relate(row.text(.evidenceID), row.text(.replaces)) }
    guard let record = outcome.parsed?.record,
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
      relate(record.id.code, replaced.code)
    }
    block.append(PackedEvidence(record, competency: competency), of: student)
    if reader.notesTitles {
      block.writtenTitles.append(PackedEvidence.hash(of: record.title))
    }
    var id = record.id.code
    id.withUTF8 { block.ids.noteSlowly($0) }
  }

  /// Notes a correction, used or not: it must be looked at together with what it corrects.
  private mutating func relate(_ id: String?, _ replaced: String?) {
    guard let replaced else { return }
    block.related.append(PackedEvidence.hash(of: id ?? ""))
    block.related.append(PackedEvidence.hash(of: replaced))
  }
}

extension PackedEvidence {
  /// Packs a record.
  init(_ record: EvidenceRecord, competency: Int) {
    self.init(
      id: Self.hash(of: record.id.code), title: Self.hash(ofTitle: record.title),
      day: record.demonstratedOn.dayNumber, competency: Int32(clamping: competency),
      level: Int8(clamping: record.rating?.level ?? -1),
      type: UInt8(clamping: AssessmentType.allCases.firstIndex(of: record.assessmentType) ?? 0),
      purpose: UInt8(clamping: AssessmentPurpose.allCases.firstIndex(of: record.purpose) ?? 0),
      status: UInt8(clamping: EvidenceStatus.allCases.firstIndex(of: record.status) ?? 0),
      delay: record.delay)
  }
}

extension EvidenceRecord {
  /// How many days after it was shown it was entered; a correction counts as known from that day.
  fileprivate var delay: UInt16 {
    guard replaces == nil, let day = recordedOn else { return 0 }
    return UInt16(clamping: day.dayNumber - demonstratedOn.dayNumber)
  }
}

extension RowReference {
  fileprivate func text(_ column: EvidenceColumn) -> String? { text(column.rule.name) }
}
