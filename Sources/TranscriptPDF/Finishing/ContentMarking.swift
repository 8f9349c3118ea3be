/// Wraps what a page draws outside its structure elements in `/Artifact BMC … EMC`.
///
/// PDF/UA-1, 7.1: every mark is real content with a tag, or an artifact. cairo writes the tags and
/// leaves the rest bare.
struct ContentMarking {
  private let bytes: Bytes
  private var output: ByteWriter
  private var index = 0
  /// Where the operands of the next operator begin.
  private var operandStart = 0
  /// Where the bare part, or the element, begins that is not yet copied.
  private var partStart = 0
  /// Whether the bare part paints.
  private var paints = false
  private var isInText = false
  private var hasIdentifier = false
  /// Open marked content: inside an element, and inside a bare part.
  private var elementDepth = 0
  private var bareDepth = 0
  private(set) var elementCount = 0

  private init(_ bytes: Bytes) {
    self.bytes = bytes
    output = ByteWriter(capacity: bytes.count + 256)
  }

  /// The page's content with artifacts marked, and the number of its structure elements.
  static func mark(
    _ content: [UInt8]
  ) throws(PDFFailure) -> (content: [UInt8], elementCount: Int) {
    try content.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      var marking = Self(bytes)
      try marking.run()
      return (marking.output.bytes, marking.elementCount)
    }
  }

  private mutating func run() throws(PDFFailure) {
    while index < bytes.count {
      switch bytes[index] {
      case 32, 10, UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): index += 1
      case UInt8(ascii: "("): try skipString()
      case UInt8(ascii: "<"): skipHexadecimalOrDictionary()
      case UInt8(ascii: "/"): skipName()
      case UInt8(ascii: "+")...UInt8(ascii: "9"): skipToken()
      default: try handleOperator()
      }
    }
    guard elementDepth == 0, bareDepth == 0, !isInText else {
      throw PDFFailure(unknown: "marked content that is not closed")
    }
    closeBarePart(at: bytes.count)
  }

  private mutating func skipToken() {
    while index < bytes.count, ByteReader.isRegular(bytes[index]) { index += 1 }
  }

  private mutating func skipName() {
    var reader = ByteReader(bytes, from: index, to: bytes.count)
    if reader.skip("/MCID ") { hasIdentifier = true }
    index += 1
    skipToken()
  }

  private mutating func skipString() throws(PDFFailure) {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
    throw PDFFailure(unknown: "a string that is not closed")
  }

  private mutating func skipHexadecimalOrDictionary() {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      index += 1
      return
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
  }

  private mutating func handleOperator() throws(PDFFailure) {
    let start = index
    skipToken()
    switch ContentOperator(bytes, from: start, to: index) {
    case .state: break
    case .paint: paints = true
    case .beginText: isInText = true
    case .endText: isInText = false
    case .beginMarked: try beginMarked()
    case .endMarked: try endMarked()
    case nil: throw PDFFailure(unknown: "an operator at byte \(start) of a page")
    }
    operandStart = index
    hasIdentifier = false
  }

  private mutating func beginMarked() throws(PDFFailure) {
    if elementDepth > 0 {
      elementDepth += 1
    } else if !hasIdentifier {
      bareDepth += 1
    } else {
      guard !isInText, bareDepth == 0 else {
        throw PDFFailure(unknown: "an element inside other content")
      }
      closeBarePart(at: firstOperand())
      elementDepth = 1
      elementCount += 1
    }
  }

  private mutating func endMarked() throws(PDFFailure) {
    if elementDepth > 0 {
      elementDepth -= 1
      if elementDepth == 0 { closeElement() }
    } else if bareDepth > 0 {
      bareDepth -= 1
    } else {
      throw PDFFailure(unknown: "marked content that was not opened")
    }
  }

  /// Where the operands begin, after the white space that ends the operator before.
  private func firstOperand() -> Int {
    var start = operandStart
    while start < bytes.count, bytes[start] == 10 || bytes[start] == 32 { start += 1 }
    return start
  }

  /// Writes the bare part that ends here, as an artifact if it paints.
  private mutating func closeBarePart(at end: Int) {
    if paints { output.write("/Artifact BMC\n") }
    output.write(Bytes(rebasing: bytes[partStart..<end]))
    if paints { output.write("EMC\n") }
    paints = false
    partStart = end
  }

  /// Copies the element whose end was just read, with its line feed.
  private mutating func closeElement() {
    var end = index
    if end < bytes.count, bytes[end] == 10 { end += 1 }
    output.write(Bytes(rebasing: bytes[partStart..<end]))
    partStart = end
    paints = false
  }
}
