import Diagnostics
import TranscriptModel

/// How one of our cells is made of the bytes of a row, where nothing about the row is unusual.
///
/// What a value becomes is asked of `CellMaker` once for each value, so that both ways say the same.
struct QuickCell {
  private enum Source {
    /// Always these bytes.
    case fixed([UInt8])
    /// The first of these cells that is not empty, as it is.
    case copied([Int])
    /// The first of these cells that is not empty, translated.
    case made(QuickTranslation)
    /// A short name for these cells; those that the file lacks count as empty.
    case digest([Int?], prefix: [UInt8])
    /// Those of these cells that are not empty with a text between them.
    case join([Int], with: [UInt8], prefix: [UInt8])
  }

  private let source: Source
  /// What the cell holds where the source says nothing.
  private let empty: [UInt8]
  /// What was given for all rows: one that says something else is unusual.
  private let given: [UInt8]?

  /// The cell of a column in a file with this header; an empty one without `column`.
  ///
  /// `nil` when it depends on more than the cells that it is made of.
  init?(
    _ column: MappedColumn?, _ header: SourceHeader, _ mapping: Mapping, _ context: MappingContext
  ) {
    guard let column else {
      source = .fixed([])
      empty = []
      given = nil
      return
    }
    guard column.scoreScales == nil else { return nil }
    empty = Array(CSVWriter.quoted(column.given ?? column.values?[""] ?? "").utf8)
    given = column.given.map { Array(CSVWriter.quoted($0).utf8) }
    switch column.source {
    case .constant(let text): source = .fixed(Array(CSVWriter.quoted(text).utf8))
    case .column(let names):
      let position = names.first(where: header.has).flatMap(header.position)
      source = Self.read([position].compactMap(\.self), column, mapping, context)
    case .firstOf(let names):
      source = Self.read(names.compactMap(header.position), column, mapping, context)
    case .digest(let names, let prefix):
      source = .digest(names.map(header.position), prefix: Array(prefix.utf8))
    case .join(let names, let with, let prefix):
      source = .join(
        names.compactMap(header.position), with: Array(with.utf8), prefix: Array(prefix.utf8))
    }
  }

  private static func read(
    _ positions: [Int], _ column: MappedColumn, _ mapping: Mapping, _ context: MappingContext
  ) -> Source {
    // A column that the file lacks says nothing, whatever an empty cell would mean.
    guard !positions.isEmpty else {
      return .fixed(Array(CSVWriter.quoted(column.given ?? "").utf8))
    }
    let isCrossed = column.target == "student_id" && !context.crosswalk.isEmpty
    if !isCrossed, !column.isTranslated, !column.isPlainLevel, !column.isHTML, column.prefix == nil,
      column.strip == nil
    {
      return .copied(positions)
    }
    let maker = CellMaker(
      column: column, context: context, system: mapping.name,
      isPersonal: mapping.table.isPersonal(column.target))
    return .made(QuickTranslation(positions, maker))
  }

  /// Adds the cell to `out`; `false` when the row must be read the careful way.
  func add(
    of row: QuickRow, by mapper: QuickMapper, _ scratch: inout [UInt8],
    to out: inout [UInt8]
  ) -> Bool {
    let start = out.count
    guard addCell(of: row, by: mapper, &scratch, to: &out) else { return false }
    return given.map { out[start...].elementsEqual($0) } ?? true
  }

  private func addCell(
    of row: QuickRow, by mapper: QuickMapper, _ scratch: inout [UInt8],
    to out: inout [UInt8]
  ) -> Bool {
    switch source {
    case .fixed(let bytes): out += bytes
    case .copied(let positions):
      guard let range = row.first(of: positions) else { return false }
      if range.isEmpty { out += empty } else { row.copy(range, to: &out) }
    case .made(let translation):
      guard let range = row.first(of: translation.positions) else { return false }
      guard !range.isEmpty else {
        out += empty
        return true
      }
      guard let made = translation.value(of: range, in: row, by: mapper) else { return false }
      out += made
    case .digest(let positions, let prefix):
      return addDigest(of: row, positions, prefix, &scratch, to: &out)
    case .join(let positions, let with, let prefix):
      return addJoin(of: row, positions, with, prefix, &scratch, to: &out)
    }
    return true
  }

