import Diagnostics
import TranscriptModel

/// Checks evidence without keeping it, piece by piece, and finds the same as loading it would.
///
/// Of a row that is in order a hash of its id remains. Pieces in which anything is unusual are read
/// again the way every table is read; rows that may share an id, or that a correction names, are
/// read again at the end and looked at together.
struct EvidenceScan {
  private let district: District
  private let limits: ImportLimits
  private let pieceSize: Int
  private let table: EvidenceTable
  private let tableReader: TableReader<EvidenceColumn>
  /// Hashes of the ids of rows that are in order, a list a piece.
  private var ids: [[UInt64]] = []
  /// Demonstrations and spellings of the same rows, a list a piece.
  private var titles: [[UInt64]] = []
  /// Students of whom all rows are wanted in the end.
  private let wanted: Set<Identifier<Student>>
  private let positions: [Identifier<Student>: Int]
  /// Corrections, and rows of files that are no tables.
  private var kept = TableContents<EvidenceRecord>()
  private var paths: [String] = []
  /// How many rows of each table are of a day after the one that is asked about.
  private var ahead: [String: Int] = [:]

  /// Creates a scan of evidence of `district`, which may name what `references` holds; the rows of
  /// `wanted` students come back at the end.
  init(
    district: District, references: References, limits: ImportLimits,
    wanted: Set<Identifier<Student>> = []
  ) {
    self.wanted = wanted
    positions = Dictionary(
      district.students.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.district = district
    self.limits = limits
    pieceSize = limits.piece
    table = EvidenceTable(references: references)
    tableReader = TableReader(EvidenceColumn.self, limits: limits)
  }

  /// Adds rows that were read whole.
  mutating func add(_ contents: TableContents<EvidenceRecord>) {
    countAhead(contents)
    kept.append(contents)
  }

  /// Reads the table at `path`.
  mutating func read(_ path: String, _ folder: inout FolderReader) {
    guard var pieces = EvidencePieces(path, limits: limits, tableReader, &folder),
      let fast = blockReader(pieces)
    else { return }
    paths.append(path)
    var run = TableRun<EvidenceColumn, EvidenceRecord>(key: .evidenceID)
    while let bytes = pieces.next(&folder) {
      if let block = readFast(bytes, fast) {
        note(block, of: path)
        pieces.advance(by: bytes.count, lines: block.lines)
      } else {
        readAgain(bytes, &pieces, fast, &run, &folder)
      }
    }
    run.finish(&folder.findings)
    keep(run.contents)
  }

  private func blockReader(_ pieces: EvidencePieces) -> EvidenceBlockReader? {
    // What is wrong with the header has been reported.
    var reported = DiagnosticList()
    return EvidenceBlockReader(
      path: pieces.path, header: pieces.header, district: district,
      today: table.references.today, limits: limits, notingTitles: true, diagnostics: &reported)
  }

  /// The rows of whole lines; `nil` when there is anything unusual about them.
  private func readFast(_ bytes: [UInt8], _ reader: EvidenceBlockReader) -> EvidenceBlock? {
    // The short way does not look how long a cell is.
    guard bytes.count <= limits.field else { return nil }
    let block = reader.read(bytes)
    return block.isInOrder ? block : nil
  }

  private mutating func note(_ block: EvidenceBlock, of path: String) {
    ids.append(block.rows.map(\.id))
    noteTitles(block)
    guard let last = table.references.asOf?.dayNumber else { return }
    let count = block.rows.count { $0.day > last }
    if count > 0 { ahead[path, default: 0] += count }
  }

  private mutating func noteTitles(_ block: EvidenceBlock) {
    var keys: [UInt64] = []
    keys.reserveCapacity(block.rows.count)
    for (place, run) in block.runs.enumerated() {
      for row in block.rows(ofRun: place) {
        let demonstration = TitleKey.demonstration(
          student: UInt64(truncatingIfNeeded: run.student),
          competency: UInt64(truncatingIfNeeded: row.competency), day: row.day, title: row.title)
        keys.append(TitleKey.value(demonstration, written: block.writtenTitles[keys.count]))
      }
    }
    titles.append(keys)
  }

  /// The key of a row that was read whole.
  private func titleKey(_ record: EvidenceRecord) -> UInt64 {
    titleKey(
      student: record.student.code, competency: record.competency.code,
      day: record.demonstratedOn, title: record.title)
  }

  private func titleKey(
    student: String, competency: String, day: CalendarDate, title: String
  ) -> UInt64 {
    let demonstration = TitleKey.demonstration(
      student: UInt64(truncatingIfNeeded: positions[Identifier(student)] ?? -1),
      competency: UInt64(
        truncatingIfNeeded: district.framework.index(of: Identifier(competency)) ?? -1),
      day: day.dayNumber, title: PackedEvidence.hash(ofTitle: title))
    return TitleKey.value(demonstration, written: PackedEvidence.hash(of: title))
  }

  private mutating func countAhead(_ contents: TableContents<EvidenceRecord>) {
    guard let last = table.references.asOf else { return }
    for row in contents.rows where row.record.demonstratedOn > last {
      ahead[row.row.table.file.path, default: 0] += 1
    }
  }

  /// Reads a piece with something unusual in it: what of it is in order by the short way, the rest
  /// row by row.
  private mutating func readAgain(
    _ bytes: [UInt8], _ pieces: inout EvidencePieces, _ fast: EvidenceBlockReader,
    _ run: inout TableRun<EvidenceColumn, EvidenceRecord>, _ folder: inout FolderReader
  ) {
    var rows = pieces.rows(of: bytes, limits: tableReader.limits)
    var current = TableRow<EvidenceColumn>(rows.table)
    let parser = EvidenceTable(like: table)
    while let part = rows.part() {
      if let block = readFast(part, fast) {
        note(block, of: pieces.path)
        rows.skip(part.count, lines: block.lines)
        continue
      }
      let end = rows.offset + part.count
      while rows.offset < end {
        let start = rows.place
        guard rows.next(&current) else { break }
        if rows.isCutOff(current), !pieces.isAtEnd, pieces.canWiden {
          // The row goes on in what follows: it is read again with more of the file.
          rows.place = start
          pieces.advance(by: rows.offset, lines: rows.line)
          pieces.widen()
          return
        }
        run.take(&current, &folder.findings, parse: parser.parse)
      }
    }
    pieces.advance(by: rows.offset, lines: rows.line)
  }

  /// Keeps of a table's rows read one by one what may concern others.
  private mutating func keep(_ contents: TableContents<EvidenceRecord>) {
    var contents = contents
    countAhead(contents)
    ids.append(contents.rows.map { PackedEvidence.hash(of: $0.record.id.code) })
    titles.append(contents.rows.map { titleKey($0.record) })
    contents.rows = contents.rows.filter { $0.record.replaces != nil }
    kept.append(contents)
  }

  /// Looks at rows together that may share an id, correct each other or rate one demonstration.
  ///
  /// Says how many rows are in order, and gives back those of the students who are wanted.
  mutating func finish(
    _ folder: inout FolderReader
  ) -> (count: Int, wanted: [EvidenceRecord]) {
    if let asOf = table.references.asOf {
      for (path, count) in ahead.sorted(by: { $0.key < $1.key }) {
        folder.findings.add(EvidenceAhead.problem(path, line: 0, count: count, asOf))
      }
    }
    let own = kept.rows.filter { $0.row.table.origin != nil }
    ids.append(own.map { PackedEvidence.hash(of: $0.record.id.code) })
    titles.append(own.map { titleKey($0.record) })
    let spelledTwice = TitleKey.spelledTwice(titles)
    var suspects = RepeatedIDs.find(in: ids)
    let targets =
      kept.rows.compactMap(\.record.replaces?.code)
      + kept.refused.compactMap { $0.text(EvidenceColumn.replaces.rule.name) }
    suspects.formUnion(targets.map { PackedEvidence.hash(of: $0) })
    let count = ids.reduce(0) { $0 + $1.count }
    let isQuiet = suspects.isEmpty && spelledTwice.isEmpty && wanted.isEmpty
    guard !isQuiet || !kept.rows.isEmpty else { return (count, []) }
    var together = kept
    if !isQuiet {
      let known = Set(kept.rows.map { Place($0.row) })
      for path in paths {
        together.rows += rows(of: path, with: suspects, spelledTwice, &folder).filter {
          !known.contains(Place($0.row))
        }
      }
    }
    // In the order in which loading reads them: by file, then by line.
    together.rows.sort {
      ($0.row.table.file.path, $0.row.line) < ($1.row.table.file.path, $1.row.line)
    }
    let resolved = EvidenceRows(together).resolve(&folder.findings)
    SimilarTitles.report(resolved, &folder.findings)
    let records = resolved.map(\.record).filter { wanted.contains($0.student) }
    return (count - (together.rows.count - resolved.count), records)
  }

  private struct Place: Hashable {
    let path: String
    let line: Int

    init(_ row: RowReference) {
      path = row.table.file.path
      line = row.line
    }
  }

  /// The usable rows of a table whose ids have one of the hashes `suspects`, which rate one of the
  /// demonstrations `spelledTwice`, or which are of a wanted student.
  private func rows(
    of path: String, with suspects: Set<UInt64>, _ spelledTwice: Set<UInt64>,
    _ folder: inout FolderReader
  ) -> [Parsed<EvidenceRecord>] {
    // What is wrong with single rows has been reported.
    var silent = folder
    guard var pieces = EvidencePieces(path, limits: limits, tableReader, &silent) else { return [] }
    var run = TableRun<EvidenceColumn, EvidenceRecord>(key: .evidenceID)
    while let bytes = pieces.next(&silent) {
      var rows = pieces.rows(of: bytes, limits: tableReader.limits)
      var current = TableRow<EvidenceColumn>(rows.table)
      let parser = EvidenceTable(like: table)
      var isCutOff = false
      while rows.offset < bytes.count {
        let start = rows.place
        guard rows.next(&current) else { break }
        if rows.isCutOff(current), !pieces.isAtEnd, pieces.canWiden {
          rows.place = start
          isCutOff = true
          break
        }
        guard current.hasCells, let id = current.rawText(.evidenceID),
          suspects.contains(PackedEvidence.hash(of: id)) || isWanted(current)
            || isAmong(spelledTwice, current)
        else { continue }
        run.take(&current, &silent.findings, parse: parser.parse)
      }
      pieces.advance(by: rows.offset, lines: rows.line)
      if isCutOff { pieces.widen() }
    }
    return run.contents.rows
  }
}

extension EvidenceScan {
  fileprivate func isWanted(_ row: TableRow<EvidenceColumn>) -> Bool {
    guard !wanted.isEmpty, let student = row.rawText(.student) else { return false }
    return wanted.contains(Identifier(student))
  }

  fileprivate func isAmong(
    _ spelledTwice: Set<UInt64>, _ row: TableRow<EvidenceColumn>
  ) -> Bool {
    guard !spelledTwice.isEmpty, let student = row.rawText(.student),
      let competency = row.rawText(.competency), let title = row.rawText(.title),
      let day = row.rawText(.demonstratedOn).flatMap({ CalendarDate(iso: $0) })
    else { return false }
    let key = titleKey(student: student, competency: competency, day: day, title: title)
    return TitleKey.isAmong(spelledTwice, key)
  }
}

extension EvidenceBlock {
  /// Whether every row is in order and corrects no other.
  fileprivate var isInOrder: Bool {
    diagnostics.isEmpty && rejectedCount == 0 && corrections.isEmpty
  }
}
