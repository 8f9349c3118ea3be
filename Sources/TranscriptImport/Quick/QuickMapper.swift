import Diagnostics
import TranscriptModel

/// Puts rows of a table of evidence in our words as bytes, without a record for each.
///
/// A row with anything unusual about it goes the careful way, through `Mapping.add`, which says what
/// is wrong. Of the others each is a line of our table; what cells mean is asked once a value.
final class QuickMapper {
  private let mapping: Mapping
  private let context: MappingContext
  private let cells: [QuickCell]
  private let filters: [(position: Int?, filter: MappingFilter, cache: ByteCache<Bool>)]
  private let emptyMarks: [[UInt8]]
  private let header: SourceHeader
  /// The cells that say which level a rating or a score is, and of how many points.
  private let points: [Int]
  private let pointsCache = ByteCache<Bool>()
  /// Where the name of the person is.
  private let namePosition: Int?
  private let people = ByteCache<Int32>()
  /// How many pairs of a student and a name there are so far.
  private var peopleCount: Int32 = 0
  private var scratch: [UInt8] = []

  /// `nil` when cells of the mapping depend on more than the cells that they are made of.
  init?(_ mapping: Mapping, _ header: SourceHeader, _ context: MappingContext) {
    guard mapping.table == .evidence, header.openFrom == nil else { return nil }
    let made = mapping.table.columns.map { name in
      QuickCell(mapping.column(for: name), header, mapping, context)
    }
    let cells = made.compactMap(\.self)
    guard cells.count == made.count else { return nil }
    self.cells = cells
    self.mapping = mapping
    self.header = header
    self.context = context
    filters = mapping.filters(where: header.has).map {
      (header.position($0.column), $0, ByteCache())
    }
    emptyMarks = mapping.emptyMarks.map { Array($0.utf8) }
    let level = mapping.column(for: "level")
    let beside = [level?.points?.rating, level?.points?.possible, level?.total?.column]
      .compactMap(\.self)
    let own =
      switch level?.source {
      case .column(let names): [names.first(where: header.has)].compactMap(\.self)
      default: level?.names ?? []
      }
    points = beside.isEmpty ? [] : (own + beside).compactMap(header.position)
    namePosition = mapping.studentName.flatMap(header.position)
  }

  /// Adds a row to `rows`; `false` when it must be read the careful way.
  func add(_ csv: CSVRow, to rows: QuickRows) -> Bool {
    guard csv.fault == nil, header.fits(csv.fields.count) else { return false }
    // Taken out, so that adding a byte is no access to an object.
    var out = rows.takeBytes()
    var scratch = self.scratch
    self.scratch = []
    let start = out.count
    let person = rows.file.bytes.withUnsafeBufferPointer { bytes in
      addCells(of: QuickRow(csv: csv, file: bytes, rows: rows), &scratch, to: &out)
    }
    self.scratch = scratch
    if person == nil { out.removeLast(out.count - start) }
    rows.putBack(out)
    guard let person else { return false }
    rows.finish(csv, person: person)
    return true
  }

  /// The row as the careful way reads it.
  func source(_ row: QuickRow) -> SourceRow {
    SourceRow(
      csv: row.csv, header: header, file: row.rows.file, encoding: row.rows.origin.encoding)
  }

  /// Adds the line; a number for the student and the name that the row gives.
  private func addCells(
    of row: QuickRow, _ scratch: inout [UInt8], to out: inout [UInt8]
  ) -> Int32? {
    guard !isEmptyMark(row), isTaken(row), isUndoubted(row, &scratch) else { return nil }
    var student = 0..<0
    for place in cells.indices {
      if place > 0 { out.append(0x2C) }
      let start = out.count
      guard cells[place].add(of: row, by: self, &scratch, to: &out) else { return nil }
      if place == EvidenceColumn.student.rawValue { student = start..<out.count }
      // The id is found again as what stands before the first comma.
      if place == 0, out.count == start || out[start] == 0x22 { return nil }
    }
    guard let person = person(row, student, &scratch, out) else { return nil }
    out.append(0x0A)
    return person
  }

  private func person(
    _ row: QuickRow, _ student: Range<Int>, _ scratch: inout [UInt8], _ out: [UInt8]
  ) -> Int32? {
    scratch.removeAll(keepingCapacity: true)
    scratch += out[student]
    scratch.append(0x1F)
    if let namePosition {
      guard let range = row.cell(namePosition) else { return nil }
      scratch.append(contentsOf: row.bytes(range))
    }
    return scratch.withUnsafeBufferPointer { text in
      people.value(of: text) {
        defer { peopleCount += 1 }
        return peopleCount
      }
    }
  }

  private func isEmptyMark(_ row: QuickRow) -> Bool {
    guard !emptyMarks.isEmpty, let range = row.cell(0) else { return false }
    let text = row.bytes(range)
    return emptyMarks.contains { mark in mark.withUnsafeBufferPointer { $0.equals(text) } }
  }

  private func isTaken(_ row: QuickRow) -> Bool {
    for (position, filter, cache) in filters {
      guard let position else {
        guard filter.takes("") else { return false }
        continue
      }
      guard let range = row.cell(position) else { return false }
      let text = row.bytes(range)
      guard cache.value(of: text, make: { filter.takes(String(decoding: text, as: UTF8.self)) })
      else { return false }
    }
    return true
  }

  /// Whether nothing about the rating or score and its points is to be reported.
  private func isUndoubted(_ row: QuickRow, _ scratch: inout [UInt8]) -> Bool {
    guard !points.isEmpty else { return true }
    scratch.removeAll(keepingCapacity: true)
    for position in points {
      guard let range = row.cell(position) else { return false }
      scratch.append(contentsOf: row.bytes(range))
      scratch.append(0x1F)
    }
    return scratch.withUnsafeBufferPointer { text in
      pointsCache.value(of: text) { mapping.isUndoubted(source(row), context) }
    }
  }
}

extension Mapping {
  /// Whether nothing about the rating of a row and its points is to be reported.
  fileprivate func isUndoubted(_ row: SourceRow, _ context: MappingContext) -> Bool {
    guard let level = column(for: "level") else { return true }
    let maker = CellMaker(column: level, context: context, system: name, isPersonal: false)
    guard case .success(let made) = maker.cell(of: row) else { return false }
    return doubtfulRating(row, made, context) == nil
  }
}
