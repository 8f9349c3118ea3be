import Diagnostics

/// What makes the header of someone else's table useless, whatever the mapping.
enum HeaderProblem {
  /// The problem with the first row of a table, however its cells are parted.
  ///
  /// A table has thousands of columns where a whole file stands on one line, or where someone wants
  /// it to be expensive.
  static func find(in file: InputFile, _ limits: ImportLimits) -> Diagnostic? {
    let line = file.lineRange(at: file.textStart)
    for separator: UInt8 in [0x2C, 0x3B, 0x09, 0x7C] {
      let count = file.bytes[line].count { $0 == separator } + 1
      if count > limits.columns { return tooWide(file, limits.columns, line: 1) }
    }
    return nil
  }

  /// The problem with a header that has been read.
  static func find(in row: CSVRow, of file: InputFile) -> Diagnostic? {
    guard let fault = row.fault else { return nil }
    if case .tooManyFields = fault {
      return tooWide(file, CSVReader.Limits().fields, line: row.line)
    }
    let location = file.location(of: fault.offset, from: row.range.lowerBound, line: row.line)
    return fault.diagnostic(at: location, excerpt: nil, file: file)
  }

  static func tooWide(_ file: InputFile, _ limit: Int, line: Int) -> Diagnostic {
    Diagnostic(
      .headerTooWide, at: SourceLocation(file: file.path, line: line),
      "the header has more than \(limit) columns; nothing of the file is read",
      hint: "check that the file is the right one, and that its lines are not joined into one")
  }
}
