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
  public func plan(_ paths: [String]) throws(WorldError) -> ImportPlan {
    var files: [InputFile] = []
    for path in paths {
      let name = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
      files.append(InputFile(path: name, bytes: try world.read(path, limit: 1 << 30)))
    }
    return ImportPlanner(
      district: WorldSource(world: world, folder: folder), options: options
    ).plan(files)
  }

  /// Writes the plan's files, and its rejected rows below `rejects`.
  public func carryOut(_ plan: ImportPlan, rejects: String) throws(WorldError) {
    for (path, bytes) in plan.files.sorted(by: { $0.key < $1.key }) {
      try write(bytes, to: "\(folder)/\(path)")
    }
    for file in RejectFiles(plan.rejectedRows).files {
      try write(file.bytes, to: "\(rejects)/\(file.path)")
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    if let slash = path.lastIndex(of: "/") { try world.makeFolder(String(path[..<slash])) }
    try world.write(bytes, to: path)
  }
}
