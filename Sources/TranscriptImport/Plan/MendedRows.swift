import Diagnostics

/// Where the rows of mended reject files came from at first, as their files of reasons say.
struct MendedRows: Sendable {
  /// By the name of the file and the line in it: `results.csv:418`.
  private var origins: [SourceLocation: String] = [:]
  private var files: Set<String> = []

  init() {}

  /// Reads the files of reasons among `files`.
  ///
  /// A table from which lines were taken, or to which some were added, tells nothing any more: which
  /// line was which cannot be known.
  init(_ files: [InputFile]) {
    let reasons = files.filter(RejectReasons.matches)
    guard !reasons.isEmpty else { return }
    var lines: [String: [Int: String]] = [:]
    for file in reasons {
      for (name, line, source) in RejectReasons.origins(in: file) {
        lines[name, default: [:]][line] = source
      }
    }
    for file in files {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      guard let found = lines[name], let last = found.keys.max(), file.reading == nil,
        LineEnd.count(in: file.bytes) + (file.endsOpen ? 1 : 0) == last
      else { continue }
      self.files.insert(file.path)
      for (line, source) in found {
        origins[SourceLocation(file: file.path, line: line)] = source
      }
    }
  }

  /// Whether rows of a file are known from before.
  func holds(_ file: String) -> Bool { files.contains(file) }

  /// Where the row on a line came from at first.
  func origin(of file: String, line: Int) -> String? {
    files.isEmpty ? nil : origins[SourceLocation(file: file, line: line)]
  }
}

extension InputFile {
  /// Whether the last line has no end.
  fileprivate var endsOpen: Bool { bytes.last != 0x0A && bytes.last != 0x0D }
}
