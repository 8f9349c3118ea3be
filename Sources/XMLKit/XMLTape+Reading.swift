extension XMLTape {
  /// Reads a document with the same refusals as ``XMLDocument/parse(bytes:name:limits:rootProblem:)``.
  ///
  /// - Throws: the first reason why the document is refused.
  public init(
    reading bytes: [UInt8], name: String, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) {
    self.init(try XMLDocument.parse(bytes: bytes, name: name, limits: limits))
  }

  /// The tape of a tree.
  public init(_ root: XMLElement) {
    self.init(capacity: 1 << 16)
    var names: [String: Int] = [:]
    append(root, names: &names)
  }

  private mutating func append(_ element: XMLElement, names: inout [String: Int]) {
    let number = names[element.name] ?? addName(element.name)
    names[element.name] = number
    begin(number)
    for attribute in element.attributes {
      let number = names[attribute.name] ?? addName(attribute.name)
      names[attribute.name] = number
      var value = attribute.value
      value.withUTF8 { addAttribute(number, $0) }
    }
    for child in element.children {
      switch child {
      case .element(let inner): append(inner, names: &names)
      case .text(let text): add(text)
      }
    }
    end()
  }

  private mutating func addName(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { addName($0) }
  }

  private mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }
}
