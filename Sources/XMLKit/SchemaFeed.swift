import CLibXML2

/// Owner of one validation that takes a document's events one by one, without libxml2's parser.
struct SchemaFeed: ~Copyable {
  private let context: xmlSchemaValidCtxtPtr
  private let plug: xmlSchemaSAXPlugPtr
  /// Where libxml2 keeps the handlers; it writes to it once more when the validation ends.
  private let slot: UnsafeMutablePointer<xmlSAXHandlerPtr?>
  private let beginElement: startElementNsSAX2Func
  private let endElement: endElementNsSAX2Func
  private let characters: charactersSAXFunc
  /// Whether libxml2 has found something.
  private let hasFault: UnsafeMutablePointer<Bool>

  /// Begins a validation; `nil` where libxml2 has no memory for it.
  init?(_ schema: xmlSchemaPtr) {
    guard let context = xmlSchemaNewValidCtxt(schema) else { return nil }
    let hasFault = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    hasFault.initialize(to: false)
    xmlSchemaSetValidStructuredErrors(
      context, { found, _ in found?.assumingMemoryBound(to: Bool.self).pointee = true }, hasFault)
    let slot = UnsafeMutablePointer<xmlSAXHandlerPtr?>.allocate(capacity: 1)
    slot.initialize(to: nil)
    var user: UnsafeMutableRawPointer?
    let plug = xmlSchemaSAXPlug(context, slot, &user)
    guard let plug, let begin = slot.pointee?.pointee.startElementNs,
      let end = slot.pointee?.pointee.endElementNs,
      let characters = slot.pointee?.pointee.characters
    else {
      if let plug { xmlSchemaSAXUnplug(plug) }
      slot.deallocate()
      hasFault.deallocate()
      xmlSchemaFreeValidCtxt(context)
      return nil
    }
    self.context = context
    self.plug = plug
    self.slot = slot
    self.beginElement = begin
    self.endElement = end
    self.characters = characters
    self.hasFault = hasFault
  }

  deinit {
    xmlSchemaSAXUnplug(plug)
    slot.deallocate()
    xmlSchemaFreeValidCtxt(context)
    hasFault.deallocate()
  }

  /// Whether nothing has been found so far.
  @inline(__always)
  var isValid: Bool { !hasFault.pointee }

  /// Whether the schema accepts what has been handed over.
  var accepts: Bool { isValid && xmlSchemaIsValid(context) == 1 }

  /// A start tag: two pointers a declaration of a namespace, five an attribute, as libxml2 has
  /// them.
  func begin(
    _ name: UnsafePointer<xmlChar>, in namespace: UnsafePointer<xmlChar>?,
    declaring namespaces: borrowing PointerList, attributes: borrowing PointerList
  ) {
    beginElement(
      UnsafeMutableRawPointer(context), name, nil, namespace, Int32(namespaces.count / 2),
      namespaces.pointers, Int32(attributes.count / 5), 0, attributes.pointers)
  }

  /// An end tag.
  func end(_ name: UnsafePointer<xmlChar>, in namespace: UnsafePointer<xmlChar>?) {
    endElement(UnsafeMutableRawPointer(context), name, nil, namespace)
  }

  /// Character data.
  func text(_ text: UnsafeBufferPointer<UInt8>) {
    characters(UnsafeMutableRawPointer(context), text.baseAddress, Int32(text.count))
  }
}
