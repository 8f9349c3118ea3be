import Foundation
import TranscriptImport

/// A district folder on disk, for tests.
struct FolderSource: DistrictSource {
  let root: URL

  func list(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
  }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    let url = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw DistrictSourceError.missing
    }
    let data = try Data(contentsOf: url)
    guard data.count <= limit else { throw DistrictSourceError.tooLarge }
    return [UInt8](data)
  }
}

/// Folders that tests read.
enum Folders {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let tests = package.appending(path: "Tests/TranscriptImportTests")
  static let examples = package.appending(path: "examples")
  /// Reference samples beside the package, where they are given.
  static let shared = package.deletingLastPathComponent().appending(path: "shared")
  static let hasShared = FileManager.default.fileExists(atPath: shared.path)
}
