import CLibXML2

/// Keeps the first failure of a parse.
///
/// A class because libxml2's handlers find it through the context's private pointer.
class ErrorSink {
  let name: String
  private(set) var failure: XMLError?

  init(name: String) {
    self.name = name
  }

  /// Keeps a failure unless an earlier one is kept.
  func refuse(_ code: XMLError.Code, _ message: String, line: Int, column: Int) {
    guard failure == nil else { return }
    failure = XMLError(code, document: name, line: line, column: column, message: message)
  }

  /// Sets the context's handlers.
  func install(on sax: UnsafeMutablePointer<xmlSAXHandler>) {
    sax.pointee.internalSubset = { context, _, _, _ in stopAtDoctype(context) }
    sax.pointee.externalSubset = { context, _, _, _ in stopAtDoctype(context) }
    sax.pointee.serror = { context, error in
      guard let context = parserContext(context), let error = error?.pointee else { return }
      guard error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      sink(of: context)?.refuse(
        .malformed, LibXML.message(error), line: Int(error.line), column: Int(error.int2))
    }
  }
}

/// The parser context that a handler gets as its first argument.
func parserContext(_ context: UnsafeMutableRawPointer?) -> xmlParserCtxtPtr? {
  context?.assumingMemoryBound(to: xmlParserCtxt.self)
}

/// The sink that the context reports to.
func sink(of context: xmlParserCtxtPtr) -> ErrorSink? {
  guard let pointer = context.pointee._private else { return nil }
  return Unmanaged<ErrorSink>.fromOpaque(pointer).takeUnretainedValue()
}

/// Ends the parse; clearing `wellFormed` makes sure that no later check sees a good document.
func stop(_ context: xmlParserCtxtPtr) {
  xmlStopParser(context)
  context.pointee.wellFormed = 0
}

private func stopAtDoctype(_ context: UnsafeMutableRawPointer?) {
  guard let context = parserContext(context) else { return }
  let line = context.pointee.input?.pointee.line ?? 0
  sink(of: context)?.refuse(
    .doctype, "a document type declaration is refused", line: Int(line), column: 1)
  stop(context)
}
