import Glibc

/// Reads markup of one plain form into a tree, without libxml2's parser.
///
/// The form is a part of XML, so that what is accepted is well-formed: one root, names in ASCII
/// without prefixes, values on one line in double quotation marks, five references, and neither
/// declaration nor comments nor sections nor instructions. Any other form it leaves to libxml2's
/// parser, and with it the reason why a document is refused and the places of elements.
struct PlainMarkup {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: XMLLimits
  private var index = 0
  private var elements = 0
  private var attributes = 0

  /// Far more than a document has, and less than libxml2 takes of one text.
  private static let maximumBytes = 1 << 20

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// The root; `nil` where the document has another form, or goes beyond a limit.
  mutating func root() -> XMLElement? {
    guard bytes.count <= min(limits.maximumBytes, Self.maximumBytes) else { return nil }
    skipSpace()
    guard let root = element(depth: 1) else { return nil }
    skipSpace()
    return index == bytes.count ? root : nil
  }

  private mutating func element(depth: Int) -> XMLElement? {
    let start = index
    guard depth <= limits.maximumDepth, elements < limits.maximumElements,
      take(UInt8(ascii: "<")), let name = readName()
    else { return nil }
    elements += 1
    var element = XMLElement(text(name))
    while true {
      let end = index
      skipSpace()
      guard index < bytes.count, index - start < limits.maximumTagBytes else { return nil }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return readContent(of: &element, named: name, depth: depth) ? element : nil
      case UInt8(ascii: "/"):
        index += 1
        return take(UInt8(ascii: ">")) ? element : nil
      default:
        guard index > end, readAttribute(of: &element) else { return nil }
      }
    }
  }

  private mutating func readAttribute(of element: inout XMLElement) -> Bool {
    guard attributes < limits.maximumAttributes,
      element.attributes.count < limits.maximumTagAttributes, let name = readName(),
      take(UInt8(ascii: "=")), take(UInt8(ascii: "\""))
    else { return false }
    let key = text(name)
    // A declaration of a namespace; an attribute that is there twice is not well-formed.
    guard key != "xmlns", !element.attributes.contains(where: { $0.name == key }),
      let value = text(until: UInt8(ascii: "\""))
    else { return false }
    index += 1
    attributes += 1
    element.attributes.append(XMLAttribute(key, value))
    return true
  }

  private mutating func readContent(
    of element: inout XMLElement, named name: Range<Int>, depth: Int
  ) -> Bool {
    while index + 1 < bytes.count {
      if bytes[index] != UInt8(ascii: "<") {
        guard let text = text(until: UInt8(ascii: "<")) else { return false }
        element.children.append(.text(text))
      } else if bytes[index + 1] == UInt8(ascii: "/") {
        index += 2
        guard let closing = readName(), isSame(closing, name) else { return false }
        skipSpace()
        return take(UInt8(ascii: ">"))
      } else {
        guard let child = self.element(depth: depth + 1) else { return false }
        element.children.append(.element(child))
      }
    }
    return false
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    bytes[one].elementsEqual(bytes[other])
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 10 || bytes[index] == 9 {
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// A name in ASCII without a prefix.
  private mutating func readName() -> Range<Int>? {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 65...90, 97...122, UInt8(ascii: "_"): index += 1
      case 48...57 where index > start, UInt8(ascii: "-") where index > start,
        UInt8(ascii: ".") where index > start:
        index += 1
      default: return index > start ? start..<index : nil
      }
    }
    return nil
  }
}

extension PlainMarkup {
  /// Text up to a byte that ends it, which is not taken.
  private mutating func text(until end: UInt8) -> String? {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == end { return text(start..<index) }
      if byte == UInt8(ascii: "&") { return decodedText(from: start, until: end) }
      guard isPlain(byte, isValue: end == UInt8(ascii: "\"")) else { return nil }
      index += 1
    }
    return nil
  }

  /// The rest of a text that has a reference in it.
  private mutating func decodedText(from start: Int, until end: UInt8) -> String? {
    var decoded = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte == end { return String(decoding: decoded, as: UTF8.self) }
      if byte == UInt8(ascii: "&") {
        guard let character = takeReference() else { return nil }
        decoded.append(character)
      } else {
        guard isPlain(byte, isValue: end == UInt8(ascii: "\"")) else { return nil }
        decoded.append(byte)
        index += 1
      }
    }
    return nil
  }

  /// Whether the byte at the index may stand in a text as it is and means itself: a line break in a
  /// value means a space.
  ///
  /// The bytes are UTF-8. U+FFFE and U+FFFF, which XML does not allow (1.0, production 2), begin with
  /// EF BF, as do few other characters.
  private func isPlain(_ byte: UInt8, isValue: Bool) -> Bool {
    if byte == 0xEF { return index + 1 < bytes.count && bytes[index + 1] != 0xBF }
    if byte >= 32 { return byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">") }
    return !isValue && (byte == 10 || byte == 9)
  }

  private static let references: [(name: StaticString, character: UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]

  private mutating func takeReference() -> UInt8? {
    guard let start = bytes.baseAddress else { return nil }
    for (name, character) in Self.references {
      let length = name.utf8CodeUnitCount
      guard index + length <= bytes.count, memcmp(start + index, name.utf8Start, length) == 0
      else { continue }
      index += length
      return character
    }
    return nil
  }
}

extension XMLDocument {
  /// Reads markup of the plain form in which templates expand; `nil` for any other form, which
  /// ``parse(_:name:limits:)`` reads or refuses.
  ///
  /// The tree is the parser's, but that no element has a place.
  public static func plain(_ text: String, limits: XMLLimits = XMLLimits()) -> XMLElement? {
    var text = text
    return text.withUTF8 { bytes in
      var markup = PlainMarkup(bytes, limits: limits)
      return markup.root()
    }
  }
}
