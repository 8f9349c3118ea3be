/// A place in an input file: path relative to the district folder, line and column.
///
/// Lines and columns count from 1; columns count Unicode scalars of the original line. Zero means
/// "the whole file" (line) or "the whole line" (column).
public struct SourceLocation: Hashable, Sendable, Comparable {
  /// Path relative to the district folder, with `/` between parts.
  public let file: String
  /// Line from 1; 0 for the whole file.
  public let line: Int
  /// Column from 1; 0 for the whole line.
  ///
  /// For a CSV cell: the column at which the cell begins.
  public let column: Int

  /// Creates a location in `file`.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders by file, then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `evidence/spring.csv:418:7`, without the parts that are zero.
  public var description: String {
    guard line > 0 else { return file }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }
}
