import Foundation

/// Reference material beside the checkout; tests that need it are skipped without it.
enum SharedFolder {
  static let url: URL? = {
    var folder = URL(filePath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let shared = folder.deletingLastPathComponent().appending(path: "shared")
      if FileManager.default.fileExists(atPath: shared.appending(path: "schemas/pesc").path) {
        return shared
      }
    }
    return nil
  }()

  static var isPresent: Bool { url != nil }

  static func bytes(_ path: String) throws -> [UInt8] {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    return Array(try Data(contentsOf: url.appending(path: path)))
  }

  /// Every schema of a folder, by file name.
  static func schemas(_ path: String) throws -> [String: [UInt8]] {
    guard let url else { throw CocoaError(.fileNoSuchFile) }
    let folder = url.appending(path: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try Dictionary(
      uniqueKeysWithValues: names.filter { $0.hasSuffix(".xsd") }.map { name in
        (name, Array(try Data(contentsOf: folder.appending(path: name))))
      })
  }
}
