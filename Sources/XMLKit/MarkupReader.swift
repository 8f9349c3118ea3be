import CLibXML2
import Glibc

/// Reads a document in the one form in which the program writes it, and hands its events to a
/// schema.
///
/// The form is a part of XML, so that what is accepted is well-formed: UTF-8 behind the declaration
/// that ``XMLMarkup`` writes, one root, names in ASCII, values in double quotation marks, the
/// references that the writer makes, and neither comments nor sections nor instructions. A document
/// of any other form it leaves to libxml2's parser.
struct MarkupReader: ~Copyable {
  /// What is known of the document.
  enum Outcome { case accepted, refused, otherForm }

  /// An element that has begun.
  private struct Open {
    let start: Int
    let length: Int
    let name: Int
    let namespace: UnsafePointer<xmlChar>?
    let scopes: Int
  }

  private struct Scope {
    let prefix: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>
  }

  private let text: MarkupText
  private let count: Int
  private var index = 0
  private let feed: SchemaFeed
  private let keepsTape: Bool
  /// What was read, where it is kept.
  private(set) var tape: XMLTape
  private var names = MarkupNames()
  private var namesOnTape = 0
  private let open: UnsafeMutablePointer<Open>
  private var depth = 0
  private let scopes: UnsafeMutablePointer<Scope>
  private var scopeCount = 0
  private var attributes = PointerList(capacity: 5 * 64)
  private var declarations = PointerList(capacity: 2 * 8)

  private static let maximumDepth = 100
  private static let maximumScopes = 32

  init(
    _ source: UnsafePointer<UInt8>, count: Int, feed: consuming SchemaFeed, keepsTape: Bool
  ) {
    text = MarkupText(source, count: count)
    self.count = count
    self.feed = feed
    self.keepsTape = keepsTape
    tape = XMLTape(capacity: keepsTape ? count : 0)
    open = .allocate(capacity: Self.maximumDepth)
    scopes = .allocate(capacity: Self.maximumScopes)
  }

  deinit {
    open.deallocate()
    scopes.deallocate()
  }

  /// Reads the document from end to end, or up to what the schema refuses.
  mutating func read() -> Outcome {
    guard text.hasDeclaration else { return .otherForm }
    index = XMLMarkup.declaration.utf8CodeUnitCount
    repeat {
      guard index + 1 < count else { return .otherForm }
      let isRead: Bool
      if text[index] != UInt8(ascii: "<") {
        isRead = readText()
      } else if text[index + 1] == UInt8(ascii: "/") {
        isRead = readEndTag()
      } else {
        isRead = readStartTag()
      }
      guard isRead else { return .otherForm }
      guard feed.isValid else { return .refused }
    } while depth > 0
    let isAtEnd = index == count || index + 1 == count && text[index] == UInt8(ascii: "\n")
    guard isAtEnd else { return .otherForm }
    return feed.accepts ? .accepted : .refused
  }

  private mutating func readText() -> Bool {
    let start = index
    guard depth > 0, let run = text.run(from: &index, until: UInt8(ascii: "<")) else {
      return false
    }
    if keepsTape { tape.add(run) }
    // White space before a start tag means nothing to a schema.
    let isOneBreak = index - start == 1 && text[start] == UInt8(ascii: "\n")
    if isOneBreak, index + 1 < count, text[index + 1] != UInt8(ascii: "/") { return true }
    feed.text(run)
    return true
  }

  private mutating func readEndTag() -> Bool {
    guard depth > 0 else { return false }
    let length = open[depth - 1].length
    let start = index + 2
    guard start + length < count, text[start + length] == UInt8(ascii: ">"),
      text.isSame(start, open[depth - 1].start, length)
    else { return false }
    index = start + length + 1
    depth -= 1
    close(open[depth])
    return true
  }

  @inline(__always)
  private mutating func close(_ element: Open) {
    feed.end(names[element.name].local, in: element.namespace)
    scopeCount = element.scopes
    if keepsTape { tape.end() }
  }

  private mutating func readStartTag() -> Bool {
    index += 1
    let start = index
    guard depth < Self.maximumDepth, let name = readName() else { return false }
    let length = index - start
    let outerScopes = scopeCount
    if keepsTape {
      putNamesOnTape()
      tape.begin(name)
    }
    guard readAttributes(), let isEmpty = readEndOfTag() else { return false }
    let named = names[name]
    var namespace: UnsafePointer<xmlChar>?
    for index in 0..<scopeCount where scopes[index].prefix == named.prefix {
      namespace = scopes[index].namespace
    }
    guard namespace != nil || named.prefix == nil else { return false }
    feed.begin(named.local, in: namespace, declaring: declarations, attributes: attributes)
    let element = Open(
      start: start, length: length, name: name, namespace: namespace, scopes: outerScopes)
    if isEmpty {
      close(element)
    } else {
      (open + depth).initialize(to: element)
      depth += 1
    }
    return true
  }

