import Glibc
import TranscriptModel
import TranscriptWorkflow

/// A class in memory with an output folder in a file system in memory, for workers that are
/// processes: what they write has to be found by the one that started them.
struct StoringWorld: World {
  private let members: ClassWorld
  private let system = SystemWorld()
  /// Where the output really is.
  private let root: String

  var today: CalendarDate { members.today }

  init(_ members: ClassWorld) {
    self.members = members
    root = "/dev/shm/mastery-transcript-measure-\(getpid())"
  }

  /// The hash of all files in the folders, which are removed; the order does not matter.
  func takeWritten(in folders: [String]) throws -> ClassWorld.Written {
    var written = ClassWorld.Written()
    for folder in folders where exists(folder) {
      for name in try list(folder) {
        let path = "\(folder)/\(name)"
        let bytes = try system.read(real(path), limit: 64 << 20)
        written.files += 1
        written.bytes += bytes.count
        written.digest &+= Digest.of(bytes) &* 31 &+ Digest.of(Array(path.utf8))
        try system.remove(real(path))
      }
    }
    return written
  }

  private func isOutput(_ path: String) -> Bool { !path.hasPrefix(ClassWorld.folder) }
  private func real(_ path: String) -> String { "\(root)/\(path)" }

  func list(_ folder: String) throws(WorldError) -> [String] {
    isOutput(folder) ? try system.list(real(folder)) : try members.list(folder)
  }

  func folders(in folder: String) throws(WorldError) -> [String] {
    isOutput(folder) ? try system.folders(in: real(folder)) : try members.folders(in: folder)
  }

  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    isOutput(path)
      ? try system.read(real(path), limit: limit) : try members.read(path, limit: limit)
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    try system.write(bytes, to: real(path))
  }

  func makeFolder(_ path: String) throws(WorldError) { try system.makeFolder(real(path)) }
  func remove(_ path: String) throws(WorldError) { try system.remove(real(path)) }
  func isEmptyFolder(_ path: String) throws(WorldError) -> Bool {
    try system.isEmptyFolder(real(path))
  }
  func exists(_ path: String) -> Bool {
    isOutput(path) ? system.exists(real(path)) : members.exists(path)
  }
}
