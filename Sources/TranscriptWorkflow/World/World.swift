public import TranscriptModel

/// Everything outside: files and the day.
///
/// Stages reach them only through this protocol.
///
/// Paths are as the user gave them, with `/` between parts.
public protocol World: Sendable {
  /// The files directly in `folder`, by name, in order of their Unicode scalars.
  func list(_ folder: String) throws(WorldError) -> [String]
  /// The folders directly in `folder`, by name, in order of their Unicode scalars.
  func folders(in folder: String) throws(WorldError) -> [String]
  /// The bytes of a file; a file larger than `limit` bytes is refused.
  func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8]
  /// At most `count` bytes of a file from `offset` on; fewer only at its end.
  func read(_ path: String, from offset: Int, count: Int) throws(WorldError) -> [UInt8]
  /// Replaces or creates a file so that a reader sees the old bytes or the new ones, never a part.
  func write(_ bytes: [UInt8], to path: String) throws(WorldError)
  /// Adds bytes to a file that nobody reads yet; makes it where there is none.
  func append(_ bytes: [UInt8], to path: String) throws(WorldError)
  /// Puts a file that was appended to in the place of another, so that a reader sees the old bytes or
  /// the new ones.
  func move(_ path: String, to other: String) throws(WorldError)
  /// Makes a folder and those above it, where they are missing.
  func makeFolder(_ path: String) throws(WorldError)
  /// Removes a file, if there is one.
  func remove(_ path: String) throws(WorldError)
  /// Whether `path` is a folder with nothing in it.
  func isEmptyFolder(_ path: String) throws(WorldError) -> Bool
  /// Whether there is something at `path`.
  func exists(_ path: String) -> Bool
  /// Today, from `SOURCE_DATE_EPOCH` where it is set.
  var today: CalendarDate { get }
}

extension World {
  /// Reads and writes the whole file.
  public func append(_ bytes: [UInt8], to path: String) throws(WorldError) {
    try write((exists(path) ? try read(path, limit: .max) : []) + bytes, to: path)
  }

  /// Reads, writes and removes.
  public func move(_ path: String, to other: String) throws(WorldError) {
    try write(try read(path, limit: .max), to: other)
    try remove(path)
  }

  /// A piece of what the whole file holds.
  public func read(
    _ path: String, from offset: Int, count: Int
  ) throws(WorldError) -> [UInt8] {
    Array(try read(path, limit: .max).dropFirst(offset).prefix(count))
  }
}

/// Why a file could not be read or written, with the system's reason.
public struct WorldError: Error, Hashable, Sendable {
  /// What failed.
  public enum Kind: String, Sendable, Hashable {
    case missing, unreadable, tooLarge, unwritable, diskFull
  }

  /// What failed.
  public let kind: Kind
  /// The path that was asked for.
  public let path: String
  /// The system's words.
  public let reason: String

  /// Creates an error.
  public init(_ kind: Kind, path: String, reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }
}
