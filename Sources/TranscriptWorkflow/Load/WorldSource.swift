import TranscriptImport

/// A district folder on the machine, as the importer sees it.
struct WorldSource: DistrictSource {
  let world: any World
  let folder: String
  /// Files whose bytes are taken from here instead.
  var replacements: [String: [UInt8]] = [:]

  func list(_ folder: String) throws -> [String] {
    try world.list(folder.isEmpty ? self.folder : "\(self.folder)/\(folder)")
  }

  func read(_ path: String, limit: Int) throws -> [UInt8] {
    if let bytes = replacements[path] { return bytes }
    do {
      return try world.read("\(folder)/\(path)", limit: limit)
    } catch {
      throw Self.problem(error)
    }
  }

  func read(_ path: String, from offset: Int, count: Int) throws -> [UInt8] {
    if let bytes = replacements[path] { return Array(bytes.dropFirst(offset).prefix(count)) }
    do {
      return try world.read("\(folder)/\(path)", from: offset, count: count)
    } catch {
      throw Self.problem(error)
    }
  }

  private static func problem(_ error: WorldError) -> DistrictSourceError {
    switch error.kind {
    case .missing: .missing
    case .tooLarge: .tooLarge
    default: .unreadable(error.reason)
    }
  }
}
