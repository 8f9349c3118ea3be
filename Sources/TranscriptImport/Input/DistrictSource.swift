/// Where the bytes of a district folder come from; this target has no file access of its own.
///
/// Paths are relative to the district folder, with `/` between parts.
public protocol DistrictSource: Sendable {
  /// The names of the files in `folder` (`""` for the district folder itself), in any order.
  ///
  /// Throws when the folder does not exist or cannot be read.
  func list(_ folder: String) throws -> [String]

  /// The bytes of the file at `path`.
  ///
  /// Throws `DistrictSourceError.tooLarge` when it holds more than `limit` bytes, and
  /// `DistrictSourceError.missing` when there is none.
  func read(_ path: String, limit: Int) throws -> [UInt8]

  /// At most `count` bytes of a file from `offset` on; fewer, or none, only at its end.
  func read(_ path: String, from offset: Int, count: Int) throws -> [UInt8]
}

extension DistrictSource {
  /// A piece of what the whole file holds.
  public func read(_ path: String, from offset: Int, count: Int) throws -> [UInt8] {
    Array(try read(path, limit: .max).dropFirst(offset).prefix(count))
  }
}

/// Why a source could not give a file.
public enum DistrictSourceError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// It holds more bytes than the limit.
  case tooLarge
  /// It is there and cannot be read; the reason as the system words it.
  case unreadable(String)
}

/// A district folder held in memory: for tests, previews and the crosswalk of imports.
public struct MemorySource: DistrictSource {
  /// The bytes of each path.
  public let files: [String: [UInt8]]

  /// Creates a source from the bytes of each path.
  public init(_ files: [String: [UInt8]]) { self.files = files }

  /// Creates a source from the text of each path.
  public init(texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

  /// The names of the files directly in `folder`.
  public func list(_ folder: String) throws -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    let names = files.keys.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
    return names.filter { !$0.contains("/") }.map(String.init)
  }

  /// The bytes of a file.
  public func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard let bytes = files[path] else { throw DistrictSourceError.missing }
    guard bytes.count <= limit else { throw DistrictSourceError.tooLarge }
    return bytes
  }
}
