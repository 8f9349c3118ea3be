/// The bytes that ``XMLWriter`` has written so far.
struct XMLOutput {
  private var markup = XMLMarkup()
  private let prefixes: [String: String]

  init(prefixes: [String: String]) {
    self.prefixes = prefixes
  }

  var bytes: [UInt8] { markup.bytes }

  mutating func append(_ text: String) {
    markup.append(made: text)
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
    markup.append(made: "\n" + String(repeating: "  ", count: depth))
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
    markup.escape(text, inAttribute: inAttribute)
    guard let illegal = markup.illegalCharacter else { return }
    let code = String(illegal.value, radix: 16, uppercase: true)
    throw error(.illegalCharacter, "the character U+\(code) is not allowed in XML", element)
  }

  private func error(
    _ code: XMLError.Code, _ message: String, _ element: XMLElement
  ) -> XMLError {
    XMLError(code, document: "element \(element.name)", message: message)
  }
}
