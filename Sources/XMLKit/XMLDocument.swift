/// Reading of XML, hardened against hostile input.
///
/// No document type declaration, no entity beyond the five of XML 1.0, no network, no other
/// file: what cannot be there cannot expand, leak or call out.
public enum XMLDocument {
  /// Reads a document into a tree.
  ///
  /// - Parameters:
  ///   - bytes: the whole file; UTF-8, with or without a byte-order mark.
  ///   - name: what errors call the file.
  ///   - limits: what the document may be at most.
  ///   - rootProblem: why a root of this name and namespace is none that is expected; `nil` for one
  ///     that is. It is asked before anything below the root is read.
  /// - Throws: the first reason why the document is refused, with its line and column.
  public static func parse(
    bytes: [UInt8], name: String, limits: XMLLimits = XMLLimits(),
    rootProblem: @escaping (_ name: String, _ namespace: String?) -> String? = { _, _ in nil }
  ) throws(XMLError) -> XMLElement {
    let source = try SourceText(bytes, name: name, limits: limits)
    return try source.bytes.withUnsafeBufferPointer { buffer throws(XMLError) in
      let builder = TreeBuilder(
        source: buffer, name: name, limits: limits, rootProblem: rootProblem)
      try ParserContext().parse(buffer, into: builder)
      return try builder.finish()
    }
  }

  /// Reads a document that is at hand as a string; see ``parse(bytes:name:limits:)``.
  public static func parse(
    _ text: String, name: String, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> XMLElement {
    try parse(bytes: Array(text.utf8), name: name, limits: limits)
  }
}
