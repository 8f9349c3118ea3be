/// The file that cairo 1.16 writes, cut into its objects; nothing else is accepted.
///
/// It is cut by its cross-reference table, so no byte of a stream is ever taken for a keyword.
struct CairoFile {
  /// An object: its number and the bytes between `obj` and `endobj`.
  struct Object {
    var number: Int
    var body: ArraySlice<UInt8>
  }

  let bytes: [UInt8]
  /// In the order of the file.
  private(set) var objects: [Object] = []
  /// One more than the highest object number.
  private(set) var size = 0
  private(set) var root = 0
  private(set) var info = 0
  /// The values of objects that are a bare number: the lengths of streams.
  private(set) var lengths: [Int: Int] = [:]

  init(_ bytes: [UInt8]) throws(PDFFailure) {
    self.bytes = bytes
    var reader = ByteReader(bytes[...])
    try reader.expect("%PDF-1.5\n")
    let table = try Self.tableOffset(bytes)
    reader = ByteReader(bytes[table...])
    try reader.expect("xref\n0 ")
    size = try reader.number()
    try reader.expect("\n0000000000 65535 f \n")
    var offsets: [(offset: Int, number: Int)] = []
    offsets.reserveCapacity(size)
    for number in 1..<max(size, 1) {
      offsets.append((try reader.number(), number))
      try reader.expect(" 00000 n \n")
    }
    try reader.expect("trailer\n<< /Size ")
    guard try reader.number() == size else { throw reader.failure("the table's size") }
    try reader.expect("\n   /Root ")
    root = try reader.reference()
    try reader.expect("\n   /Info ")
    info = try reader.reference()
    try reader.expect("\n>>\nstartxref\n")
    try cut(offsets, end: table)
  }

  private mutating func cut(
    _ offsets: [(offset: Int, number: Int)], end: Int
  ) throws(PDFFailure) {
    let sorted = offsets.sorted { $0.offset < $1.offset }
    objects.reserveCapacity(sorted.count)
    for (index, entry) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1].offset : end
      guard entry.offset >= 0, entry.offset < next else {
        throw PDFFailure(unknown: "object \(entry.number) at \(entry.offset)")
      }
      var reader = ByteReader(bytes[entry.offset..<next])
      guard try reader.number() == entry.number else { throw reader.failure("an object's number") }
      try reader.expect(" 0 obj\n")
      try reader.dropSuffix("\nendobj\n")
      let body = reader.rest
      if body.starts(with: "   ".utf8) {
        var value = ByteReader(body.dropFirst(3))
        lengths[entry.number] = try value.number()
        try value.expectEnd()
      } else {
        objects.append(Object(number: entry.number, body: body))
      }
    }
  }

  private static func tableOffset(_ bytes: [UInt8]) throws(PDFFailure) -> Int {
    let tail = Array("\n%%EOF\n".utf8)
    var start = bytes.count - tail.count
    guard start > 0, bytes[start...].elementsEqual(tail) else {
      throw PDFFailure(unknown: "the file's end")
    }
    var scale = 1
    var offset = 0
    while start > 0, scale < 1_000_000_000, (48...57).contains(bytes[start - 1]) {
      start -= 1
      offset += Int(bytes[start] - 48) * scale
      scale *= 10
    }
    guard offset < bytes.count else { throw PDFFailure(unknown: "startxref") }
    return offset
  }
}

/// A stream as cairo writes it: always compressed, its length in an object of its own.
struct CairoStream {
  /// The uncompressed length that a font file states.
  var length1: Int?
  /// The compressed data.
  var data: ArraySlice<UInt8>

  init(_ body: ArraySlice<UInt8>, lengths: [Int: Int]) throws(PDFFailure) {
    var reader = ByteReader(body)
    try reader.expect("<< /Length ")
    let lengthNumber = try reader.reference()
    try reader.expect("\n   /Filter /FlateDecode\n")
    if reader.skip("   /Length1 ") {
      length1 = try reader.number()
      try reader.expect("\n")
    }
    try reader.expect(">>\nstream\n")
    guard let length = lengths[lengthNumber] else { throw reader.failure("a stream's length") }
    data = try reader.take(length)
    try reader.expect("\nendstream")
    try reader.expectEnd()
  }
}

extension PDFFailure {
  /// The drawn file has a part that this pass does not know.
  init(unknown part: String) {
    self.init(.pdfFinishing, "the drawn file has an unknown shape: \(part)")
  }
}
