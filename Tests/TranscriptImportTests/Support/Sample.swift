import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

/// `Samples/CODE`: the files in which a district with that problem differs from `Samples/base`.
///
/// `sample.txt`, where there is one, says what else differs: `remove PATH`, `unreadable PATH`, or
/// `only PATH` for a folder that holds nothing of the base. `expected.txt` is what `check` prints.
struct Sample: CustomStringConvertible {
  let code: String

  static let folder = Folders.tests.appending(path: "Samples")
  /// Small enough that a sample can go over them.
  static var limits: ImportLimits {
    var limits = ImportLimits()
    limits.table = 60_000
    limits.field = 2_000
    limits.columns = 50
    return limits
  }

  static var all: [Sample] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0 != "base" && !$0.hasPrefix(".") }.sorted().map { Sample(code: $0) }
  }

  var description: String { code }
  var expectedFile: URL { Self.folder.appending(path: "\(code)/expected.txt") }

  func load() throws -> ImportResult { try importer().load() }

  /// What `check` finds, reading tables of evidence in pieces of so many bytes.
  func check(pieces: Int) throws -> ImportResult {
    var limits = Self.limits
    limits.piece = pieces
    return try importer(limits).check()
  }

  private func importer(_ limits: ImportLimits = Self.limits) throws -> DistrictImporter {
    let today = try #require(CalendarDate(iso: "2026-11-20"))
    return DistrictImporter(source: try source(), today: today, limits: limits)
  }

  func rendered() throws -> String {
    let problems = try plan()?.diagnostics.all ?? load().diagnostics.all
    return problems.map { DiagnosticText().render($0) }.joined()
  }

  /// What importing the sample's file would do, for a sample that has `import PATH COLUMN=VALUE…`;
  /// `as_of=DAY` is the day that is asked about, `most_rejected=N` the bound on rejected rows.
  private func plan() throws -> ImportPlan? {
    let control = try Self.files(in: Self.folder.appending(path: code))["sample.txt"] ?? []
    let words = String(decoding: control, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    guard words.first == "import" else { return nil }
    var options = ImportPlanner.Options()
    for word in words.dropFirst(2) {
      let pair = word.split(separator: "=").map(String.init)
      if pair[0] == "as_of" {
        options.asOf = CalendarDate(iso: pair[1])
      } else if pair[0] == "most_rejected" {
        options.mostRejected = Int(pair[1]) ?? 0
      } else {
        options.constants[pair[0]] = pair[1]
      }
    }
    let source = try source()
    let path = String(words[1])
    let file = InputFile(path: path, bytes: try source.read(path, limit: .max))
    return ImportPlanner(district: source, options: options, limits: Self.limits).plan([file])
  }

  /// The base district with some files changed or left out.
  static func base(
    _ changes: [String: String], without: Set<String> = []
  ) throws -> MemorySource {
    var files = try files(in: folder.appending(path: "base"))
    for (path, text) in changes { files[path] = Array(text.utf8) }
    return MemorySource(files.filter { !without.contains($0.key) })
  }

  /// A file of the base district.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: "base/\(path)"), encoding: .utf8)
  }

  private func source() throws -> SampleSource {
    let changed = try Self.files(in: Self.folder.appending(path: code))
    var files = try Self.files(in: Self.folder.appending(path: "base"))
    var unreadable: Set<String> = []
    let control = String(decoding: changed["sample.txt"] ?? [], as: UTF8.self)
    for line in control.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "remove": files[words[1]] = nil
      case "unreadable": unreadable.insert(words[1])
      case "only": files = [:]
      default: break
      }
    }
    files.merge(changed) { $1 }
    files["sample.txt"] = nil
    files["expected.txt"] = nil
    return SampleSource(memory: MemorySource(files), unreadable: unreadable)
  }

  private static func files(in folder: URL) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = [UInt8](try Data(contentsOf: url)) }
    }
    return files
  }
}

/// The files of a sample, of which some cannot be read.
struct SampleSource: DistrictSource {
  let memory: MemorySource
  let unreadable: Set<String>

  func list(_ folder: String) throws -> [String] { try memory.list(folder) }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    if unreadable.contains(path) { throw DistrictSourceError.unreadable("Permission denied") }
    return try memory.read(path, limit: limit)
  }
}
