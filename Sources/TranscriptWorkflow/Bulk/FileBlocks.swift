import Glibc
import TranscriptImport

/// Reads a file in blocks of whole lines, whatever its size.
struct FileBlocks: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private let size: Int
  private var carry: [UInt8] = []
  private var isAtEnd = false
  private static let longestRow = ImportLimits().row

  /// Opens a file; blocks hold about `size` bytes, more where a line is longer.
  init(_ path: String, size: Int) throws(WorldError) {
    self.path = path
    self.size = size
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw WorldError(.missing, path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit { close(descriptor) }

  /// The first line without its end, and without a byte-order mark.
  mutating func header() throws(WorldError) -> [UInt8] {
    guard var block = try next() else { return [] }
    if block.starts(with: [0xEF, 0xBB, 0xBF]) { block.removeFirst(3) }
    let end = block.firstIndex(of: 0x0A) ?? block.count
    carry = Array(block.dropFirst(end + 1)) + carry
    let line = block[..<end]
    return Array(line.last == 0x0D ? line.dropLast() : line)
  }

  /// The next whole lines; `nil` at the end.
  mutating func next() throws(WorldError) -> [UInt8]? {
    var block = carry
    carry = []
    while !isAtEnd {
      let before = block.count
      guard before <= size + Self.longestRow else {
        throw WorldError(
          .tooLarge, path: path, reason: "it has a row of more than \(Self.longestRow) bytes")
      }
      try fill(&block)
      guard let end = block[before...].lastIndex(of: 0x0A) else { continue }
      carry = Array(block[(end + 1)...])
      block.removeLast(block.count - end - 1)
      return block
    }
    return block.isEmpty ? nil : block
  }

  /// Adds up to `size` bytes.
  private mutating func fill(_ block: inout [UInt8]) throws(WorldError) {
    let before = block.count
    var count = 0
    var fault: Int32 = 0
    let room = size
    let file = descriptor
    block = [UInt8](unsafeUninitializedCapacity: before + room) { buffer, initialized in
      _ = buffer.initialize(from: block)
      while count < room {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[(before + count)...])
        let got = Glibc.read(file, rest.baseAddress, min(rest.count, room - count))
        if got < 0 && errno == EINTR { continue }
        if got < 0 { fault = errno }
        guard got > 0 else { break }
        count += got
      }
      initialized = before + count
    }
    if fault != 0 {
      throw WorldError(.unreadable, path: path, reason: String(cString: strerror(fault)))
    }
    isAtEnd = count < room
  }
}
