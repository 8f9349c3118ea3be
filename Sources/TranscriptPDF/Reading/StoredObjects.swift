import CairoKit

/// The objects of a finished file, found by its cross-reference stream.
struct StoredObjects: ~Copyable {
  /// Where an object is (ISO 32000-1, 7.5.8.3).
  private enum Place {
    case unused
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  /// Far more than a transcript needs; it bounds what a hostile file can make of a few bytes.
  private static let limit = 1 << 24
  private let file: Bytes
  private let inflater: Inflater
  private let places: [Place]
  /// The number of the catalog.
  let root: Int
  private let packed: [Int: PackedObjects]

  /// An object stream: an object is cut out of it when somebody asks for it.
  private struct PackedObjects {
    var data: [UInt8]
    /// Where each object begins in the data, and where the last one ends.
    var starts: [Int]
  }

  init(_ file: Bytes) throws(PDFFailure) {
    // All that can fail comes before the first stored value: a noncopyable value is whole or none.
    let inflater = try Self.makeInflater()
    guard file.starts(with: "%PDF-1.7\n".utf8) else { throw PDFFailure(unreadable: "the header") }
    var reader = ByteReader(file, from: try ByteReader.tableOffset(file), to: file.count)
    _ = try reader.number()
    try reader.expect(" 0 obj\n<</Type/XRef/Size ")
    let size = try reader.number()
    try reader.expect("/W[1 3 ")
    // Files of before have one byte for the index of an object in its stream.
    let indexBytes = try reader.number()
    try reader.expect("]/Root ")
    let root = try reader.reference()
    let table = try Self.stream(at: reader.index, in: file, inflater)
    let places = try Self.places(table, size: size, indexBytes: indexBytes)
    var packed: [Int: PackedObjects] = [:]
    for case .packed(let stream, _) in places where packed[stream] == nil {
      guard places.indices.contains(stream), case .offset(let offset) = places[stream] else {
        throw PDFFailure(unreadable: "stream \(stream)")
      }
      packed[stream] = try Self.unpacked(Self.stream(at: offset, in: file, inflater))
    }
    self.file = file
    self.inflater = inflater
    self.places = places
    self.root = root
    self.packed = packed
  }

  /// The bytes of an object that is not a stream.
  func body(_ number: Int) throws(PDFFailure) -> ObjectBody {
    guard places.indices.contains(number), case .packed(let stream, let index) = places[number],
      let objects = packed[stream], index + 1 < objects.starts.count
    else { throw PDFFailure(unreadable: "object \(number)") }
    return ObjectBody(bytes: Array(objects.data[objects.starts[index]..<objects.starts[index + 1]]))
  }

  /// The expanded data of a stream.
  func stream(_ number: Int) throws(PDFFailure) -> [UInt8] {
    guard places.indices.contains(number), case .offset(let offset) = places[number] else {
      throw PDFFailure(unreadable: "stream \(number)")
    }
    return try Self.stream(at: offset, in: file, inflater)
  }

  /// The objects of a stream: numbers and offsets come first (7.5.7).
  private static func unpacked(_ data: [UInt8]) throws(PDFFailure) -> PackedObjects {
    try data.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      var reader = ByteReader(bytes)
      var starts: [Int] = []
      while let byte = reader.rest.first, (48...57).contains(byte) {
        _ = try reader.number()
        try reader.expect(" ")
        starts.append(try reader.number())
        try reader.expect(" ")
      }
      let first = reader.index
      starts = starts.map { first + $0 } + [bytes.count]
      guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
        throw PDFFailure(unreadable: "an object of a stream")
      }
      return PackedObjects(data: data, starts: starts)
    }
  }

  private static func makeInflater() throws(PDFFailure) -> Inflater {
    do throws(CairoError) { return try Inflater() } catch { throw PDFFailure(error) }
  }

  /// The stream whose dictionary stands at or after `offset`.
  private static func stream(
    at offset: Int, in file: Bytes, _ inflater: borrowing Inflater
  ) throws(PDFFailure) -> [UInt8] {
    var reader = ByteReader(file, from: min(offset, file.count), to: file.count)
    let dictionary = try reader.skipPast("\nstream\n")
    guard let length = ObjectBody(bytes: Array(dictionary)).number("/Length") else {
      throw reader.failure("a stream's length")
    }
    let data = try reader.take(length)
    guard ObjectBody(bytes: Array(dictionary)).has("/FlateDecode") else { return Array(data) }
    do throws(CairoError) {
      return try inflater.expand(data, limit: limit)
    } catch { throw PDFFailure(unreadable: "a stream at byte \(offset)") }
  }

  /// Rows of bytes, each written as its difference from the row above (7.4.4.4).
  private static func places(
    _ table: [UInt8], size: Int, indexBytes: Int
  ) throws(PDFFailure) -> [Place] {
    let columns = 4 + indexBytes
    guard (1...2).contains(indexBytes), size > 0, table.count == size * (columns + 1) else {
      throw PDFFailure(unreadable: "the table")
    }
    var row = [UInt8](repeating: 0, count: columns)
    return (0..<size).map { number in
      for column in 0..<columns { row[column] &+= table[number * (columns + 1) + 1 + column] }
      let value = Int(row[1]) << 16 | Int(row[2]) << 8 | Int(row[3])
      switch row[0] {
      case 1: return .offset(value)
      case 2: return .packed(stream: value, index: row[4...].reduce(0) { $0 << 8 | Int($1) })
      default: return .unused
      }
    }
  }
}

extension PDFFailure {
  /// The file is not one that this project has written, or it is damaged.
  init(unreadable part: String) {
    self.init(
      .pdfUnreadable, "the file is not a PDF of this program, or it is damaged: \(part)",
      hint: "give the PDF as it was written")
  }
}
