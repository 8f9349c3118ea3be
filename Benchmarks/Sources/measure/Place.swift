import Diagnostics
import TranscriptModel
import TranscriptPESC
import TranscriptWorkflow

/// Where the project lies, and the day that everything is measured for.
struct Place {
  let root: String
  /// PESC's own schemas, where they are given; without them the project's own schema is checked.
  let schemas: String?
  /// The day of the example's README.
  let asOf = CalendarDate(year: 2026, month: 10, day: 15) ?? CalendarDate(dayNumber: 0)

  var example: String { "\(root)/examples/thistlemere" }
  var fonts: String { "\(root)/.build/fonts" }
  var colorProfile: [UInt8] {
    get throws { try SystemWorld().read("/usr/share/color/icc/sRGB.icc", limit: 8 << 20) }
  }
  var folders: ResourceFolders {
    ResourceFolders(
      fonts: fonts, templates: "\(root)/templates",
      colorProfile: "/usr/share/color/icc/sRGB.icc", schemas: schemas)
  }

  /// What is needed and not there: outside the project's folder, or before fonts are prepared.
  var missing: String? {
    let wanted = [
      "\(example)/policy.yaml", "\(root)/templates/official/document.mustache", "\(fonts)/stamp",
      folders.colorProfile,
    ]
    return wanted.first { !SystemWorld().exists($0) }
  }

  func files(_ folder: String) throws -> [String: [UInt8]] { try readAll("\(root)/\(folder)") }

  func readAll(_ folder: String) throws -> [String: [UInt8]] {
    let world = SystemWorld()
    var files: [String: [UInt8]] = [:]
    for name in try world.list(folder) {
      files[name] = try world.read("\(folder)/\(name)", limit: 8 << 20)
    }
    return files
  }

  /// Writes the project's own schema, for other programs to validate against.
  func writeSchemas(to folder: String) throws {
    let world = SystemWorld()
    try world.makeFolder(folder)
    for (name, bytes) in PESCSchemas.subsetFiles(of: .v1_3_0) {
      try world.write(bytes, to: "\(folder)/\(name)")
    }
  }

  /// A class read by the real importer; every row has to be accepted.
  func members(_ count: Int, _ script: ClassMembers.Script) throws -> (ClassWorld, LoadedDistrict) {
    let world = ClassWorld(
      try ClassMembers(example: example, count: count, script: script), today: asOf)
    let loaded = DistrictLoading(world: world).load(ClassWorld.folder, asOf: asOf)
    if let problem = loaded.diagnostics.first(where: { $0.severity == .error }) {
      throw MeasureFailure("the class cannot be read: \(problem.code.name): \(problem.message)")
    }
    return (world, loaded)
  }

  func ready(_ loaded: LoadedDistrict) throws -> ReadyDistrict {
    guard let ready = loaded.ready else { throw MeasureFailure("the district cannot be read") }
    return ready
  }
}
