/// Wraps what a page draws outside its structure elements in `/Artifact BMC … EMC`.
///
/// PDF/UA-1, 7.1: every mark is real content with a tag, or an artifact. cairo writes the tags and
/// leaves the rest bare.
struct ContentMarking {
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var index = 0
  /// Where the operands of the next operator begin.
  private var operandStart = 0
  /// Where the bare part begins.
  private var bareStart = 0
  /// Whether the bare part paints.
  private var paints = false
  private var isInText = false
  private var hasIdentifier = false
  /// Open marked content: inside an element, and inside a bare part.
  private var elementDepth = 0
  private var bareDepth = 0
  private(set) var elementCount = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The page's content with artifacts marked.
  mutating func marked() throws(PDFFailure) -> [UInt8] {
    output.reserveCapacity(bytes.count + 256)
    while let byte = nextByte() {
      switch byte {
      case UInt8(ascii: "("): try skipString()
      case UInt8(ascii: "<"): try skipHexadecimalOrDictionary()
      case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"): index += 1
      case UInt8(ascii: "/"): skipName()
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "+"):
        skipToken()
      default: try handleOperator()
      }
    }
    guard elementDepth == 0, bareDepth == 0, !isInText else {
      throw PDFFailure(unknown: "marked content that is not closed")
    }
    closeBarePart(at: bytes.count)
    return output
  }

  /// Skips white space and gives the next byte without consuming it.
  private mutating func nextByte() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      if byte != 32 && byte != 10 { return byte }
      index += 1
    }
    return nil
  }

  private mutating func skipToken() {
    while index < bytes.count, ByteReader.isRegular(bytes[index]) { index += 1 }
  }

  private mutating func skipName() {
    let start = index
    index += 1
    skipToken()
    if index - start == 5, bytes[start..<index].elementsEqual("/MCID".utf8) { hasIdentifier = true }
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

  private mutating func skipHexadecimalOrDictionary() throws(PDFFailure) {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      index += 1
      return
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    index += 1
  }

  private mutating func handleOperator() throws(PDFFailure) {
    let start = index
    skipToken()
    guard let name = Operator(bytes[start..<index]) else {
      throw PDFFailure(unknown: "an operator at byte \(start) of a page")
    }
    switch name {
    case .state: break
    case .paint: if elementDepth == 0 { paints = true }
    case .beginText: isInText = true
    case .endText: isInText = false
    case .beginMarked: try beginMarked()
    case .endMarked: try endMarked()
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
      closeBarePart(at: lineStart(operandStart))
      elementDepth = 1
      elementCount += 1
    }
  }

  private mutating func endMarked() throws(PDFFailure) {
    if elementDepth > 0 {
      elementDepth -= 1
      if elementDepth == 0 { bareStart = copyElement() }
    } else if bareDepth > 0 {
      bareDepth -= 1
    } else {
      throw PDFFailure(unknown: "marked content that was not opened")
    }
  }

  /// Where the operands at `start` really begin, without the line feed before them.
  private func lineStart(_ start: Int) -> Int {
    var start = start
    while start < bytes.count, bytes[start] == 10 || bytes[start] == 32 { start += 1 }
    return start
  }

  /// Writes the bare part that ends here, as an artifact if it paints.
  private mutating func closeBarePart(at end: Int) {
    if paints {
      output.append(contentsOf: "/Artifact BMC\n".utf8)
      output.append(contentsOf: bytes[bareStart..<end])
      output.append(contentsOf: "EMC\n".utf8)
    } else {
      output.append(contentsOf: bytes[bareStart..<end])
    }
    paints = false
    bareStart = end
  }

  /// Copies an element whose end was just read, with its line feed; gives where it ends.
  private mutating func copyElement() -> Int {
    var end = index
    if end < bytes.count, bytes[end] == 10 { end += 1 }
    output.append(contentsOf: bytes[bareStart..<end])
    return end
  }
}

extension ContentMarking {
  /// The operators that cairo 1.16 writes for what a page may hold.
  private enum Operator {
    case state, paint, beginText, endText, beginMarked, endMarked

    init?(_ name: ArraySlice<UInt8>) {
      var key: UInt32 = 0
      guard (1...3).contains(name.count) else { return nil }
      for byte in name { key = key << 8 | UInt32(byte) }
      guard let known = Self.all[key] else { return nil }
      self = known
    }

    private static let all: [UInt32: Self] = {
      let names: [(Self, String)] = [
        (.state, "q Q cm w J j d M i gs g G rg RG m l c v y h re W W* n Tf Td Tm T* Tr Tc Tw"),
        (.paint, "S s f f* F B B* b b* Tj TJ"),
        (.beginText, "BT"), (.endText, "ET"), (.beginMarked, "BDC BMC"), (.endMarked, "EMC"),
      ]
      var all: [UInt32: Self] = [:]
      for (kind, list) in names {
        for name in list.split(separator: " ") {
          all[name.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = kind
        }
      }
      return all
    }()
  }
}
