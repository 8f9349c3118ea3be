import Foundation
import Synchronization
import TranscriptModel
import Testing
import TranscriptWorkflow

/// A world held in memory, on a fixed day, that can be told to fail.
final class MemoryWorld: World {
  let today = CalendarDate(iso: "2026-10-15") ?? CalendarDate(dayNumber: 0)
  private let files: Mutex<[String: [UInt8]]>
  /// Paths whose writing fails, by how the path ends.
  private let failing: [String: WorldError.Kind]

  init(_ files: [String: [UInt8]], failing: [String: WorldError.Kind] = [:]) {
    self.files = Mutex(files)
    self.failing = failing
  }

  var all: [String: [UInt8]] { files.withLock { $0 } }

  func list(_ folder: String) throws(WorldError) -> [String] {
    let names = all.keys.filter { $0.hasPrefix(folder + "/") }.map {
      $0.dropFirst(folder.count + 1)
    }
    guard !names.isEmpty else { throw WorldError(.missing, path: folder, reason: "missing") }
    return names.filter { !$0.contains("/") }.map(String.init).sorted()
  }

  func folders(in folder: String) throws(WorldError) -> [String] {
    let parts = all.keys.filter { $0.hasPrefix(folder + "/") }.map {
      $0.dropFirst(folder.count + 1).split(separator: "/")
    }
    return Set(parts.filter { $0.count > 1 }.map { String($0[0]) }).sorted()
  }

  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    guard let bytes = all[path] else {
      throw WorldError(.missing, path: path, reason: "missing")
    }
    guard bytes.count <= limit else {
      throw WorldError(.tooLarge, path: path, reason: "too large")
    }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    if let kind = failing.first(where: { path.hasSuffix($0.key) })?.value {
      throw WorldError(kind, path: path, reason: kind.rawValue)
    }
    files.withLock { $0[path] = bytes }
  }

  func remove(_ path: String) throws(WorldError) { files.withLock { $0[path] = nil } }
  func makeFolder(_ path: String) throws(WorldError) {
    if let kind = failing[path] { throw WorldError(kind, path: path, reason: kind.rawValue) }
  }
  func isEmptyFolder(_ path: String) throws(WorldError) -> Bool { !exists(path) }
  func exists(_ path: String) -> Bool {
    all.keys.contains { $0 == path || $0.hasPrefix(path + "/") }
  }
}

/// The project's own files, for tests.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let folders = ResourceFolders(
    fonts: root.appending(path: ".build/fonts").path,
    templates: root.appending(path: "templates").path,
    colorProfile: "/usr/share/color/icc/sRGB.icc")

  /// The files of an example below the folder `district`.
  static func example(_ name: String) throws -> [String: [UInt8]] {
    let folder = root.appending(path: "examples/\(name)")
    var files: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)
    for case let path as String in paths ?? .init() {
      var isFolder: ObjCBool = false
      let url = folder.appending(path: path)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files["district/\(path)"] = [UInt8](try Data(contentsOf: url)) }
    }
    return files
  }

  static let day = CalendarDate(iso: "2026-10-15") ?? CalendarDate(dayNumber: 0)

  /// What a district's rendering leaves below `out/`, with the summary.
  static func render(
    _ files: [String: [UInt8]], kinds: [DocumentKind] = [.pesc, .json], jobs: Int = 2,
    status: DocumentStatus = .official, students: [Identifier<Student>] = [],
    failing: [String: WorldError.Kind] = [:]
  ) async throws -> (out: [String: [UInt8]], summary: BatchSummary) {
    let world = MemoryWorld(files, failing: failing)
    let loaded = DistrictLoading(world: world).load("district", asOf: day)
    let ready = try #require(loaded.ready, "\(loaded.diagnostics)")
    let batch = RenderBatch(
      world: world, ready: ready, loaded: loaded,
      resources: try DocumentResources(kinds: kinds, folders: folders, world: SystemWorld()),
      options: RenderOptions(
        outputFolder: "out", students: students, kinds: kinds, asOf: day, status: status,
        jobs: jobs))
    let summary = try await batch.run()
    let out = world.all.filter { $0.key.hasPrefix("out/") }
    return (out, summary)
  }

  static func load(_ files: [String: [UInt8]]) -> LoadedDistrict {
    DistrictLoading(world: MemoryWorld(files)).load("district", asOf: day)
  }
}
