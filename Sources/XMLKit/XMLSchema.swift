import CLibXML2

/// A W3C XML Schema, compiled once and shared by any number of threads.
///
/// Each validation has a context of its own; libxml2 only reads the compiled schema.
public final class XMLSchema: @unchecked Sendable {  // because nothing writes `pointer` after init
  /// The name of the schema's first file.
  public let name: String
  private let pointer: xmlSchemaPtr

  /// Compiles a schema from files that are already in memory.
  ///
  /// Nothing else can be loaded: an import or include that no key names is an error.
  ///
  /// - Parameters:
  ///   - name: the key of the file to start with.
  ///   - files: the files' bytes by name, as `schemaLocation` spells it.
  public init(named name: String, in files: [String: [UInt8]]) throws(XMLError) {
    guard LibXML.ready, files[name] != nil else {
      throw XMLError(.schema, document: name, message: "there is no schema file of this name")
    }
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      // Errors inside a schema file are named by the same parser as those of any document.
      _ = try DocumentTree.read(
        bytes, name: file, limits: XMLLimits(maximumDepth: 250, maximumAttributes: .max))
    }
    self.name = name
    self.pointer = try Self.compile(name, files)
  }

  /// Compiles a schema that is one file.
  public convenience init(_ text: String, name: String) throws(XMLError) {
    try self.init(named: name, in: [name: Array(text.utf8)])
  }

  deinit {
    xmlSchemaFree(pointer)
  }

  private static func compile(
    _ name: String, _ files: [String: [UInt8]]
  ) throws(XMLError) -> xmlSchemaPtr {
    let log = ViolationLog()
    let schema = try LibXML.withSchemaFiles(files) { () throws(XMLError) -> xmlSchemaPtr? in
      guard let context = xmlSchemaNewParserCtxt(name) else {
        throw XMLError(.library, document: name, message: "libxml2 has no schema context")
      }
      defer { xmlSchemaFreeParserCtxt(context) }
      return withExtendedLifetime(log) {
        xmlSchemaSetParserStructuredErrors(context, ViolationLog.handler, log.opaque)
        return xmlSchemaParse(context)
      }
    }
    if let first = log.violations.first {
      if let schema { xmlSchemaFree(schema) }
      throw XMLError(
        .schema, document: log.files.first ?? name, line: first.line, column: 1,
        message: first.message)
    }
    guard let schema else {
      throw XMLError(.schema, document: name, message: "the schema cannot be compiled")
    }
    return schema
  }

  /// Every violation in a document, in document order; empty when it is valid.
  ///
  /// Hints in the document about where schemas lie (`xsi:schemaLocation`) are not followed.
  ///
  /// - Throws: the reason why the document cannot be parsed at all.
  public func validate(
    bytes: [UInt8], name: String, limits: XMLLimits = XMLLimits()
  ) throws(XMLError) -> [XMLViolation] {
    try Self.validate(bytes: bytes, name: name, limits: limits, against: [self])
  }

  /// The violations of a document against each schema in turn; it is parsed once.
  ///
  /// - Throws: the reason why the document cannot be parsed at all.
  public static func validate(
    bytes: [UInt8], name: String, limits: XMLLimits = XMLLimits(), against schemas: [XMLSchema]
  ) throws(XMLError) -> [XMLViolation] {
    let tree = try DocumentTree.read(bytes, name: name, limits: limits)
    tree.removeSchemaHints()
    var violations: [XMLViolation] = []
    for schema in schemas { violations += try schema.validate(tree) }
    return violations
  }

  /// Whether a document that the program itself has written satisfies the schema.
  ///
  /// In the form in which ``XMLMarkup`` writes it is read and validated in one pass, without a
  /// tree. What is wrong, ``validate(bytes:name:limits:)`` says.
  public func accepts(_ document: [UInt8]) -> Bool {
    switch reading(document, keepsTape: false).outcome {
    case .accepted: true
    case .refused: false
    case .otherForm: acceptsTree(of: document)
    }
  }

  /// A document that the program itself has written, read back in the pass that validates it; `nil`
  /// where the schema does not accept it.
  public func tape(of document: [UInt8]) -> XMLTape? {
    let reading = reading(document, keepsTape: true)
    switch reading.outcome {
    case .accepted: return reading.tape
    case .refused: return nil
    case .otherForm:
      guard acceptsTree(of: document) else { return nil }
      do throws(XMLError) {
        return try XMLTape(reading: document, name: name)
      } catch { return nil }
    }
  }

  /// The same for a document of any form; what is wrong is not said here.
  private func acceptsTree(of document: [UInt8]) -> Bool {
    do throws(XMLError) {
      return try validate(bytes: document, name: name).isEmpty
    } catch { return false }
  }

  /// What is known of a document without libxml2's parser, which reads any form.
  func reading(
    _ document: [UInt8], keepsTape: Bool
  ) -> (outcome: MarkupReader.Outcome, tape: XMLTape) {
    document.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress, let feed = SchemaFeed(pointer) else {
        return (.otherForm, XMLTape(capacity: 0))
      }
      var reader = MarkupReader(start, count: source.count, feed: feed, keepsTape: keepsTape)
      return (reader.read(), reader.tape)
    }
  }

  private func validate(_ tree: borrowing DocumentTree) throws(XMLError) -> [XMLViolation] {
    guard let context = xmlSchemaNewValidCtxt(pointer) else {
      throw XMLError(
        .library, document: tree.name, message: "libxml2 has no validation context")
    }
    defer { xmlSchemaFreeValidCtxt(context) }
    let log = ViolationLog()
    let status = withExtendedLifetime(log) {
      xmlSchemaSetValidStructuredErrors(context, ViolationLog.handler, log.opaque)
      return xmlSchemaValidateDoc(context, tree.pointer)
    }
    if status != 0, log.violations.isEmpty {
      throw XMLError(
        .library, document: tree.name, message: "libxml2 could not validate (status \(status))")
    }
    return log.violations
  }
}
