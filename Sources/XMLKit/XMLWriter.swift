/// Writes a tree as UTF-8 with an XML declaration: the same tree gives the same bytes.
///
/// A namespace is always written with a prefix and declared on the first element that needs it,
/// so that an element in no namespace stays in none, wherever it is. Elements that hold only
/// elements are indented by two spaces; nothing is added to an element that holds text.
public struct XMLWriter: Sendable {
  /// The prefix for each namespace.
  public var prefixes: [String: String]

  /// Makes a writer that knows a prefix for each namespace of its documents.
  public init(prefixes: [String: String] = [:]) {
    self.prefixes = prefixes
  }

  /// The document with this root.
  ///
  /// - Throws: a name or a character that XML 1.0 does not allow, or a namespace without prefix.
  public func bytes(of root: XMLElement) throws(XMLError) -> [UInt8] {
    var output = XMLOutput(prefixes: prefixes)
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    try output.write(root, depth: 0, declared: [])
    output.append("\n")
    return output.bytes
  }
}
