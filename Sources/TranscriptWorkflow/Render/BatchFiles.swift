import Diagnostics

/// The files that tell what a batch did: the summary, and the rows that were set aside.
public struct BatchFiles: Sendable {
  private let summary: BatchSummary
  private let rejected: RejectFiles

  /// Creates the files of one batch.
  public init(summary: BatchSummary, rejected: RejectFiles) {
    self.summary = summary
    self.rejected = rejected
  }

  /// Writes `summary.txt`, `summary.json` and `rejected/` below `folder`.
  public func write(to folder: String, world: any World) throws(WorldError) {
    try world.write(Array(summary.text.utf8), to: "\(folder)/summary.txt")
    try world.write(Array(summary.json.readableText.utf8), to: "\(folder)/summary.json")
    try removeStaleRejects(below: "\(folder)/rejected", world: world)
    for file in rejected.files {
      let path = "\(folder)/rejected/\(file.path)"
      if let slash = path.lastIndex(of: "/") { try world.makeFolder(String(path[..<slash])) }
      try world.write(file.bytes, to: path)
    }
  }
}

extension BatchFiles {
  /// Rows that an earlier run set aside and that have been mended since must not lie there still.
  private func removeStaleRejects(below folder: String, world: any World) throws(WorldError) {
    let current = Set(rejected.files.map(\.path))
    for part in ["", "evidence/", "framework/", "habits/"] where world.exists("\(folder)/\(part)") {
      for name in try world.list("\(folder)/\(part)") where !current.contains(part + name) {
        try world.remove("\(folder)/\(part)\(name)")
      }
    }
  }
}

extension BatchSummary {
  /// Whether something outside any student needs a person.
  public var hasProblems: Bool { problems.contains { $0.severity == .error } }

  /// Whether a class could not be written as one batch.
  public var hasRefusedBatch: Bool { problems.contains { $0.code == .pescBatchRefused } }

  /// Whether a file could not be written.
  public var hasUnwritten: Bool {
    lines.contains { line in
      line.reasons.contains { $0.code == .diskFull || $0.code == .outputUnwritable }
    }
  }
}
