import Glibc
public import TranscriptModel

/// The machine's own files and clock.
///
/// Nothing is ever half-written (DESIGN.md, invariant 12): bytes go to a temporary name in the same
/// folder, are synced, renamed over the old file, and the folder is synced.
public struct SystemWorld: World {
  /// Today in UTC, or the day of `SOURCE_DATE_EPOCH`.
  public let today: CalendarDate

  /// Creates a world whose day is fixed now, so that a long run does not change days midway.
  public init() {
    let stated = getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) }
    let seconds = stated ?? Int(time(nil))
    today = CalendarDate(dayNumber: Int32(clamping: seconds / 86_400))
  }

  /// Whether there is something at `path`.
  public func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The files directly in `folder`, by name.
  public func list(_ folder: String) throws(WorldError) -> [String] {
    try names(in: folder).filter { Self.kind("\(folder)/\($0)") == S_IFREG }
  }

  /// The folders directly in a folder, by name.
  public func folders(in folder: String) throws(WorldError) -> [String] {
    try names(in: folder).filter { $0 != "." && $0 != ".." }
      .filter { Self.kind("\(folder)/\($0)") == S_IFDIR }
  }

  private func names(in folder: String) throws(WorldError) -> [String] {
    guard let stream = opendir(folder) else { throw Self.error(.missing, folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// Whether `path` is a folder with nothing in it.
  public func isEmptyFolder(_ path: String) throws(WorldError) -> Bool {
    guard let stream = opendir(path) else { return false }
    defer { closedir(stream) }
    // Every folder holds "." and "..".
    for _ in 0..<2 where readdir(stream) == nil { return true }
    return readdir(stream) == nil
  }

  /// What is at a path, as its mode says; `nil` where nothing is.
  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The bytes of a file of at most `limit` bytes.
  public func read(_ path: String, limit: Int) throws(WorldError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(.missing, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.error(.unreadable, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WorldError(.unreadable, path: path, reason: "it is not a file")
    }
    guard status.st_size <= limit else {
      throw WorldError(
        .tooLarge, path: path, reason: "it has \(status.st_size) bytes; the limit is \(limit)")
    }
    return try Self.readAll(descriptor, size: Int(status.st_size), path: path)
  }

  /// At most `count` bytes of a file from `offset` on; fewer only at its end.
  public func read(
    _ path: String, from offset: Int, count: Int
  ) throws(WorldError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(.missing, path) }
    defer { close(descriptor) }
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw Self.error(.unreadable, path) }
    return try Self.readAll(descriptor, size: count, path: path)
  }

  private static func readAll(
    _ descriptor: Int32, size: Int, path: String
  ) throws(WorldError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    if failed { throw error(.unreadable, path) }
    return bytes
  }

  /// Makes a folder and those above it.
  public func makeFolder(_ path: String) throws(WorldError) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made == "/" ? "" : "/") + part
      if made == "/" || made.isEmpty { continue }
      guard mkdir(made, 0o777) == 0 || errno == EEXIST else { throw Self.error(.unwritable, made) }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw WorldError(.unwritable, path: path, reason: "it is not a folder")
    }
  }

  /// Writes to a temporary name, syncs, renames, and syncs the folder.
  public func write(_ bytes: [UInt8], to path: String) throws(WorldError) {
    let temporary = path + ".part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(.unwritable, path) }
    let problem = Self.writeAll(bytes, to: descriptor, path: path)
    let closed = close(descriptor)
    if let problem {
      unlink(temporary)
      throw problem
    }
    guard closed == 0, rename(temporary, path) == 0 else {
      let problem = Self.error(.unwritable, path)
      unlink(temporary)
      throw problem
    }
    try Self.syncFolder(of: path)
  }

  /// Adds bytes to a file that nobody reads yet.
  public func append(_ bytes: [UInt8], to path: String) throws(WorldError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(.unwritable, path) }
    let problem = Self.writeAll(bytes, to: descriptor, path: path, isLast: false)
    guard close(descriptor) == 0 || problem != nil else { throw Self.error(.unwritable, path) }
    if let problem { throw problem }
  }

  /// Syncs, renames, and syncs the folder.
  public func move(_ path: String, to other: String) throws(WorldError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(.unwritable, path) }
    let synced = fsync(descriptor)
    guard close(descriptor) == 0, synced == 0, rename(path, other) == 0 else {
      throw Self.error(.unwritable, other)
    }
    try Self.syncFolder(of: other)
  }

  /// Removes a file, if there is one.
  public func remove(_ path: String) throws(WorldError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw Self.error(.unwritable, path) }
  }

  private static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String, isLast: Bool = true
  ) -> WorldError? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return error(.unwritable, path) }
      written += count
    }
    return !isLast || fsync(descriptor) == 0 ? nil : error(.unwritable, path)
  }

  private static func syncFolder(of path: String) throws(WorldError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(.unwritable, folder) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; the rename is as safe as they make it.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(.unwritable, folder) }
  }

  /// The error for the system's last one: a missing file, a full disk, or `kind`.
  private static func error(_ kind: WorldError.Kind, _ path: String) -> WorldError {
    let code = errno
    let reason = String(cString: strerror(code))
    switch code {
    case ENOSPC, EDQUOT: return WorldError(.diskFull, path: path, reason: reason)
    case ENOENT where kind == .missing: return WorldError(.missing, path: path, reason: reason)
    default:
      return WorldError(kind == .missing ? .unreadable : kind, path: path, reason: reason)
    }
  }
}
