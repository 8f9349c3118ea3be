import TranscriptImport

/// What the caller of an import decides.
public struct ImportRequest: Sendable {
  /// The mapping to read every file with; `nil` to recognise each.
  public var mapping: String?
  /// Columns that always have one value, such as `purpose: summative`.
  public var constants: [String: String] = [:]
  /// Whether one row that cannot be used keeps all others out.
  public var isAllOrNothing = false

  /// Creates a request that leaves everything to the files.
  public init() {}
}

/// Imports files of other systems into a district folder: plan first, then write.
public struct ImportRun: Sendable {
  private let world: any World
  private let folder: String
  /// Bytes of one file; above the caps of the importer, which names what is too large.
  private static let limit = 1 << 30

  /// Creates a run that reads and writes through `world`.
  public init(world: any World, folder: String) {
    self.world = world
    self.folder = folder
  }

  /// What importing the files at `paths` would do; nothing is written.
  public func plan(
    _ paths: [String], request: ImportRequest
  ) throws(WorldError) -> PlannedImport {
    var files: [InputFile] = []
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      files.append(InputFile(path: name, bytes: try world.read(path, limit: Self.limit)))
    }
    var options = ImportPlanner.Options()
    options.mapping = request.mapping
    options.constants = request.constants
    options.isAllOrNothing = request.isAllOrNothing
    options.today = world.today
    let source = WorldSource(world: world, folder: folder)
    return PlannedImport(plan: ImportPlanner(district: source, options: options).plan(files))
  }

  /// Writes what the plan says, and the rejected rows to `rejects`; returns the paths written.
  ///
  /// Each file is replaced as a whole or not at all; the rejected rows are written first, so that
  /// none can be lost.
  public func carryOut(_ planned: PlannedImport, rejects: String) throws(WorldError) -> [String] {
    var written: [String] = []
    for (path, bytes) in RejectFiles(planned.plan.rejectedRows).files {
      written.append(try write(bytes, to: "\(rejects)/\(path)"))
    }
    for (path, bytes) in planned.plan.files.sorted(by: { $0.key < $1.key }) {
      written.append(try write(bytes, to: "\(folder)/\(path)"))
    }
    return written
  }

  private func write(_ bytes: [UInt8], to path: String) throws(WorldError) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    if !parts.isEmpty { try world.makeFolder(parts.joined(separator: "/")) }
    try world.write(bytes, to: path)
    return path
  }
}
