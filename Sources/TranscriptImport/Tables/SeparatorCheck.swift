import Diagnostics

/// Finds tables whose cells are separated by something else than commas.
enum SeparatorCheck {
  private static let others: [(byte: UInt8, name: String)] = [
    (0x3B, "semicolons"), (0x09, "tabs"), (0x7C, "vertical bars"),
  ]

  /// What to say about a header that makes sense with another separator only.
  static func problem(
    with header: CSVRow, of file: InputFile, rules: [ColumnRule]
  ) -> Diagnostic? {
    let line = file.bytes[file.lineRange(at: header.range.lowerBound)]
    let names = Set(rules.map(\.name))
    let known = { (separator: UInt8) in
      line.split(separator: separator).count { names.contains(cell($0)) }
    }
    guard known(0x2C) < 2, let other = others.first(where: { known($0.byte) > 1 }) else {
      return nil
    }
    return Diagnostic(
      .wrongSeparator, at: SourceLocation(file: file.path, line: header.line),
      "the cells are separated by \(other.name), not by commas",
      hint: "save it again as \"CSV UTF-8 (comma delimited)\", or move it out of the folder and "
        + "bring it in with: mastery-transcript import")
  }

  private static func cell(_ bytes: ArraySlice<UInt8>) -> String {
    let trimmed = bytes.drop { $0 == 0x20 || $0 == 0x22 }
    let end = trimmed.lastIndex { $0 != 0x20 && $0 != 0x22 } ?? trimmed.startIndex - 1
    return String(decoding: trimmed[..<(end + 1)], as: UTF8.self)
  }
}
