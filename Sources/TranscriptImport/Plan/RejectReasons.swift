import Diagnostics

/// `NAME.reasons.csv` beside a reject file: why each row is there, for people.
///
/// An import passes over it, so that a whole folder of reject files can be imported.
public enum RejectReasons {
  /// What the name of such a file ends in.
  public static let ending = ".reasons.csv"
  /// Its columns.
  public static let columns = [
    "file", "line", "source", "source_sha256", "source_line", "source_column", "code", "reason",
    "fix", "first_place",
  ]
  /// How many of them there always were.
  private static let oldest = 9

  static func matches(_ file: InputFile) -> Bool {
    file.path.hasSuffix(ending)
      && file.bytes.starts(with: CSVWriter.line(Array(columns.prefix(oldest))))
  }

  /// The file: a line for each reason of each row, which in the end says where a row of a mended file
  /// was at first.
  static func bytes(of files: [RejectedFile], mended: MendedRows = MendedRows()) -> [UInt8] {
    var bytes = CSVWriter.line(columns) + [0x0A]
    for file in files {
      for (row, line) in zip(file.rows, file.lines) {
        for problem in row.diagnostics {
          let cells = [
            file.name, String(line), row.file, file.sourceHash, String(row.line),
            problem.location.map { $0.column > 0 ? String($0.column) : "" } ?? "",
            problem.code.name, problem.message, problem.hint ?? "",
            mended.origin(of: row.file, line: row.line) ?? "",
          ]
          bytes += Array(cells.map(CSVWriter.spreadsheetCell).joined(separator: [0x2C])) + [0x0A]
        }
      }
    }
    return bytes
  }

  /// For each rejected row the name of the reject file, the line in it, and the place in the
  /// first source.
  static func origins(in file: InputFile) -> [(file: String, line: Int, source: String)] {
    var reader = CSVReader(file.bytes)
    var row = CSVRow()
    guard reader.next(&row) else { return [] }
    let count = row.fields.count
    reader.expectedFields = count
    var found: [(file: String, line: Int, source: String)] = []
    while reader.next(&row) {
      guard row.fault == nil, row.fields.count == count, count >= oldest else { continue }
      let cells = row.fields.map(file.cell)
      guard let line = Int(cells[1]) else { continue }
      let first = cells.dropFirst(oldest).first ?? ""
      found.append((cells[0], line, first.isEmpty ? "\(cells[2]):\(cells[4])" : first))
    }
    return found
  }

  /// The source hashes that a file of reasons names.
  public static func sources(in bytes: [UInt8]) -> Set<String> {
    var reader = CSVReader(bytes)
    var row = CSVRow()
    guard reader.next(&row), let position = columns.firstIndex(of: "source_sha256") else {
      return []
    }
    var found: Set<String> = []
    while reader.next(&row) {
      guard row.fields.indices.contains(position) else { continue }
      let field = row.fields[position]
      found.insert(String(decoding: bytes[field.start..<field.end], as: UTF8.self))
    }
    return found
  }
}
