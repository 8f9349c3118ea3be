/// An element with everything below it: a value that is read from a file or built for writing.
public struct XMLElement: Hashable, Sendable {
  /// The local name, without a prefix.
  public var name: String
  /// The namespace, or `nil` for an element in none.
  public var namespace: String?
  /// The attributes in document order, namespace declarations left out.
  public var attributes: [XMLAttribute]
  /// Child elements and text in document order.
  public var children: [XMLNode]
  /// The line of the element's `<`, from 1; 0 in an element that was not read from a file.
  public var line: Int
  /// The column of the element's `<` in code points, from 1; 0 if it was not read from a file.
  public var column: Int

  /// Makes an element with any content.
  public init(
    _ name: String, namespace: String? = nil, attributes: [XMLAttribute] = [],
    children: [XMLNode] = [], line: Int = 0, column: Int = 0
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.children = children
    self.line = line
    self.column = column
  }

  /// Makes an element that holds elements only.
  public init(
    _ name: String, namespace: String? = nil, attributes: [XMLAttribute] = [],
    elements: [XMLElement]
  ) {
    self.init(
      name, namespace: namespace, attributes: attributes, children: elements.map(XMLNode.element))
  }

  /// Makes a leaf: an element that holds text only.
  public init(
    _ name: String, namespace: String? = nil, attributes: [XMLAttribute] = [], text: String
  ) {
    self.init(name, namespace: namespace, attributes: attributes, children: [.text(text)])
  }
}

extension XMLElement {
  /// The child elements in document order.
  public var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The element's own text, joined; text of child elements is not included.
  public var text: String {
    if children.count == 1, case .text(let only) = children[0] { return only }
    return children.reduce(into: "") { if case .text(let run) = $1 { $0 += run } }
  }

  /// All text below the element in document order, that of child elements included.
  public var allText: String {
    children.reduce(into: "") { result, child in
      switch child {
      case .text(let run): result += run
      case .element(let element): result += element.allText
      }
    }
  }

  /// The value of the attribute of this name and namespace, or `nil`.
  public func attribute(_ name: String, namespace: String? = nil) -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// The first child element of this local name, in any namespace.
  public func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// Every child element of this local name, in any namespace, in document order.
  public func all(_ name: String) -> [XMLElement] {
    children.compactMap {
      if case .element(let element) = $0, element.name == name { element } else { nil }
    }
  }

  /// Every element that the path of local names leads to, in document order.
  public func all(at path: String...) -> [XMLElement] {
    path.reduce([self]) { found, name in found.flatMap { $0.all(name) } }
  }

  /// The first element that the path of local names leads to.
  public func first(at path: String...) -> XMLElement? {
    path.reduce(self as XMLElement?) { $0?.first($1) }
  }

  /// The text of the first child of this local name, or `nil` without such a child.
  public func text(of name: String) -> String? { first(name)?.text }
}
