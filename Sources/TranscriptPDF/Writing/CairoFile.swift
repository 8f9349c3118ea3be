/// The file that cairo 1.16 writes, cut into its objects; nothing else is accepted.
///
/// It is cut by its cross-reference table, so no byte of a stream is ever taken for a keyword.
struct CairoFile {
  /// An object: its number and the bytes between `obj` and `endobj`.
  struct Object {
    var number: Int
    var body: Bytes
  }

  /// In the order of the file.
  private(set) var objects: [Object] = []
  /// One more than the highest object number.
  let size: Int
  let root: Int
  let info: Int
  /// For objects that are a bare number, the lengths of streams, the value; else -1.
  private(set) var lengths: [Int]

  init(_ bytes: Bytes) throws(PDFFailure) {
    var reader = ByteReader(bytes)
    try reader.expect("%PDF-1.5\n")
    let table = try ByteReader.tableOffset(bytes)
    reader = ByteReader(bytes, from: table, to: bytes.count)
    try reader.expect("xref\n0 ")
    size = try reader.number()
    try reader.expect("\n0000000000 65535 f \n")
    guard size > 0, size <= bytes.count else { throw reader.failure("a table's size") }
    var offsets: [(offset: Int, number: Int)] = []
    offsets.reserveCapacity(size)
    for number in 1..<size {
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
    lengths = Array(repeating: -1, count: size)
    try cut(bytes, at: offsets, end: table)
  }

  private mutating func cut(
    _ bytes: Bytes, at offsets: [(offset: Int, number: Int)], end: Int
  ) throws(PDFFailure) {
    let sorted = offsets.sorted { $0.offset < $1.offset }
    objects.reserveCapacity(sorted.count)
    for (index, entry) in sorted.enumerated() {
      let next = index + 1 < sorted.count ? sorted[index + 1].offset : end
      guard entry.offset >= 0, entry.offset < next, next <= end else {
        throw PDFFailure(unknown: "object \(entry.number) at byte \(entry.offset)")
      }
      var reader = ByteReader(bytes, from: entry.offset, to: next)
      guard try reader.number() == entry.number else { throw reader.failure("an object's number") }
      try reader.expect(" 0 obj\n")
      try reader.dropSuffix("\nendobj\n")
      if reader.skip("   ") {
        lengths[entry.number] = try reader.number()
        try reader.expectEnd()
      } else {
        objects.append(Object(number: entry.number, body: reader.rest))
      }
    }
  }
}

/// A stream as cairo writes it: always compressed, its length in an object of its own.
struct CairoStream {
  /// The uncompressed length that a font file states.
  var length1: Int?
  /// The compressed data.
  var data: Bytes

  init(_ body: Bytes, lengths: [Int]) throws(PDFFailure) {
    var reader = ByteReader(body)
    try reader.expect("<< /Length ")
    let lengthNumber = try reader.reference()
    try reader.expect("\n   /Filter /FlateDecode\n")
    if reader.skip("   /Length1 ") {
      length1 = try reader.number()
      try reader.expect("\n")
    }
    try reader.expect(">>\nstream\n")
    guard lengths.indices.contains(lengthNumber) else { throw reader.failure("a stream's length") }
    data = try reader.take(lengths[lengthNumber])
    try reader.expect("\nendstream")
    try reader.expectEnd()
  }
}

extension PDFFailure {
  /// cairo's file has a part that the reader of font sheets does not know.
  init(unknown part: String) {
    self.init(.pdfFontSheet, "the drawn file has an unknown shape: \(part)")
  }
}
