import CairoKit

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

  /// The index of an object in its stream takes one byte in the cross-reference stream.
  private static let packedLimit = 256
  private var file: ByteWriter
  private var places: [Place]
  private let deflater: Deflater
  /// Numbers and offsets, then bodies, of the object stream being filled.
  private var packedHeader = ByteWriter(capacity: 1 << 12)
  private var packedBodies = ByteWriter(capacity: 1 << 14)
  private var packedNumbers: [Int] = []

  /// A file without objects.
  init(deflater: Deflater) {
    self.deflater = deflater
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

  /// Compresses data with the file's compressor.
  func compress(_ data: [UInt8]) throws(PDFFailure) -> [UInt8] {
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
  mutating func add(_ number: Int, _ body: (inout ByteWriter) -> Void) throws(PDFFailure) {
    packedHeader.write(number)
    packedHeader.write(" ")
    packedHeader.write(packedBodies.count)
    packedHeader.write(" ")
    body(&packedBodies)
    packedBodies.write("\n")
    packedNumbers.append(number)
    if packedNumbers.count == Self.packedLimit { try flush() }
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
      text: " 0 obj\n<</Type/XRef/Size \(places.count)/W[1 3 1]/Root \(root) 0 R"
        + "/Info \(info) 0 R/ID[<\(identifier)><\(identifier)>]/Filter/FlateDecode"
        + "/DecodeParms<</Predictor 12/Columns 5>>/Length \(table.count)>>\nstream\n")
    file.write(table)
    file.write(text: "\nendstream\nendobj\nstartxref\n\(offset)\n%%EOF\n")
    return file.bytes
  }

  private mutating func flush() throws(PDFFailure) {
    guard !packedNumbers.isEmpty else { return }
    let stream = newNumber()
    for (index, number) in packedNumbers.enumerated() {
      places[number] = .packed(stream: stream, index: index)
    }
    let first = packedHeader.count
    packedHeader.write(packedBodies.bytes)
    let data = try compress(packedHeader.bytes)
    writeStream(
      stream,
      entries: "/Type/ObjStm/N \(packedNumbers.count)/First \(first)/Filter/FlateDecode",
      data: data)
    packedHeader.removeAll()
    packedBodies.removeAll()
    packedNumbers.removeAll(keepingCapacity: true)
  }

  /// One row of five bytes an object, each as the difference from the row above.
  ///
  /// PNG's "up" predictor (ISO 32000-1, 7.4.4.4) makes the rows of packed objects all alike.
  private func tableEntries() -> [UInt8] {
    var rows = ByteWriter(capacity: places.count * 6)
    var above = (kind: 0, value: 0, last: 0)
    for (number, place) in places.enumerated() {
      let row =
        switch place {
        case .unused: (kind: 0, value: 0, last: number == 0 ? 255 : 0)
        case .offset(let offset): (kind: 1, value: offset, last: 0)
        case .packed(let stream, let index): (kind: 2, value: stream, last: index)
        }
      rows.write(byte: 2)
      rows.write(byte: UInt8(truncatingIfNeeded: row.kind - above.kind))
      for shift in [16, 8, 0] {
        rows.write(
          byte: UInt8(truncatingIfNeeded: (row.value >> shift & 255) - (above.value >> shift & 255))
        )
      }
      rows.write(byte: UInt8(truncatingIfNeeded: row.last - above.last))
      above = row
    }
    return rows.bytes
  }
}
