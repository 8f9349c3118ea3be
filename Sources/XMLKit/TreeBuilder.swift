import CLibXML2

/// Builds the tree of elements from the parser's events.
final class TreeBuilder: ErrorSink {
  private let source: UnsafeBufferPointer<UInt8>
  private let maximumDepth: Int
  private let maximumElements: Int
  private let rootProblem: (String, String?) -> String?
  private var count = 0
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var text: [UInt8] = []
  private var position = SourcePosition()
  /// libxml2 keeps each distinct name once, so that its address stands for it.
  private var names: [UnsafePointer<xmlChar>: String] = [:]

  init(
    source: UnsafeBufferPointer<UInt8>, name: String, limits: XMLLimits,
    rootProblem: @escaping (String, String?) -> String?
  ) {
    self.source = source
    self.maximumDepth = limits.maximumDepth
    self.maximumElements = limits.maximumElements
    self.rootProblem = rootProblem
    super.init(name: name)
  }

  /// The tree, or the failure that ended the parse.
  func finish() throws(XMLError) -> XMLElement {
    if let failure { throw failure }
    guard let root else {
      throw XMLError(.malformed, document: name, message: "the document has no element")
    }
    return root
  }

  override func install(on sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee = xmlSAXHandler()
    super.install(on: sax)
    sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
    sax.pointee.startElementNs = { context, name, _, uri, _, _, count, _, attributes in
      guard let context = parserContext(context), let builder = builder(of: context) else { return }
      builder.startElement(
        context, name: name, namespace: uri,
        attributes: UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
    }
    sax.pointee.endElementNs = { context, _, _, _ in
      guard let context = parserContext(context) else { return }
      builder(of: context)?.endElement()
    }
    let characters: charactersSAXFunc = { context, text, count in
      guard let context = parserContext(context) else { return }
      builder(of: context)?.text.append(
        contentsOf: UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.pointee.characters = characters
    sax.pointee.ignorableWhitespace = characters
    sax.pointee.cdataBlock = characters
  }

  private func startElement(
    _ context: xmlParserCtxtPtr, name local: UnsafePointer<xmlChar>?,
    namespace: UnsafePointer<xmlChar>?,
    attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) {
    flushText()
    advance(to: context)
    if let (code, reason) = refusal(of: interned(local), namespace.map { interned($0) }) {
      refuse(code, reason, line: position.line, column: position.column)
      return stop(context)
    }
    count += 1
    open.append(
      XMLElement(
        interned(local), namespace: namespace.map { interned($0) },
        attributes: readAttributes(attributes), line: position.line, column: position.column))
  }

  private func refusal(
    of name: String, _ namespace: String?
  ) -> (XMLError.Code, String)? {
    if count == 0, let reason = rootProblem(name, namespace) { return (.unexpectedRoot, reason) }
    if open.count >= maximumDepth {
      return (.tooDeep, "elements are nested deeper than \(maximumDepth)")
    }
    if count >= maximumElements {
      return (.tooManyElements, "there are more than \(maximumElements) elements")
    }
    return nil
  }

  private func endElement() {
    flushText()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func flushText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
    }
    text.removeAll(keepingCapacity: true)
  }

  /// Each attribute is five pointers: name, prefix, namespace, value's start, value's end.
  private func readAttributes(
    _ fields: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  ) -> [XMLAttribute] {
    stride(from: 0, to: fields.count, by: 5).map { index in
      var value = ""
      if let start = fields[index + 3], let end = fields[index + 4] {
        value = Self.attributeValue(UnsafeBufferPointer(start: start, count: end - start))
      }
      return XMLAttribute(
        interned(fields[index]), value, namespace: fields[index + 2].map { interned($0) })
    }
  }

  /// libxml2 hands every `&` of a value on as `&#38;` unless it substitutes entities, which it
  /// is never asked to do.
  private static func attributeValue(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    let reference = Array("&#38;".utf8)
    var value: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      value.append(byte)
      rest = rest.dropFirst(rest.starts(with: reference) ? reference.count : 1)
    }
    return String(decoding: value, as: UTF8.self)
  }

  private func interned(_ name: UnsafePointer<xmlChar>?) -> String {
    guard let name else { return "" }
    if let known = names[name] { return known }
    let string = LibXML.string(name)
    names[name] = string
    return string
  }

  /// Moves the position to the `<` of the tag whose end the parser has reached.
  ///
  /// No tag holds a second `<`, so that the last one before the parser's place starts it.
  private func advance(to context: xmlParserCtxtPtr) {
    guard let input = context.pointee.input?.pointee else { return }
    var offset = min(Int(input.consumed) + (input.cur - input.base), source.count) - 1
    while offset > 0, source[offset] != UInt8(ascii: "<") { offset -= 1 }
    position.advance(to: offset, in: source)
  }
}

/// The builder that has installed the handlers: nothing else calls them.
private func builder(of context: xmlParserCtxtPtr) -> TreeBuilder? {
  guard let pointer = context.pointee._private else { return nil }
  return Unmanaged<TreeBuilder>.fromOpaque(pointer).takeUnretainedValue()
}