  private mutating func readAttributes() -> Bool {
    attributes.removeAll()
    declarations.removeAll()
    text.forgetDecoded()
    while index < count, text[index] == UInt8(ascii: " ") {
      guard readAttribute() else { return false }
    }
    return true
  }

  /// Whether the tag is that of an empty element; `nil` where it does not end here.
  private mutating func readEndOfTag() -> Bool? {
    guard index + 1 < count else { return nil }
    if text[index] == UInt8(ascii: ">") {
      index += 1
      return false
    }
    guard text[index] == UInt8(ascii: "/"), text[index + 1] == UInt8(ascii: ">") else {
      return nil
    }
    index += 2
    return true
  }

  /// Names have the same numbers on the tape as here.
  private mutating func putNamesOnTape() {
    while namesOnTape < names.count {
      let name = names[namesOnTape]
      _ = tape.addName(UnsafeBufferPointer(start: name.local, count: name.localLength))
      namesOnTape += 1
    }
  }

  @inline(__always)
  private mutating func readName() -> Int? {
    let start = index
    index = text.endOfName(from: start)
    return names.number(of: text.run(start..<index))
  }

  private mutating func readAttribute() -> Bool {
    index += 1
    guard let name = readName(), index + 2 < count, text[index] == UInt8(ascii: "="),
      text[index + 1] == UInt8(ascii: "\"")
    else { return false }
    index += 2
    guard let value = text.run(from: &index, until: UInt8(ascii: "\"")),
      let start = value.baseAddress
    else { return false }
    index += 1
    let (local, prefix) = (names[name].local, names[name].prefix)
    if names[name].isDeclaration { return declare(prefix == nil ? nil : local, value) }
    // An attribute that is there twice is not well-formed.
    guard attributes.hasRoom(for: 5), !attributes.has(local, every: 5) else { return false }
    attributes.append(local)
    attributes.append(prefix)
    if let prefix {
      // Of other prefixes no document of ours makes use.
      guard Self.isXML(prefix), let namespace = xmlNamespace() else { return false }
      attributes.append(namespace)
    } else {
      attributes.append(nil)
    }
    attributes.append(start)
    attributes.append(start + value.count)
    if keepsTape {
      putNamesOnTape()
      tape.addEscapedAttribute(name, value)
    }
    return true
  }

  private static func isXML(_ prefix: UnsafePointer<xmlChar>) -> Bool {
    prefix[0] == UInt8(ascii: "x") && prefix[1] == UInt8(ascii: "m")
      && prefix[2] == UInt8(ascii: "l") && prefix[3] == 0
  }

  /// Namespaces in XML, section 3.
  private mutating func xmlNamespace() -> UnsafePointer<xmlChar>? {
    var text = "http://www.w3.org/XML/1998/namespace"
    return text.withUTF8 { names.address(of: $0) }
  }

  private mutating func declare(
    _ prefix: UnsafePointer<xmlChar>?, _ value: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // `xml` and `xmlns` have their namespaces for good.
    if let prefix, prefix[0] == UInt8(ascii: "x"), prefix[1] == UInt8(ascii: "m") { return false }
    guard let namespace = names.address(of: value), declarations.hasRoom(for: 2),
      !declarations.has(prefix, every: 2), scopeCount < Self.maximumScopes
    else { return false }
    declarations.append(prefix)
    declarations.append(namespace)
    (scopes + scopeCount).initialize(to: Scope(prefix: prefix, namespace: namespace))
    scopeCount += 1
    return true
  }
}

/// Pointers in a place that does not move, as libxml2 takes attributes and declarations.
struct PointerList: ~Copyable {
  private(set) var count = 0
  private let capacity: Int
  let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>

  init(capacity: Int) {
    self.capacity = capacity
    pointers = .allocate(capacity: capacity)
  }

  deinit { pointers.deallocate() }

  func hasRoom(for more: Int) -> Bool { count + more <= capacity }

  /// Whether a pointer stands at the beginning of a group.
  func has(_ pointer: UnsafePointer<xmlChar>?, every step: Int) -> Bool {
    var index = 0
    while index < count {
      if pointers[index] == pointer { return true }
      index += step
    }
    return false
  }

  @inline(__always)
  mutating func append(_ pointer: UnsafePointer<xmlChar>?) {
    (pointers + count).initialize(to: pointer)
    count += 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }
}
