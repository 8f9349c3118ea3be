import TranscriptImport

/// New bytes of long tables under hidden names beside the tables that they will replace.
final class DiskStage: ImportStage {
  private let world: any World
  private let folder: String
  private var begun: Set<String> = []
  /// The first thing that went wrong; nothing is put in place after it.
  private(set) var problem: WorldError?

  init(world: any World, folder: String) {
    self.world = world
    self.folder = folder
  }

  /// `evidence/canvas.csv` is written as `evidence/.canvas.csv.part`, which nothing reads.
  private func hidden(_ path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? path
    return ([folder] + parts + [".\(name).part"]).joined(separator: "/")
  }

  func add(_ bytes: [UInt8], to path: String) {
    guard problem == nil else { return }
    let place = hidden(path)
    do throws(WorldError) {
      if begun.insert(path).inserted {
        if let slash = place.lastIndex(of: "/") { try world.makeFolder(String(place[..<slash])) }
        // Of a run that was broken off.
        try world.remove(place)
      }
      try world.append(bytes, to: place)
    } catch {
      problem = error
    }
  }

  /// Puts files in their places; removes the others.
  func finish(keeping paths: Set<String>) throws(WorldError) {
    for path in begun.sorted() {
      guard problem == nil, paths.contains(path) else {
        try world.remove(hidden(path))
        continue
      }
      try world.move(hidden(path), to: "\(folder)/\(path)")
    }
    begun = []
    if let problem { throw problem }
  }
}
