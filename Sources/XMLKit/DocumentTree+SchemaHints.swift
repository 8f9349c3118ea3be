import CLibXML2

extension DocumentTree {
  /// Takes out `xsi:schemaLocation` and `xsi:noNamespaceSchemaLocation`.
  ///
  /// libxml2 would load what they name, and change the shared schema while doing so.
  borrowing func removeSchemaHints() {
    var node = xmlDocGetRootElement(pointer)
    while let element = node {
      if element.pointee.type == XML_ELEMENT_NODE { Self.removeHints(from: element) }
      node = Self.next(after: element)
    }
  }

  private static func removeHints(from element: xmlNodePtr) {
    let instance = "http://www.w3.org/2001/XMLSchema-instance"
    for name in ["schemaLocation", "noNamespaceSchemaLocation"] {
      if element.pointee.properties == nil { return }
      if let attribute = xmlHasNsProp(element, name, instance) { xmlRemoveProp(attribute) }
    }
  }

  /// The next node in document order.
  private static func next(after node: xmlNodePtr) -> xmlNodePtr? {
    if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
    var current: xmlNodePtr? = node
    while let here = current, here.pointee.type != XML_DOCUMENT_NODE {
      if let sibling = here.pointee.next { return sibling }
      current = here.pointee.parent
    }
    return nil
  }
}
