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

  private static let packedLimit = 200
  private(set) var bytes: [UInt8]
  private var places: [Place]
  private let deflater: Deflater
  /// Numbers and offsets, then bodies, of the object stream being filled.
  private var packedHeader: [UInt8] = []
  private var packedBodies: [UInt8] = []
  private var packedNumbers: [Int] = []

  /// A file whose object numbers below `size` are given by the caller.
  init(size: Int, deflater: consuming Deflater) {
    self.deflater = deflater
    places = Array(repeating: .unused, count: size)
    bytes = Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 10]
    bytes.reserveCapacity(1 << 16)
  }

  /// A number for an object that cairo did not write.
  mutating func newNumber() -> Int {
    places.append(.unused)
    return places.count - 1
  }

  /// Compresses data with the file's compressor.
  func compress(_ data: [UInt8]) throws(PDFFailure) -> [UInt8] {
    do throws(CairoError) { return try deflater.compress(data) } catch { throw PDFFailure(error) }
  }

  /// Writes a stream at once; `entries` are its dictionary's, without the length.
  mutating func writeStream(_ number: Int, entries: String, data: some Collection<UInt8>) {
    places[number] = .offset(bytes.count)
    append("\(number) 0 obj\n<<\(entries)/Length \(data.count)>>\nstream\n")
    bytes.append(contentsOf: data)
    append("\nendstream\nendobj\n")
  }

  /// Adds an object that is not a stream; it is packed with others.
  mutating func add(_ number: Int, _ body: some Collection<UInt8>) throws(PDFFailure) {
    packedHeader.append(contentsOf: "\(number) \(packedBodies.count) ".utf8)
    packedBodies.append(contentsOf: body)
    packedBodies.append(10)
    packedNumbers.append(number)
    if packedNumbers.count == Self.packedLimit { try flush() }
  }

  /// Adds an object given as text.
  mutating func add(_ number: Int, text: String) throws(PDFFailure) { try add(number, text.utf8) }

  /// Writes the rest of the file and gives its bytes; the identifier is a hash of all before it.
  consuming func finish(root: Int, info: Int) throws(PDFFailure) -> [UInt8] {
    try flush()
    let number = newNumber()
    let offset = bytes.count
    places[number] = .offset(offset)
    let table = try compress(tableEntries())
    // ISO 32000-1, 14.4; the first half of SHA-256 is as long as the usual MD5.
    let identifier = Digest.sha256(bytes).prefix(32)
    append(
      "\(number) 0 obj\n<</Type/XRef/Size \(places.count)/W[1 3 1]/Root \(root) 0 R"
        + "/Info \(info) 0 R/ID[<\(identifier)><\(identifier)>]/Filter/FlateDecode"
        + "/Length \(table.count)>>\nstream\n")
    bytes.append(contentsOf: table)
    append("\nendstream\nendobj\nstartxref\n\(offset)\n%%EOF\n")
    return bytes
  }

  private mutating func flush() throws(PDFFailure) {
    guard !packedNumbers.isEmpty else { return }
    let stream = newNumber()
    for (index, number) in packedNumbers.enumerated() {
      places[number] = .packed(stream: stream, index: index)
    }
    let first = packedHeader.count
    let count = packedNumbers.count
    let data = try compress(packedHeader + packedBodies)
    writeStream(
      stream, entries: "/Type/ObjStm/N \(count)/First \(first)/Filter/FlateDecode", data: data)
    packedHeader.removeAll(keepingCapacity: true)
    packedBodies.removeAll(keepingCapacity: true)
    packedNumbers.removeAll(keepingCapacity: true)
  }

  /// One row of five bytes an object.
  private func tableEntries() -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * 5)
    for (number, place) in places.enumerated() {
      let row =
        switch place {
        case .unused: (kind: UInt8(0), value: 0, last: number == 0 ? 255 : 0)
        case .offset(let offset): (kind: UInt8(1), value: offset, last: 0)
        case .packed(let stream, let index): (kind: UInt8(2), value: stream, last: index)
        }
      rows.append(row.kind)
      for shift in [16, 8, 0] { rows.append(UInt8(truncatingIfNeeded: row.value >> shift)) }
      rows.append(UInt8(truncatingIfNeeded: row.last))
    }
    return rows
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
