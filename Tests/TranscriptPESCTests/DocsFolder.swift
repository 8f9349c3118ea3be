import Foundation

/// The project's own documentation, which tests keep true.
enum DocsFolder {
  static func text(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/\(path)"), encoding: .utf8)
  }
}
