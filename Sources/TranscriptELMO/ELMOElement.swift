import XMLKit

/// Elements of ELMO, every one of them in its namespace.
enum ELMOElement {
  /// An element that holds elements.
  static func make(_ name: String, _ children: [XMLElement]...) -> XMLElement {
    XMLElement(name, namespace: ELMOExporter.namespace, elements: Array(children.joined()))
  }

  /// A leaf; `nil` or blank text gives none.
  static func leaf(_ name: String, _ text: String?) -> [XMLElement] {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return [] }
    return [XMLElement(name, namespace: ELMOExporter.namespace, text: text)]
  }

  /// A leaf in English.
  static func english(_ name: String, _ text: String?) -> [XMLElement] {
    leaf(name, text).map { element in
      var element = element
      element.attributes = [
        XMLAttribute("lang", "en", namespace: "http://www.w3.org/XML/1998/namespace")
      ]
      return element
    }
  }

  /// An identifier of a kind.
  static func identifier(_ type: String, _ value: String?) -> [XMLElement] {
    leaf("identifier", value).map { element in
      var element = element
      element.attributes = [XMLAttribute("type", type)]
      return element
    }
  }
}
