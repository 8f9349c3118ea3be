/// The bytes that ``XMLWriter`` has written so far.
struct XMLOutput {
  private(set) var bytes: [UInt8] = []
  private let prefixes: [String: String]

  init(prefixes: [String: String]) {
    self.prefixes = prefixes
    bytes.reserveCapacity(64 << 10)
  }

  mutating func append(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func write(
    _ element: XMLElement, depth: Int, declared: Set<String>
  ) throws(XMLError) {
    var declared = declared
    let prefix = try prefix(of: element.name, element.namespace, in: element)
    append("<")
    append(prefix, element.name)
    try declareNamespaces(of: element, &declared)
    for attribute in element.attributes {
      append(" ")
      append(
        try self.prefix(of: attribute.name, attribute.namespace, in: element), attribute.name)
      append("=\"")
      try escape(attribute.value, inAttribute: true, of: element)
      append("\"")
    }
    if element.children.isEmpty { return append("/>") }
    append(">")
    try writeChildren(of: element, depth: depth, declared: declared)
    append("</")
    append(prefix, element.name)
    append(">")
  }

  private mutating func append(_ prefix: String?, _ name: String) {
    if let prefix {
      append(prefix)
      append(":")
    }
    append(name)
  }

  private mutating func writeChildren(
    of element: XMLElement, depth: Int, declared: Set<String>
  ) throws(XMLError) {
    let indented = element.children.allSatisfy { if case .element = $0 { true } else { false } }
    for child in element.children {
      if indented { breakLine(depth + 1) }
      switch child {
      case .element(let child): try write(child, depth: depth + 1, declared: declared)
      case .text(let text): try escape(text, inAttribute: false, of: element)
      }
    }
    if indented { breakLine(depth) }
  }

  private mutating func breakLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func declareNamespaces(
    of element: XMLElement, _ declared: inout Set<String>
  ) throws(XMLError) {
    if element.namespace == nil, element.attributes.isEmpty { return }
    let used = [element.namespace] + element.attributes.map(\.namespace)
    for case let namespace? in used
    where !declared.contains(namespace) && namespace != XMLName.xmlNamespace {
      declared.insert(namespace)
      append(" xmlns:\(prefixes[namespace] ?? "")=\"")
      try escape(namespace, inAttribute: true, of: element)
      append("\"")
    }
  }

  /// The prefix of a name, after a check that both may be written.
  private func prefix(
    of name: String, _ namespace: String?, in element: XMLElement
  ) throws(XMLError) -> String? {
    guard XMLName.isValid(name) else {
      throw error(.illegalName, "\"\(name)\" is not a name that XML allows", element)
    }
    guard let namespace else { return nil }
    // Bound to its prefix in every document, and never declared.
    if namespace == XMLName.xmlNamespace { return "xml" }
    guard let prefix = prefixes[namespace], XMLName.isValid(prefix) else {
      throw error(.unboundNamespace, "no prefix is known for \"\(namespace)\"", element)
    }
    return prefix
  }

  private mutating func escape(
    _ text: String, inAttribute: Bool, of element: XMLElement
  ) throws(XMLError) {
    var text = text
    let illegal = text.withUTF8 { escape($0, inAttribute: inAttribute) }
    guard let illegal else { return }
    let code = String(illegal, radix: 16, uppercase: true)
    throw error(.illegalCharacter, "the character U+\(code) is not allowed in XML", element)
  }

  /// Writes runs of bytes as they are and references between them; stops at a character that XML
  /// does not allow and returns it.
  private mutating func escape(
    _ text: UnsafeBufferPointer<UInt8>, inAttribute: Bool
  ) -> UInt32? {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      if byte > 0x3E && byte != 0xEF { continue }
      if let illegal = Self.illegalCharacter(at: index, in: text) { return illegal }
      guard let reference = Self.reference(for: byte, inAttribute: inAttribute) else { continue }
      bytes.append(contentsOf: text[start..<index])
      append(reference)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    return nil
  }

  private static func reference(for byte: UInt8, inAttribute: Bool) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\r"): "&#13;"
    case UInt8(ascii: "\"") where inAttribute: "&quot;"
    case UInt8(ascii: "\n") where inAttribute: "&#10;"
    case UInt8(ascii: "\t") where inAttribute: "&#9;"
    default: nil
    }
  }

  /// A control character, U+FFFE or U+FFFF (XML 1.0, production 2).
  private static func illegalCharacter(
    at index: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: nil
    case let byte where byte < 0x20: UInt32(byte)
    case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
      0xFF40 + UInt32(text[index + 2])
    default: nil
    }
  }

  private func error(
    _ code: XMLError.Code, _ message: String, _ element: XMLElement
  ) -> XMLError {
    XMLError(code, document: "element \(element.name)", message: message)
  }
}
