import Foundation

/// The project's own documentation, which tests keep true.
enum DocsFolder {
  private static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  /// Writes the file anew when `UPDATE_DOCS=1` is set; the change is reviewed like any other.
  static func update(_ path: String, with bytes: [UInt8]) throws {
    guard ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" else { return }
    try Data(bytes).write(to: url.appending(path: path))
  }
}
