import Glibc
import TranscriptWorkflow

extension ResourceFolders {
  /// The product's own files: in `share/mastery-transcript` beside an installed program, or in the
  /// project's folder around a built one.
  static func found(schemas: String? = nil, district: String? = nil) -> ResourceFolders {
    let program = Self.programFolder
    let installed = program + "/../share/mastery-transcript"
    // A built program lies in .build/TRIPLE/CONFIGURATION.
    let build = program + "/../.."
    let isInstalled = access(installed, F_OK) == 0
    return ResourceFolders(
      fonts: isInstalled ? installed + "/fonts" : build + "/fonts",
      templates: isInstalled ? installed + "/templates" : build + "/../templates",
      colorProfile: "/usr/share/color/icc/sRGB.icc", schemas: schemas, district: district)
  }

  /// The product's own list of fonts: in the installed folder, or in the project's.
  static var fontManifest: String {
    let installed = Self.programFolder + "/../share/mastery-transcript"
    return access(installed, F_OK) == 0
      ? installed + "/fonts/manifest" : Self.programFolder + "/../../../fonts/manifest"
  }

  private static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "." }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
