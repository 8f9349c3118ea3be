public import Diagnostics

/// The files of a ZIP archive, such as a zipped OneRoster set (APPNOTE 6.3, without ZIP64).
///
/// Nothing is written anywhere, so a path in an archive can name no place on the machine; tricks are
/// refused all the same, because they show that the archive is not what it says it is.
public struct ZipArchive: Sendable {
  /// Files of an archive at most.
  private static let most = 1_000

  /// The files with their names, in the order of the archive.
  public let files: [InputFile]
  /// What could not be taken, and why.
  public let problems: [Diagnostic]

  /// Whether a file is a ZIP archive, by its first bytes.
  public static func matches(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Reads an archive; all files together may hold `limit` bytes.
  public init(_ archive: InputFile, limit: Int = 1 << 30) {
    var reader = ZipReader(archive, limit: limit, most: Self.most)
    reader.read()
    files = reader.files
    problems = reader.problems
  }
}

/// Walks the central directory of an archive.
private struct ZipReader {
  /// Text is packed to a tenth or a fiftieth; what is packed closer is made to fill memory.
  private static let ratio = 200
  /// Files of fewer bytes do no harm.
  private static let unsuspicious = 16 << 20

  private let archive: InputFile
  private let most: Int
  private var left: Int
  private(set) var files: [InputFile] = []
  private(set) var problems: [Diagnostic] = []

  init(_ archive: InputFile, limit: Int, most: Int) {
    self.archive = archive
    self.most = most
    left = limit
  }

  private var bytes: [UInt8] { archive.bytes }

  private func number(_ at: Int, _ size: Int) -> Int {
    guard at >= 0, at + size <= bytes.count else { return -1 }
    return (0..<size).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  private mutating func report(_ code: DiagnosticCode, _ message: String, _ hint: String) {
    problems.append(
      Diagnostic(code, at: SourceLocation(file: archive.path), message, hint: hint))
  }

  private mutating func damaged(_ what: String) {
    report(.damagedArchive, "the archive is damaged: \(what)", "make the archive again")
  }

  mutating func read() {
    guard let end = endRecord() else { return damaged("its directory is not there") }
    let count = number(end + 10, 2)
    var at = number(end + 16, 4)
    guard count <= most, count != 0xFFFF else {
      return report(
        .archiveTooLarge, "the archive holds more than \(most) files", "pack only what is exported")
    }
    var names: Set<String> = []
    for _ in 0..<count {
      guard number(at, 4) == 0x0201_4B50 else { return damaged("its directory breaks off") }
      let nameLength = number(at + 28, 2)
      let next = at + 46 + nameLength + number(at + 30, 2) + number(at + 32, 2)
      guard nameLength > 0, next <= bytes.count else { return damaged("its directory breaks off") }
      let name = archive.text((at + 46)..<(at + 46 + nameLength))
      if !name.hasSuffix("/") {
        guard names.insert(name).inserted else {
          return report(
            .suspiciousArchive, "the archive holds \"\(name)\" twice", "make the archive again")
        }
        guard isHarmless(name) else { return }
        guard entry(at, name) else { return }
      }
      at = next
    }
  }

  private func endRecord() -> Int? {
    let lowest = max(0, bytes.count - 22 - 0xFFFF)
    return stride(from: bytes.count - 22, through: lowest, by: -1).first {
      $0 >= 0 && number($0, 4) == 0x0605_4B50
    }
  }

  private mutating func isHarmless(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isTrick =
      parts.contains("..") || parts.contains("") || name.contains("\\") || name.contains(":")
      || name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0xFFFD }
    if isTrick {
      report(
        .suspiciousArchive, "the archive holds a file whose path leads out of it",
        "make the archive again, from the exported files alone")
    }
    return !isTrick
  }

  /// Takes one file; `false` when nothing more should be taken.
  private mutating func entry(_ at: Int, _ name: String) -> Bool {
    guard number(at + 8, 2) & 1 == 0 else {
      report(.suspiciousArchive, "the archive is encrypted", "pack it without a password")
      return false
    }
    let method = number(at + 10, 2)
    let packed = number(at + 20, 4)
    let size = number(at + 24, 4)
    let local = number(at + 42, 4)
    guard number(local, 4) == 0x0403_4B50 else {
      damaged("\(name) is not where it should be")
      return false
    }
    let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
    guard start + packed <= bytes.count else {
      damaged("\(name) breaks off")
      return false
    }
    guard size <= left else { return tooLarge(name) }
    guard size <= Self.unsuspicious || size / max(1, packed) <= Self.ratio else {
      report(
        .suspiciousArchive,
        "\(name) unpacks to more than \(Self.ratio) times its size, as no table does",
        "make the archive again, from the exported files alone")
      return false
    }
    guard method == 0 || method == 8 else {
      report(
        .suspiciousArchive, "\(name) is packed in a way that is not read",
        "pack it as an ordinary ZIP archive")
      return false
    }
    return unpack(start..<(start + packed), name, isStored: method == 0, size, number(at + 16, 4))
  }

  private mutating func unpack(
    _ range: Range<Int>, _ name: String, isStored: Bool, _ size: Int, _ checksum: Int
  ) -> Bool {
    do throws(Inflate.Fault) {
      // The stated size is a claim; what comes out is capped by it.
      let content =
        isStored ? Array(bytes[range]) : try Inflate.bytes(bytes[range], limit: min(size, left))
      guard content.count == size, Int(CRC32.value(content)) == checksum else {
        damaged("\(name) is not what it was")
        return false
      }
      left -= size
      files.append(InputFile(path: name, bytes: content))
      return true
    } catch {
      if error == .tooLarge { return tooLarge(name) }
      damaged("\(name) cannot be unpacked")
      return false
    }
  }

  private mutating func tooLarge(_ name: String) -> Bool {
    report(
      .archiveTooLarge, "\(name) unpacks to more than it may", "pack only what is exported")
    return false
  }
}

/// The checksum of ZIP archives (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func value(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { (sum, byte) in
      table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8)
    }
  }
}
