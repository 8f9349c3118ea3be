import CPango
import Synchronization

/// The fonts of a prepared folder, and no other font on the machine.
///
/// Any number of workers may share one. It checks at once that the folder holds exactly the files
/// of its manifest, and each file's SHA-256 when a text first uses it (`verifyAll` does all).
public final class FontLibrary: @unchecked Sendable {
  /// The folder that `fonts/prepare` wrote.
  public let folder: String
  /// What the folder contains.
  public let manifest: FontManifest

  // Only read after `init`, which fontconfig allows from any thread; what changes is behind a lock.
  let configuration: OpaquePointer
  private let verified = Mutex<Set<String>>([])

  /// Opens a prepared folder.
  ///
  /// - Throws: `CairoError.fontFolder` with every difference between the folder and its manifest.
  public init(folder: String) throws(CairoError) {
    self.folder = folder
    self.manifest = try Self.readManifest(folder: folder)
    self.configuration = try Self.makeConfiguration(folder: folder, count: manifest.entries.count)
  }

  deinit { FcConfigDestroy(configuration) }

  /// Checks the SHA-256 of every file.
  ///
  /// - Throws: `CairoError.fontFolder` naming every file that differs.
  public func verifyAll() throws(CairoError) {
    let problems = manifest.entries.compactMap { problem(of: $0) }
    guard problems.isEmpty else {
      throw CairoError.fontFolder(path: folder, problems: problems)
    }
    verified.withLock { $0 = Set(manifest.entries.map(\.file)) }
  }

  /// Checks the file of a font that is about to be used, once in the library's life.
  func verify(path: String) throws(CairoError) {
    let name = String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
    if verified.withLock({ $0.contains(name) }) { return }
    guard let entry = manifest.entries.first(where: { $0.file == name }) else {
      throw CairoError.fontFolder(path: folder, problems: ["\(path): not in the manifest"])
    }
    if let problem = problem(of: entry) {
      throw CairoError.fontFolder(path: folder, problems: [problem])
    }
    verified.withLock { _ = $0.insert(name) }
  }

  private func problem(of entry: FontManifest.Entry) -> String? {
    guard let bytes = FileBytes.read("\(folder)/files/\(entry.file)") else {
      return "\(entry.file): cannot be read"
    }
    let found = Digest.sha256(bytes)
    if found == entry.sha256 { return nil }
    return "\(entry.file): SHA-256 is \(found), the manifest says \(entry.sha256)"
  }

  private static func readManifest(folder: String) throws(CairoError) -> FontManifest {
    guard let bytes = FileBytes.read(folder + "/manifest"),
      let names = FileBytes.names(in: folder + "/files")
    else {
      throw CairoError.fontFolder(
        path: folder, problems: ["no manifest or no files; run fonts/prepare"])
    }
    let (manifest, badLines) = FontManifest.parse(String(decoding: bytes, as: UTF8.self))
    var problems = badLines.map { "manifest, line \($0): not nine tab-separated fields" }
    let listed = Set(manifest.entries.map(\.file))
    problems += names.filter { !listed.contains($0) }.map { "\($0): not in the manifest" }
    problems += listed.subtracting(names).sorted().map { "\($0): missing" }
    guard problems.isEmpty else { throw CairoError.fontFolder(path: folder, problems: problems) }
    return manifest
  }

  private static func makeConfiguration(
    folder: String, count: Int
  ) throws(CairoError) -> OpaquePointer {
    guard let rules = FileBytes.read(folder + "/fonts.conf") else {
      throw CairoError.fontFolder(path: folder, problems: ["fonts.conf: cannot be read"])
    }
    guard let configuration = FcConfigCreate() else {
      throw CairoError.library(operation: "FcConfigCreate", status: "out of memory")
    }
    let cache = "<fontconfig><cachedir>\(escaped(folder))/cache</cachedir></fontconfig>"
    let isLoaded =
      FcConfigParseAndLoadFromMemory(configuration, rules + [0], 1) != 0
      && FcConfigParseAndLoadFromMemory(configuration, Array(cache.utf8) + [0], 1) != 0
      && FcConfigAppFontAddDir(configuration, Array((folder + "/files").utf8) + [0]) != 0
    let found = FcConfigGetFonts(configuration, FcSetApplication)?.pointee.nfont ?? 0
    guard isLoaded, found == count else {
      FcConfigDestroy(configuration)
      throw CairoError.fontFolder(
        path: folder, problems: ["fontconfig read \(found) of \(count) files"])
    }
    // Else Pango has fontconfig read the machine's own configuration and fonts, which nothing here
    // uses, in a thread of its own: a quarter of what the first document of a process takes.
    FcConfigSetCurrent(configuration)
    return configuration
  }

  private static func escaped(_ path: String) -> String {
    var result = ""
    for character in path {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      default: result.append(character)
      }
    }
    return result
  }
}
