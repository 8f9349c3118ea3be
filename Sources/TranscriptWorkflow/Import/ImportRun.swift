public import TranscriptImport

/// Reads files of other systems and brings what they say into a district folder.
public struct ImportRun: Sendable {
  private let world: any World
  private let folder: String
  private let options: ImportPlanner.Options

  /// Creates a run into the district folder `folder`.
  public init(world: any World, folder: String, options: ImportPlanner.Options) {
    self.world = world
    self.folder = folder
    self.options = options
  }

  /// What importing the files at `paths` would do; nothing is written.
  ///
  /// A path of a folder stands for the files in it.
  public func plan(_ paths: [String]) throws(WorldError) -> ImportPlan {
    let paths = try files(paths)
    var files: [InputFile] = []
    for (path, name) in zip(paths, Self.names(paths)) {
      files.append(InputFile(path: name, bytes: try world.read(path, limit: 1 << 30)))
    }
    return ImportPlanner(
      district: WorldSource(world: world, folder: folder), options: options
    ).plan(files)
  }

  /// Writes the plan's files and its reject files in the folder `rejects`, and removes reject files
  /// that the import has settled; what became of reject files.
  public func carryOut(
    _ plan: ImportPlan, of paths: [String], rejects: String
  ) throws(WorldError) -> RejectFolder.Outcome {
    guard !plan.isHeld else { return RejectFolder.Outcome() }
    for (path, bytes) in plan.files.sorted(by: { $0.key < $1.key }) {
      try write(bytes, to: "\(folder)/\(path)")
    }
    let paths = try files(paths)
    let inputs = Dictionary(
      zip(paths, Self.names(paths)).map { (RejectFolder.normal($0), $1) },
      uniquingKeysWith: { first, _ in first })
    return try RejectFolder(world: world, path: rejects).settle(plan, inputs: inputs)
  }

  private func files(_ paths: [String]) throws(WorldError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard let names = try? world.list(path) else {
        files.append(path)
        continue
      }
      let bare = RejectFolder.normal(path)
      files += names.filter { !$0.hasPrefix(".") }.map { "\(bare)/\($0)" }
    }
    return files
  }

  /// The last part of each path; with the folders before it as far as two would be alike.
  static func names(_ paths: [String]) -> [String] {
    let parts = paths.map { $0.split(separator: "/").map(String.init) }
    var depth = 1
    while depth < (parts.map(\.count).max() ?? 1) {
      let names = parts.map { $0.suffix(depth) }
      if Set(names).count == Set(parts).count { break }
      depth += 1
    }
    return parts.map { $0.suffix(depth).joined(separator: "/") }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    if let slash = path.lastIndex(of: "/") { try world.makeFolder(String(path[..<slash])) }
    try world.write(bytes, to: path)
  }
}
