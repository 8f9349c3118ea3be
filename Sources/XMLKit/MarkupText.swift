import Glibc

/// The bytes of a document in the form that ``MarkupReader`` reads, and texts of it without their
/// references.
struct MarkupText: ~Copyable {
  private let source: UnsafePointer<UInt8>
  private let count: Int
  /// Texts of one tag without their references; none is longer than what it was made from.
  private let decoded: DecodedText

  init(_ source: UnsafePointer<UInt8>, count: Int) {
    self.source = source
    self.count = count
    decoded = DecodedText(capacity: count)
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 { source[index] }

  /// Whether the document begins with the declaration, and goes on with a tag.
  var hasDeclaration: Bool {
    let text = XMLMarkup.declaration
    let length = text.utf8CodeUnitCount
    return count > length && memcmp(source, text.utf8Start, length) == 0
      && source[length] == UInt8(ascii: "<")
  }

  @inline(__always)
  func run(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: source + range.lowerBound, count: range.count)
  }

  /// Where a name ends, by its bytes; whether it is a name is another matter.
  @inline(__always)
  func endOfName(from start: Int) -> Int {
    var end = start
    while end < count {
      let byte = source[end]
      // Letters, digits, and `-`, `.`, `:`.
      guard byte > 0x40 || (byte >= 0x30 && byte <= 0x3A) || byte == 0x2D || byte == 0x2E else {
        break
      }
      end += 1
    }
    return end
  }

  /// Whether two runs of bytes are the same.
  @inline(__always)
  func isSame(_ left: Int, _ right: Int, _ length: Int) -> Bool {
    guard length >= 8, length <= 16 else {
      return memcmp(source + left, source + right, length) == 0
    }
    let bytes = UnsafeRawPointer(source)
    func word(_ place: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    return word(left) == word(right) && word(left + length - 8) == word(right + length - 8)
  }

  func forgetDecoded() { decoded.count = 0 }

  /// A text up to a byte that ends it, without its references; `nil` where a byte is none of the
  /// form.
  ///
  /// In a value, which ends with a quotation mark, an `&` stands as libxml2 hands it over: `&#38;`.
  @inline(__always)
  func run(from index: inout Int, until end: UInt8) -> UnsafeBufferPointer<UInt8>? {
    let start = index
    var next = start
    while next < count {
      let byte = source[next]
      // Letters, digits and usual signs, which most bytes are: all of ASCII from `'` on but `<` and
      // `>`, and the space.
      if byte >= 0x27 && byte < 0x80 && byte & 0xFD != 0x3C || byte == 0x20 {
        next += 1
        continue
      }
      if byte == end {
        index = next
        return UnsafeBufferPointer(start: source + start, count: next - start)
      }
      if byte == UInt8(ascii: "&") {
        index = next
        return decode(from: start, &index, until: end)
      }
      let length = lengthOfCharacter(byte, at: next, isValue: end == UInt8(ascii: "\""))
      guard length > 0 else { return nil }
      next += length
    }
    return nil
  }

  /// How many bytes a character has that may stand in a text as it is; 0 for one that may not.
  private func lengthOfCharacter(_ byte: UInt8, at place: Int, isValue: Bool) -> Int {
    if byte >= 0x80 { return lengthOfSequence(byte, at: place) }
    if byte >= 0x20 { return byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") ? 1 : 0 }
    return !isValue && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")) ? 1 : 0
  }

  /// The Unicode Standard, table 3-7, without U+FFFE and U+FFFF (XML 1.0, production 2).
  private func lengthOfSequence(_ byte: UInt8, at place: Int) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      place + offset < count && range.contains(source[place + offset])
    }
    switch byte {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xEF where follows(1, 0xBF...0xBF): return follows(2, 0x80...0xBD) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// The rest of a text that has a reference in it.
  private func decode(
    from start: Int, _ index: inout Int, until end: UInt8
  ) -> UnsafeBufferPointer<UInt8>? {
    let isValue = end == UInt8(ascii: "\"")
    // A text is used up before the next; the values of a tag are used together.
    if !isValue { forgetDecoded() }
    let first = decoded.count
    for place in start..<index { decoded.append(source[place]) }
    while index < count {
      let byte = source[index]
      if byte == end { return decoded.run(from: first) }
      if byte == UInt8(ascii: "&") {
        guard decodeReference(&index, isValue: isValue) else { return nil }
        continue
      }
      let length = lengthOfCharacter(byte, at: index, isValue: isValue)
      guard length > 0 else { return nil }
      for place in index..<index + length { decoded.append(source[place]) }
      index += length
    }
    return nil
  }

  private func decodeReference(_ index: inout Int, isValue: Bool) -> Bool {
    for (reference, byte) in XMLMarkup.references {
      let length = reference.utf8CodeUnitCount
      guard index + length <= count, memcmp(source + index, reference.utf8Start, length) == 0
      else { continue }
      index += length
      decoded.append(byte)
      if byte == UInt8(ascii: "&"), isValue { for byte in "#38;".utf8 { decoded.append(byte) } }
      return true
    }
    return false
  }
}

/// Bytes in a place that does not move.
private final class DecodedText {
  var count = 0
  private let capacity: Int
  private var bytes: UnsafeMutablePointer<UInt8>?

  init(capacity: Int) { self.capacity = capacity }

  deinit { bytes?.deallocate() }

  func append(_ byte: UInt8) {
    let room = bytes ?? .allocate(capacity: capacity)
    bytes = room
    room[count] = byte
    count += 1
  }

  func run(from first: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes.map { UnsafePointer($0 + first) }, count: count - first)
  }
}
