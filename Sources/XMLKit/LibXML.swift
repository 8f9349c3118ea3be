import CLibXML2
import Glibc
import Synchronization

/// libxml2's process-wide state, set once before anything else of the library is used.
enum LibXML {
  /// Starts the library and takes away its access to files and to the network.
  ///
  /// The schema types are made here as well: libxml2 makes them lazily and without a lock.
  static let ready: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader(loadNothingButSchemaFiles)
    xmlSchemaInitTypes()
    // Errors come through each context's own handler; nothing is printed to standard error.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    xmlThrDefSetStructuredErrorFunc(nil) { _, _ in }
    return true
  }()

  /// The schema files that a thread may load while it compiles a schema; empty at other times.
  static let schemaFiles = Mutex<[pthread_t: [String: [UInt8]]]>([:])

  /// Runs `body` with schema files that libxml2 may load, on this thread only.
  static func withSchemaFiles<Result: ~Copyable>(
    _ files: [String: [UInt8]], _ body: () throws(XMLError) -> Result
  ) throws(XMLError) -> Result {
    let thread = pthread_self()
    schemaFiles.withLock { $0[thread] = files }
    defer { schemaFiles.withLock { $0[thread] = nil } }
    return try body()
  }

  /// The text of a libxml2 error without its trailing line break.
  static func message(_ error: borrowing xmlError) -> String {
    guard let text = error.message else { return "libxml2 error \(error.code)" }
    var message = String(cString: text)
    while message.last?.isNewline == true || message.last == " " { message.removeLast() }
    return message
  }

  /// A libxml2 string as a Swift string; empty for a null pointer.
  static func string(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text else { return "" }
    return String(decodingCString: text, as: UTF8.self)
  }
}

/// libxml2's loader of external entities: it knows the files given for a schema, nothing else.
private let loadNothingButSchemaFiles: xmlExternalEntityLoader = { url, _, context in
  guard let url else { return nil }
  let name = String(cString: url)
  let files = LibXML.schemaFiles.withLock { $0[pthread_self()] }
  guard let bytes = files?[name] else { return nil }
  let buffer = bytes.withUnsafeBytes { raw in
    xmlParserInputBufferCreateMem(
      raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count), XML_CHAR_ENCODING_UTF8)
  }
  guard let buffer else { return nil }
  guard let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
    xmlFreeParserInputBuffer(buffer)
    return nil
  }
  input.pointee.filename = name.withCString { text in
    UnsafeRawPointer(xmlCharStrdup(text))?.assumingMemoryBound(to: CChar.self)
  }
  return input
}
