import CairoKit

/// The compressors of a renderer.
struct Deflaters {
  let usual: Deflater
  /// For what is long and alike, as XML is: a sixth less time for a fiftieth more bytes.
  let quick: Deflater

  init() throws(CairoError) {
    usual = try Deflater(level: 5)
    quick = try Deflater(level: 4)
  }
}

/// Writes a PDF 1.7 file with object streams and a cross-reference stream.
///
/// ISO 32000-1, 7.5.7 and 7.5.8; both are allowed in PDF/A-3 (ISO 19005-3, 6.1).
struct PDFFileWriter: ~Copyable {
  /// Where an object is.
  private enum Place {
    case unused
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  /// Objects that are not streams, in the order in which they are packed.
  private struct Packed {
    var objects: [(number: Int, offset: Int)] = []
    var bodies = ByteWriter(capacity: 1 << 14)
  }

  /// The index of an object in its stream takes two bytes in the cross-reference stream.
  private static let packedLimit = 1 << 16
  private var file: ByteWriter
  private var places: [Place]
  private let deflaters: Deflaters
  /// The object stream being filled.
  private var packed = Packed()
  /// What comes last in it.
  private var leaves = Packed()

  /// A file without objects.
  init(deflaters: Deflaters) {
    self.deflaters = deflaters
    places = [.unused]
    file = ByteWriter(capacity: 1 << 16)
    file.write("%PDF-1.7\n%")
    file.write([0xB5, 0xED, 0xAE, 0xFB, 10])
  }

  /// A number for an object.
  mutating func newNumber() -> Int {
    places.append(.unused)
    return places.count - 1
  }

  /// The first of `count` numbers for objects, which follow each other.
  mutating func newNumbers(_ count: Int) -> Int {
    places += Array(repeating: .unused, count: count)
    return places.count - count
  }

  /// Compresses data for the file.
  func compress(_ data: [UInt8], quickly: Bool = false) throws(PDFFailure) -> [UInt8] {
    let deflater = quickly ? deflaters.quick : deflaters.usual
    do throws(CairoError) { return try deflater.compress(data) } catch { throw PDFFailure(error) }
  }

  /// Writes a stream at once; `entries` are its dictionary's, without the length.
  mutating func writeStream(_ number: Int, entries: String, data: [UInt8]) {
    data.withUnsafeBufferPointer { writeStream(number, entries: entries, data: $0) }
  }

  /// Writes a stream at once; `entries` are its dictionary's, without the length.
  mutating func writeStream(_ number: Int, entries: String, data: Bytes) {
    places[number] = .offset(file.count)
    file.write(number)
    file.write(" 0 obj\n<<")
    file.write(text: entries)
    file.write("/Length ")
    file.write(data.count)
    file.write(">>\nstream\n")
    file.write(data)
    file.write("\nendstream\nendobj\n")
  }

  /// Adds an object that is not a stream; `body` writes it, and it is packed with others.
  ///
  /// Leaves are packed behind the others: hundreds that differ in two numbers take half as much
  /// behind each other as between what they are leaves of.
  mutating func add(
    _ number: Int, isLeaf: Bool = false, _ body: (inout ByteWriter) -> Void
  ) throws(PDFFailure) {
    if isLeaf { Self.add(number, to: &leaves, body) } else { Self.add(number, to: &packed, body) }
    if packed.objects.count + leaves.objects.count == Self.packedLimit { try flush() }
  }

  private static func add(
    _ number: Int, to packed: inout Packed, _ body: (inout ByteWriter) -> Void
  ) {
    packed.objects.append((number, packed.bodies.count))
    body(&packed.bodies)
    packed.bodies.write("\n")
  }

