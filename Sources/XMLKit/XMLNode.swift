/// What an element holds: elements and text, in document order.
///
/// Comments and processing instructions are not kept.
public enum XMLNode: Hashable, Sendable {
  /// A child element.
  case element(XMLElement)
  /// A run of character data, with references resolved and CDATA sections joined in.
  case text(String)
}
