import Foundation

/// Where rejected rows are kept: beside the district's folder, never in it, whatever its path is
/// written like.
public enum RejectPlace {
  /// `DISTRICT-rejected`; of the current folder `../NAME-rejected`.
  public static func beside(_ district: String) -> String {
    var path = district
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard last == "." || last == ".." || path.isEmpty else { return path + "-rejected" }
    let name = parts(path).last ?? "district"
    let above = path == "." || path.isEmpty ? ".." : path + "/.."
    return "\(above)/\(name)-rejected"
  }

  /// Whether a path is the district's folder or leads into it.
  public static func isInside(_ path: String, district: String) -> Bool {
    parts(path).starts(with: parts(district))
  }

  /// One name for a file, however its path is written: its folder's absolute path, links followed.
  static func name(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let isRoot = path.hasPrefix("/") && folder.isEmpty
    return "/"
      + (Self.parts(isRoot ? "/" : folder) + [String(parts.last ?? "")])
      .joined(separator: "/")
  }

  /// The parts of the absolute path, links followed as far as there is something.
  private static func parts(_ path: String) -> [String] {
    var url = URL(filePath: path.isEmpty ? "." : path).standardizedFileURL
    var missing: [String] = []
    while url.pathComponents.count > 1, !FileManager.default.fileExists(atPath: url.path) {
      missing.insert(url.lastPathComponent, at: 0)
      url.deleteLastPathComponent()
    }
    return url.resolvingSymlinksInPath().pathComponents.filter { $0 != "/" } + missing
  }
}
