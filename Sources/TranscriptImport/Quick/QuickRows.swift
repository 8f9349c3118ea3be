import Diagnostics
import TranscriptModel

/// Rows of evidence that are in our words as lines of bytes; a record of one is made when it is asked
/// for.
final class QuickRows {
  /// What the rows are read with, and from where.
  struct Origin {
    let reader: MappingReader
    let header: SourceHeader
    /// The path and the hash of the whole file.
    let path: String
    let hash: String
    let encoding: TextEncoding
  }

  let origin: Origin
  /// The table that new rows go to.
  let path: String
  /// The piece of the file that holds the rows.
  let file: InputFile
  /// The lines, each with its end.
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var places: [(offset: Int, line: Int)] = []
  /// For each row a number for its student and the name that it gives.
  private(set) var people: [Int32] = []
  private let source: (before: [UInt8], after: [UInt8], isQuoted: Bool)

  init(_ origin: Origin, file: InputFile) {
    self.origin = origin
    path = ImportTable.evidence.path + origin.reader.mapping.name + ".csv"
    self.file = file
    let line = 7
    let sample = Provenance(
      file: origin.path, line: line, hash: origin.hash, mapping: origin.reader.mapping.name,
      mappingVersion: origin.reader.mapping.version
    ).text
    let before = origin.path + ":"
    source = (
      Array(before.utf8), Array(sample.dropFirst(before.count + 1).utf8),
      CSVWriter.quoted(sample) != sample
    )
  }

  var count: Int { ends.count }

  /// The lines, to be put back with another.
  func takeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  func putBack(_ lines: consuming [UInt8]) { bytes = lines }

  /// Notes that a line is whole.
  func finish(_ row: CSVRow, person: Int32) {
    ends.append(bytes.count)
    places.append((row.range.lowerBound, row.line))
    people.append(person)
  }

  /// Where a line is, its end left out.
  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<(ends[index] - 1)
  }

  /// The lines of some rows with their ends.
  func lines(_ rows: Range<Int>) -> [UInt8] {
    if rows == 0..<count { return bytes }
    return Array(
      bytes[(rows.lowerBound == 0 ? 0 : ends[rows.lowerBound - 1])..<ends[rows.upperBound - 1]])
  }

  /// The line of the source on which a row begins.
  func line(_ index: Int) -> Int { places[index].line }

  /// A hash of the id of a row, which is its first cell and has no comma.
  func idHash(_ index: Int) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      let range = range(index)
      var end = range.lowerBound
      while end < range.upperBound, bytes[end] != 0x2C { end += 1 }
      return PackedEvidence.hash(of: UnsafeBufferPointer(rebasing: bytes[range.lowerBound..<end]))
    }
  }

  /// The id of a row.
  func id(_ index: Int) -> String {
    String(decoding: bytes[range(index)].prefix { $0 != 0x2C }, as: UTF8.self)
  }

  /// A hash of what a row says.
  func lineHash(_ index: Int) -> UInt64 {
    bytes.withUnsafeBufferPointer {
      PackedEvidence.hash(of: UnsafeBufferPointer(rebasing: $0[range(index)]))
    }
  }

  func provenance(_ index: Int) -> Provenance {
    Provenance(
      file: origin.path, line: line(index), hash: origin.hash,
      mapping: origin.reader.mapping.name, mappingVersion: origin.reader.mapping.version)
  }

  /// Adds a row to `out` as our tables hold it, the column `source` behind the others.
  func write(_ index: Int, to out: inout [UInt8]) {
    out += bytes[range(index)]
    out.append(0x2C)
    guard !source.isQuoted else {
      out += Array(CSVWriter.quoted(provenance(index).text).utf8)
      return
    }
    out += source.before
    Self.write(line(index), to: &out)
    out += source.after
  }

  private static func write(_ number: Int, to out: inout [UInt8]) {
    let start = out.count
    var rest = number
    repeat {
      out.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    out[start...].reverse()
  }

  /// The row as a record, read again the careful way, which may have something to say about it.
  func record(_ index: Int) -> MappedRows {
    var limits = CSVReader.Limits()
    limits.separator = origin.reader.mapping.separator
    limits.fields = origin.reader.limits.columns
    limits.field = origin.reader.limits.field
    var reader = CSVReader(file.bytes, limits: limits, from: 0)
    reader.place = places[index]
    var row = CSVRow()
    var result = MappedRows()
    guard reader.next(&row) else { return result }
    origin.reader.read(
      SourceRow(
        csv: row, header: origin.header, file: file, encoding: origin.encoding),
      path: origin.path, hash: origin.hash, into: &result)
    return result
  }
}
