/// The bytes that ``XMLWriter`` has written so far.
struct XMLOutput {
  private(set) var bytes: [UInt8] = []
  private let prefixes: [String: String]

  init(prefixes: [String: String]) {
    self.prefixes = prefixes
    bytes.reserveCapacity(64 << 10)
  }

  mutating func append(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  mutating func write(
    _ element: XMLElement, depth: Int, declared: Set<String>
  ) throws(XMLError) {
    var declared = declared
    let name = try qualified(element.name, element.namespace, in: element)
    append("<")
    append(name)
    try declareNamespaces(of: element, &declared)
    for attribute in element.attributes {
      append(" ")
      append(try qualified(attribute.name, attribute.namespace, in: element))
      append("=\"")
      try escape(attribute.value, inAttribute: true, of: element)
      append("\"")
    }
    if element.children.isEmpty { return append("/>") }
    append(">")
    try writeChildren(of: element, depth: depth, declared: declared)
    append("</")
    append(name)
    append(">")
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
    let used = [element.namespace] + element.attributes.map(\.namespace)
    for case let namespace? in used
    where !declared.contains(namespace) && namespace != XMLName.xmlNamespace {
      declared.insert(namespace)
      append(" xmlns:\(prefixes[namespace] ?? "")=\"")
      try escape(namespace, inAttribute: true, of: element)
      append("\"")
    }
  }

  private func qualified(
    _ name: String, _ namespace: String?, in element: XMLElement
  ) throws(XMLError) -> String {
    guard XMLName.isValid(name) else {
      throw error(.illegalName, "\"\(name)\" is not a name that XML allows", element)
    }
    guard let namespace else { return name }
    // Bound to its prefix in every document, and never declared.
    if namespace == XMLName.xmlNamespace { return "xml:\(name)" }
    guard let prefix = prefixes[namespace], XMLName.isValid(prefix) else {
      throw error(.unboundNamespace, "no prefix is known for \"\(namespace)\"", element)
    }
    return "\(prefix):\(name)"
  }

  private mutating func escape(
    _ text: String, inAttribute: Bool, of element: XMLElement
  ) throws(XMLError) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\r": append("&#13;")
      case "\"" where inAttribute: append("&quot;")
      case "\n" where inAttribute: append("&#10;")
      case "\t" where inAttribute: append("&#9;")
      case "\u{20}"..."\u{7E}": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n", "\t", "\u{7F}"..."\u{FFFD}", "\u{10000}"...: append(String(scalar))
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        throw error(.illegalCharacter, "the character U+\(code) is not allowed in XML", element)
      }
    }
  }

  private func error(
    _ code: XMLError.Code, _ message: String, _ element: XMLElement
  ) -> XMLError {
    XMLError(code, document: "element \(element.name)", message: message)
  }
}
