import TranscriptModel

/// A ZIP archive of files that are stored as they are: PDFs are compressed already.
///
/// The same files and day give the same bytes. APPNOTE.TXT 6.3, without ZIP64: a packet is far
/// below 4 GB.
struct StoredArchive {
  /// The day that every file carries.
  let day: CalendarDate
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  init(day: CalendarDate) { self.day = day }

  /// Adds a file; `name` is ASCII with `/` between folders.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let offset = UInt32(body.count)
    let common = header(of: bytes, name: name)
    body += Self.little(UInt32(0x0403_4B50)) + common + Array(name.utf8) + bytes
    // The directory's header: made by version 2.0, no comment, disk 0, no attributes.
    directory +=
      Self.little(UInt32(0x0201_4B50)) + Self.little(UInt16(20)) + common
      + [UInt8](repeating: 0, count: 10) + Self.little(offset) + Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    let end =
      Self.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + Self.little(count) + Self.little(count)
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(body.count)) + [0, 0]
    return body + directory + end
  }

  /// Version, flags, method, time, checksum, sizes, lengths: what both headers share.
  private func header(of bytes: [UInt8], name: String) -> [UInt8] {
    let size = Self.little(UInt32(bytes.count))
    return Self.little(UInt16(20)) + [0, 0, 0, 0, 0, 0] + Self.little(dosDay)
      + Self.little(CRC32.checksum(bytes)) + size + size + Self.little(UInt16(name.utf8.count))
      + [0, 0]
  }

  /// Years from 1980 in seven bits, month in four, day in five.
  private var dosDay: UInt16 {
    let parts = day.components
    let year = min(max(parts.year - 1980, 0), 127)
    return UInt16(year << 9 | Int(parts.month) << 5 | Int(parts.day))
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// The checksum of ZIP archives (ISO 3309).
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { value, byte in
      table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8)
    }
  }
}
