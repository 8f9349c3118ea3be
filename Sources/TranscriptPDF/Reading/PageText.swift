/// Reads the text of a page's content in the order in which it is drawn.
struct PageText {
  /// An open marked-content sequence.
  private enum Sequence {
    /// A structure element or an artifact: a block.
    case block
    /// Text with another text for readers.
    case replaced
    /// Anything else.
    case other
  }

  private let fonts: [String: ExtractionFont]
  private var font: ExtractionFont?
  private var open: [Sequence] = []
  private var replacedDepth = 0
  private var tag = ""
  /// UTF-8 of the open block.
  private var text: [UInt8] = []
  private var blocks: [FinishedPDF.Block] = []

  private init(fonts: [String: ExtractionFont]) { self.fonts = fonts }

  /// The blocks of a page.
  static func blocks(
    of content: [UInt8], fonts: [String: ExtractionFont]
  ) throws(PDFFailure) -> [FinishedPDF.Block] {
    try content.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      var page = PageText(fonts: fonts)
      var tokens = ContentTokens(bytes)
      while try tokens.readOperator() { try page.handle(tokens) }
      guard page.open.isEmpty else { throw PDFFailure(unreadable: "a page's marked content") }
      return page.blocks
    }
  }

  private mutating func handle(_ tokens: ContentTokens) throws(PDFFailure) {
    switch tokens.operatorKey {
    case "Tj", "TJ": try show(tokens.strings)
    case "Tf": font = tokens.names.first.flatMap { fonts[$0] }
    case "Td": moveLine(to: tokens.lastNumber)
    case "BDC", "BMC": begin(tokens)
    case "EMC": try end()
    default: break
    }
  }

  private mutating func show(_ codes: [UInt8]) throws(PDFFailure) {
    guard let font else { throw PDFFailure(unreadable: "text without a font") }
    if replacedDepth == 0 { font.append(codes, to: &text) }
  }

  /// Another line of the same block is another word.
  private mutating func moveLine(to height: Bytes) {
    if height.count != 1 || height[0] != 48, let last = text.last, last != 32 { text.append(32) }
  }

  private mutating func begin(_ tokens: ContentTokens) {
    if tokens.names.contains("/ActualText") {
      if replacedDepth == 0 { text += UTF16Text.utf8(tokens.strings) }
      replacedDepth += 1
      open.append(.replaced)
    } else if tokens.names.contains("/MCID") || tokens.names.first == "/Artifact" {
      tag = String(tokens.names.first?.dropFirst() ?? "")
      text.removeAll(keepingCapacity: true)
      open.append(.block)
    } else {
      open.append(.other)
    }
  }

  private mutating func end() throws(PDFFailure) {
    switch open.popLast() {
    case .block:
      blocks.append(
        FinishedPDF.Block(tag: tag, text: String(decoding: text, as: UTF8.self)))
      text.removeAll(keepingCapacity: true)
    case .replaced: replacedDepth -= 1
    case .other: break
    case nil: throw PDFFailure(unreadable: "marked content that was not opened")
    }
  }
}
