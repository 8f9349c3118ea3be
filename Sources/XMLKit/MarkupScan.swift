/// One pass over a document's bytes before the parser sees them.
///
/// It refuses a document type declaration wherever its letters stand, a NUL byte and a tag that
/// is too long. Refusing the letters even inside a comment keeps this scan and the parser from
/// ever disagreeing about where a comment ends.
struct MarkupScan {
  let name: String
  let maximumTagBytes: Int
  let maximumAttributes: Int
  let maximumTagAttributes: Int
  private var attributes = 0

  init(name: String, limits: XMLLimits) {
    self.name = name
    maximumTagBytes = limits.maximumTagBytes
    maximumAttributes = limits.maximumAttributes
    maximumTagAttributes = limits.maximumTagAttributes
  }

  mutating func check(_ bytes: [UInt8]) throws(XMLError) {
    try bytes.withUnsafeBufferPointer { buffer throws(XMLError) in
      var index = 0
      while index < buffer.count {
        switch buffer[index] {
        case 0:
          throw error(.illegalCharacter, "a NUL byte is not allowed", index, buffer)
        case UInt8(ascii: "<"):
          index = try checkMarkup(at: index, in: buffer)
        default:
          index += 1
        }
      }
    }
  }

  /// Checks the markup that starts at a `<` and returns where to go on.
  private mutating func checkMarkup(
    at start: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) throws(XMLError) -> Int {
    let next = start + 1 < buffer.count ? buffer[start + 1] : 0
    if next == UInt8(ascii: "!") {
      guard !hasDeclaration(at: start + 2, in: buffer) else {
        throw error(.doctype, "a document type declaration is refused", start, buffer)
      }
      return start + 2
    }
    if next == UInt8(ascii: "?") { return start + 2 }
    return try endOfTag(from: start, in: buffer)
  }

  private func hasDeclaration(at start: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in ["DOCTYPE", "ENTITY"] where start + word.utf8.count <= buffer.count {
      if zip(word.utf8, buffer[start...]).allSatisfy({ $0 == $1 & ~0x20 }) { return true }
    }
    return false
  }

  /// The byte after the tag's `>`; a `>` inside quotation marks does not end it.
  private mutating func endOfTag(
    from start: Int, in buffer: UnsafeBufferPointer<UInt8>
  ) throws(XMLError) -> Int {
    var quote: UInt8 = 0
    let before = attributes
    for index in (start + 1)..<max(start + 1, buffer.count) {
      let byte = buffer[index]
      if index - start > maximumTagBytes {
        throw error(
          .tagTooLong, "a tag is longer than \(maximumTagBytes) bytes", start, buffer)
      }
      if byte == 0 {
        throw error(.illegalCharacter, "a NUL byte is not allowed", index, buffer)
      }
      // No tag holds a `<`: this was text in a CDATA section or a comment.
      if byte == UInt8(ascii: "<") { return index }
      if quote != 0 {
        guard byte == quote else { continue }
        quote = 0
        attributes += 1
        if attributes - before > maximumTagAttributes || attributes > maximumAttributes {
          throw error(
            .tooManyAttributes,
            attributes > maximumAttributes
              ? "there are more than \(maximumAttributes) attributes"
              : "a tag has more than \(maximumTagAttributes) attributes", start, buffer)
        }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return buffer.count
  }

  private func error(
    _ code: XMLError.Code, _ message: String, _ offset: Int,
    _ buffer: UnsafeBufferPointer<UInt8>
  ) -> XMLError {
    var place = SourcePosition()
    place.advance(to: offset, in: buffer)
    return XMLError(
      code, document: name, line: place.line, column: place.column, message: message)
  }
}