  /// Writes the rest of the file and gives its bytes; the identifier is a hash of all before it.
  consuming func finish(root: Int, info: Int) throws(PDFFailure) -> [UInt8] {
    try flush()
    let number = newNumber()
    let offset = file.count
    places[number] = .offset(offset)
    let table = try compress(tableEntries())
    let identifier = Digest.md5(file.bytes)
    file.write(number)
    file.write(
      text: " 0 obj\n<</Type/XRef/Size \(places.count)/W[1 3 2]/Root \(root) 0 R"
        + "/Info \(info) 0 R/ID[<\(identifier)><\(identifier)>]/Filter/FlateDecode"
        + "/DecodeParms<</Predictor 12/Columns 6>>/Length \(table.count)>>\nstream\n")
    file.write(table)
    file.write(text: "\nendstream\nendobj\nstartxref\n\(offset)\n%%EOF\n")
    return file.bytes
  }

  private mutating func flush() throws(PDFFailure) {
    let behind = packed.bodies.count
    let objects = packed.objects + leaves.objects.map { ($0.number, behind + $0.offset) }
    guard !objects.isEmpty else { return }
    let stream = newNumber()
    var content = ByteWriter(capacity: 1 << 16)
    for (index, (number, offset)) in objects.enumerated() {
      places[number] = .packed(stream: stream, index: index)
      content.write(number)
      content.write(" ")
      content.write(offset)
      content.write(" ")
    }
    let first = content.count
    content.write(packed.bodies.bytes)
    content.write(leaves.bodies.bytes)
    writeStream(
      stream, entries: "/Type/ObjStm/N \(objects.count)/First \(first)/Filter/FlateDecode",
      data: try compress(content.bytes))
    packed = Packed()
    leaves = Packed()
  }

  /// One row of six bytes an object, each as the difference from the row above.
  ///
  /// PNG's "up" predictor (ISO 32000-1, 7.4.4.4) makes the rows of packed objects all alike.
  private func tableEntries() -> [UInt8] {
    var rows = ByteWriter(capacity: places.count * 7)
    var above = (kind: 0, value: 0, last: 0)
    for (number, place) in places.enumerated() {
      let row =
        switch place {
        case .unused: (kind: 0, value: 0, last: number == 0 ? 0xFFFF : 0)
        case .offset(let offset): (kind: 1, value: offset, last: 0)
        case .packed(let stream, let index): (kind: 2, value: stream, last: index)
        }
      rows.write(byte: 2)
      rows.write(byte: UInt8(truncatingIfNeeded: row.kind - above.kind))
      for shift in [16, 8, 0] { rows.write(byte: Self.step(above.value, row.value, shift)) }
      for shift in [8, 0] { rows.write(byte: Self.step(above.last, row.last, shift)) }
      above = row
    }
    return rows.bytes
  }

  /// The difference of two numbers in one of their bytes.
  private static func step(_ above: Int, _ number: Int, _ shift: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: number >> shift) &- UInt8(truncatingIfNeeded: above >> shift)
  }
}

extension PDFFileWriter {
  /// Writes a font's objects, whose references are in numbers of their own, and gives the number of
  /// the one that is its dictionary.
  mutating func add(
    _ objects: [FontFace.SheetObject], root: Int
  ) throws(PDFFailure) -> Int {
    var numbers: [Int: Int] = [:]
    for object in objects { numbers[object.number] = newNumber() }
    for object in objects {
      guard let number = numbers[object.number] else { continue }
      if let stream = object.stream {
        writeStream(
          number, entries: String(decoding: object.body, as: UTF8.self), data: stream)
      } else {
        try add(object.body, as: number, numbers)
      }
    }
    return numbers[root] ?? 0
  }

  /// Writes a dictionary with its references in the numbers of this file.
  private mutating func add(
    _ body: [UInt8], as number: Int, _ numbers: [Int: Int]
  ) throws(PDFFailure) {
    try body.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      try add(number) { output in
        // Up to which byte the body is copied, and where a number has begun.
        var (copied, start) = (0, 0)
        for index in bytes.indices {
          if (48...57).contains(bytes[index]) { continue }
          if index > start, bytes[index...].starts(with: " 0 R".utf8) {
            let old = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 48) }
            output.write(Bytes(rebasing: bytes[copied..<start]))
            output.write(numbers[old] ?? 0)
            copied = index
          }
          start = index + 1
        }
        output.write(Bytes(rebasing: bytes[copied...]))
      }
    }
  }
}
