import Synchronization
import TranscriptModel
import TranscriptWorkflow

/// A world in memory: a class of any size, made from the seniors of the example under new ids, and
/// an output folder that keeps a digest of what is written and nothing else.
final class ClassWorld: World {
  /// The name of the folder that the district is read from.
  static let folder = "class"

  let today: CalendarDate
  private let files: [String: [UInt8]]
  private let written = Mutex(Written())

  /// What was written.
  struct Written {
    var files = 0
    var bytes = 0
    /// The sum of the hashes of all files with their paths, so that their order does not matter.
    var digest: UInt64 = 0
  }

  init(_ members: ClassMembers, today: CalendarDate) {
    files = members.files
    self.today = today
  }

  /// What was written since the last call.
  func takeWritten() -> Written {
    written.withLock { written in
      let taken = written
      written = Written()
      return taken
    }
  }

  /// The bytes of all files of the district.
  var size: Int { files.values.reduce(0) { $0 + $1.count } }

  func list(_ folder: String) throws(WorldError) -> [String] {
    let prefix = folder + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
      .filter { !$0.contains("/") }.map(String.init)
    guard !names.isEmpty else {
      throw WorldError(.missing, path: folder, reason: "there is no such folder")
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The class has no folder of templates, and asks for no other.
  func folders(in folder: String) throws(WorldError) -> [String] { [] }

  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    guard let bytes = files[path] else {
      throw WorldError(.missing, path: path, reason: "there is no such file")
    }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    let hash = Digest.of(bytes) &* 31 &+ Digest.of(Array(path.utf8))
    written.withLock {
      $0.files += 1
      $0.bytes += bytes.count
      $0.digest &+= hash
    }
  }

  func makeFolder(_ path: String) throws(WorldError) {}
  func remove(_ path: String) throws(WorldError) {}
  func isEmptyFolder(_ path: String) throws(WorldError) -> Bool { false }
  func exists(_ path: String) -> Bool { files[path] != nil }
}

/// A quick hash: it tells files apart, and costs next to nothing beside what is measured.
enum Digest {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var offset = 0
      while offset + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
        offset += 8
      }
      for byte in buffer[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return hash
    }
  }
}