  private func addDigest(
    of row: QuickRow, _ positions: [Int?], _ prefix: [UInt8], _ scratch: inout [UInt8],
    to out: inout [UInt8]
  ) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    for (index, position) in positions.enumerated() {
      if index > 0 { scratch.append(0x1F) }
      guard let position else { continue }
      guard let range = row.cell(position) else { return false }
      scratch.append(contentsOf: row.bytes(range))
    }
    var digest = scratch.withUnsafeBufferPointer { SHA256.prefix(of: $0) }
    out += prefix
    for _ in 0..<16 {
      let nibble = UInt8(truncatingIfNeeded: digest >> 60)
      out.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
      digest <<= 4
    }
    return true
  }

  private func addJoin(
    of row: QuickRow, _ positions: [Int], _ with: [UInt8], _ prefix: [UInt8],
    _ scratch: inout [UInt8], to out: inout [UInt8]
  ) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    for position in positions {
      guard let range = row.cell(position) else { return false }
      guard !range.isEmpty else { continue }
      scratch += scratch.isEmpty ? prefix : with
      scratch.append(contentsOf: row.bytes(range))
    }
    guard !scratch.isEmpty else { return true }
    // Quotes and spaces at its ends are for the careful way.
    let isPlain = scratch.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 >= 0x20 }
    guard isPlain, scratch.first != 0x20, scratch.last != 0x20 else { return false }
    out += scratch
    return true
  }
}

/// What the values of a column become.
final class QuickTranslation {
  /// The cells of which the first that is not empty is translated.
  let positions: [Int]
  private let maker: CellMaker
  private let cache = ByteCache<[UInt8]?>()

  init(_ positions: [Int], _ maker: CellMaker) {
    self.positions = positions
    self.maker = maker
  }

  /// The cell as it stands in our table; `nil` when the value has no translation.
  func value(
    of range: Range<Int>, in row: QuickRow, by mapper: QuickMapper
  ) -> [UInt8]? {
    cache.value(of: row.bytes(range)) {
      guard case .success(let text) = maker.cell(of: mapper.source(row)) else { return nil }
      return Array(CSVWriter.quoted(text ?? "").utf8)
    }
  }
}

/// The cells of a row of someone else's table as ranges of its bytes.
struct QuickRow {
  let csv: CSVRow
  let file: UnsafeBufferPointer<UInt8>
  let rows: QuickRows

  /// The cell without outer spaces; `nil` when it must be read the careful way.
  func cell(_ position: Int) -> Range<Int>? {
    let field = csv.fields[position]
    guard !field.hasEscapes else { return nil }
    var (start, end) = (field.start, field.end)
    guard start < end else { return start..<end }
    if file[start] == 0x20 || file[end - 1] == 0x20 {
      // A mark behind a space makes another character of it.
      guard !csv.hasNonASCII else { return nil }
      while start < end, file[start] == 0x20 { start += 1 }
      while start < end, file[end - 1] == 0x20 { end -= 1 }
    }
    if csv.extraLines > 0, file[start..<end].contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      return nil
    }
    return start..<end
  }

  /// The first of these cells that is not empty, or an empty one; `nil` as above.
  func first(of positions: [Int]) -> Range<Int>? {
    for position in positions {
      guard let range = cell(position) else { return nil }
      if !range.isEmpty { return range }
    }
    return 0..<0
  }

  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: file[range])
  }

  /// Adds a cell as our tables have it.
  func copy(_ range: Range<Int>, to out: inout [UInt8]) {
    let text = bytes(range)
    let isQuoted = text.contains(0x2C)
    if isQuoted { out.append(0x22) }
    out.append(contentsOf: text)
    if isQuoted { out.append(0x22) }
  }
}
