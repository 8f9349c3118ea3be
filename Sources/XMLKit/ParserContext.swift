import CLibXML2

/// Owner of one libxml2 parser context: one document, then freed.
struct ParserContext: ~Copyable {
  private let pointer: xmlParserCtxtPtr?

  init() {
    pointer = LibXML.ready ? xmlNewParserCtxt() : nil
  }

  deinit {
    if let pointer { xmlFreeParserCtxt(pointer) }
  }

  /// Never NOENT, DTDLOAD, DTDATTR, HUGE, RECOVER or XINCLUDE.
  ///
  /// The encoding is not taken from the document: ``SourceText`` has made sure of UTF-8.
  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
      | XML_PARSE_COMPACT.rawValue
      | XML_PARSE_IGNORE_ENC.rawValue)

  /// Parses and reports to the sink as its events come; failures go to the sink as well.
  consuming func parse(
    _ source: UnsafeBufferPointer<UInt8>, into sink: ErrorSink
  ) throws(XMLError) {
    _ = try run(source, sink: sink, options: Self.options)
  }

  /// Parses into a libxml2 document; the sink gets the failures.
  consuming func parseTree(
    _ source: UnsafeBufferPointer<UInt8>, sink: ErrorSink
  ) throws(XMLError) -> DocumentTree {
    // White space between elements has no meaning for a schema, and costs a node each.
    let document = try run(
      source, sink: sink, options: Self.options | Int32(XML_PARSE_NOBLANKS.rawValue))
    // The owner comes first, so that a document that is refused is freed as well.
    let tree = DocumentTree(document, name: sink.name)
    if let failure = sink.failure { throw failure }
    return tree
  }

  private borrowing func run(
    _ source: UnsafeBufferPointer<UInt8>, sink: ErrorSink, options: Int32
  ) throws(XMLError) -> xmlDocPtr? {
    guard let pointer, let sax = pointer.pointee.sax else {
      throw XMLError(.library, document: sink.name, message: "libxml2 has no parser context")
    }
    sink.install(on: sax)
    let document = withExtendedLifetime(sink) {
      pointer.pointee._private = Unmanaged.passUnretained(sink).toOpaque()
      return source.withMemoryRebound(to: CChar.self) {
        xmlCtxtReadMemory(pointer, $0.baseAddress, Int32($0.count), nil, nil, options)
      }
    }
    if pointer.pointee.wellFormed == 0 || pointer.pointee.nsWellFormed == 0 {
      sink.refuse(.malformed, "the document is not well-formed", line: 0, column: 0)
    }
    return document
  }
}
