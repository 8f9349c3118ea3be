import Foundation
import TranscriptLayout

/// The project's own template folders, read from disk.
enum TemplateFolder {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "templates")

  static func files(_ name: String) -> TemplateFiles {
    TemplateFiles(
      name: "templates/\(name)", files: contents(name) { $0.lastPathComponent },
      phrases: contents("phrases") { $0.deletingPathExtension().lastPathComponent })
  }

  static var vocabulary: [UInt8] {
    (try? Data(contentsOf: root.appending(path: "vocabulary.xsd"))).map(Array.init) ?? []
  }

  private static func contents(
    _ folder: String, key: (URL) -> String
  ) -> [String: [UInt8]] {
    let urls =
      (try? FileManager.default.contentsOfDirectory(
        at: root.appending(path: folder), includingPropertiesForKeys: nil)) ?? []
    return urls.reduce(into: [:]) { files, url in
      files[key(url)] = (try? Data(contentsOf: url)).map(Array.init)
    }
  }
}
