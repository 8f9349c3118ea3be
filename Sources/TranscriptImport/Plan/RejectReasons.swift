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
    "fix",
  ]

  static func matches(_ file: InputFile) -> Bool {
    file.path.hasSuffix(ending) && file.bytes.starts(with: CSVWriter.line(columns))
  }

  /// The file: a line for each reason of each row.
  static func bytes(of files: [RejectedFile]) -> [UInt8] {
    var bytes = CSVWriter.line(columns) + [0x0A]
    for file in files {
      for (row, line) in zip(file.rows, file.lines) {
        for problem in row.diagnostics {
          let cells = [
            file.name, String(line), row.file, file.sourceHash, String(row.line),
            problem.location.map { $0.column > 0 ? String($0.column) : "" } ?? "",
            problem.code.name, problem.message, problem.hint ?? "",
          ]
          bytes += Array(cells.map(CSVWriter.spreadsheetCell).joined(separator: [0x2C])) + [0x0A]
        }
      }
    }
    return bytes
  }

  /// For each rejected row the name of the reject file, the line in it, and the place in the source.
  static func origins(in file: InputFile) -> [(file: String, line: Int, source: String)] {
    var reader = CSVReader(file.bytes)
    var row = CSVRow()
    guard reader.next(&row) else { return [] }
    reader.expectedFields = columns.count
    var found: [(file: String, line: Int, source: String)] = []
    while reader.next(&row) {
      guard row.fault == nil, row.fields.count == columns.count else { continue }
      let cells = row.fields.map(file.cell)
      guard let line = Int(cells[1]) else { continue }
      found.append((cells[0], line, "\(cells[2]):\(cells[4])"))
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
