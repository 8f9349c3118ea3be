/// One attribute of an element: its name, its namespace if it has one, and its value.
///
/// W3C XML 1.0, section 3.1; Namespaces in XML, section 5.
public struct XMLAttribute: Hashable, Sendable {
  /// The local name, without a prefix.
  public let name: String
  /// The namespace, or `nil` for an attribute without a prefix.
  public let namespace: String?
  /// The value, with references resolved and white space normalised.
  public let value: String

  /// Makes an attribute; a namespace is only for attributes such as `xsi:type`.
  public init(_ name: String, _ value: String, namespace: String? = nil) {
    self.name = name
    self.namespace = namespace
    self.value = value
  }
}
