public import TranscriptImport

/// Reads files of other systems and brings what they say into a district folder.
public struct ImportRun {
  private let stage: DiskStage
  private let world: any World
  private let folder: String
  private let options: ImportPlanner.Options

  /// Creates a run into the district folder `folder`.
  public init(world: any World, folder: String, options: ImportPlanner.Options) {
    self.world = world
    stage = DiskStage(world: world, folder: folder)
    self.folder = folder
    self.options = options
  }

  /// What importing the files at `paths` would do; no file of the district folder is changed.
  ///
  /// A path of a folder stands for the files in it. For `carryOut`, long tables are written beside
  /// those that they will replace as they are made, if `isForReal`.
  public func plan(_ paths: [String], isForReal: Bool = false) throws(WorldError) -> ImportPlan {
    let paths = try files(paths)
    var files: [InputFile] = []
    for (path, name) in zip(paths, Self.names(paths)) {
      let world = world
      let beginning = try world.read(path, from: 0, count: Self.beginning)
      if beginning.count < Self.beginning {
        files.append(InputFile(path: name, bytes: beginning))
      } else {
        files.append(
          InputFile(path: name, beginning: beginning) { try world.read(path, from: $0, count: $1) })
      }
    }
    files += try reasons(beside: paths)
    return ImportPlanner(
      district: WorldSource(world: world, folder: folder), options: options,
      stage: isForReal ? stage : EmptyStage()
    ).plan(files)
  }

  /// Writes the plan's files and its reject files in the folder `rejects`, and removes reject files
  /// that the import has settled; what became of reject files.
  public func carryOut(
    _ plan: ImportPlan, of paths: [String], rejects: String
  ) throws(WorldError) -> RejectFolder.Outcome {
    try stage.finish(keeping: plan.stagedFiles)
    guard !plan.isHeld else { return RejectFolder.Outcome() }
    for (path, bytes) in plan.files.sorted(by: { $0.key < $1.key }) {
      try write(bytes, to: "\(folder)/\(path)")
    }
    let paths = try files(paths)
    let inputs = Dictionary(
      zip(paths, Self.names(paths)).map { (RejectPlace.name(of: $0), $1) },
      uniquingKeysWith: { first, _ in first })
    return try RejectFolder(world: world, path: rejects).settle(plan, inputs: inputs)
  }

  /// The files that say where rows of reject files among `paths` came from, unless they are among them.
  private func reasons(beside paths: [String]) throws(WorldError) -> [InputFile] {
    var found: [InputFile] = []
    for path in paths {
      guard let dot = path.lastIndex(of: "."), RejectName.hashed(String(path[..<dot])) != nil else {
        continue
      }
      let place = path[..<dot] + RejectReasons.ending
      guard !paths.contains(String(place)), world.exists(String(place)) else { continue }
      let name = place.split(separator: "/").last.map(String.init) ?? String(place)
      found.append(
        InputFile(path: name, bytes: try world.read(String(place), limit: 1 << 30)))
    }
    return found
  }

  /// How much of a file is read to recognise it; a file of less is in memory as a whole.
  private static let beginning = 4 << 20

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
