import CLibXML2

/// Owner of one libxml2 document, kept only while a schema looks at it.
struct DocumentTree: ~Copyable {
  let pointer: xmlDocPtr?
  let name: String

  init(_ pointer: xmlDocPtr?, name: String) {
    self.pointer = pointer
    self.name = name
  }

  deinit {
    if let pointer { xmlFreeDoc(pointer) }
  }

  /// Reads a document with the same refusals as ``XMLDocument/parse(bytes:name:limits:)``.
  static func read(
    _ bytes: [UInt8], name: String, limits: XMLLimits
  ) throws(XMLError) -> DocumentTree {
    let source = try SourceText(bytes, name: name, limits: limits)
    return try source.bytes.span.withUnsafeBufferPointer { buffer throws(XMLError) in
      try ParserContext().parseTree(buffer, sink: ErrorSink(name: name))
    }
  }
}
