import CairoKit

/// Reads fonts out of a sheet of cairo's, and by which codes it has shown the glyphs.
///
/// It knows the shape of cairo 1.16's output and accepts nothing else: what it does not recognise
/// is a failure, never a guess.
struct FontSheetReader: ~Copyable {
  /// What a sheet holds.
  struct Sheet {
    var parts: [FontFace.Part] = []
    /// The glyphs in the order in which they were shown.
    var shown: [Shown] = []
  }

  /// A glyph of a sheet.
  struct Shown {
    var part: Int
    var code: Int
    var width: Double
    /// What a reader extracts for the code.
    var meaning: [UInt8]?
  }

  /// What a font's dictionary says of its codes.
  private struct Codes {
    var part: Int
    var widths: CodeWidths
    var meanings: [Int: [UInt8]]
  }

  private let bodies: [Int: Bytes]
  private let lengths: [Int]

  static func read(
    _ sheet: [UInt8], inflater: borrowing Inflater
  ) throws(PDFFailure) -> Sheet {
    try sheet.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      try FontSheetReader(CairoFile(bytes)).sheet(inflater)
    }
  }

  private init(_ file: CairoFile) {
    bodies = Dictionary(
      file.objects.map { ($0.number, $0.body) }, uniquingKeysWith: { first, _ in first })
    lengths = file.lengths
  }

  private func sheet(_ inflater: borrowing Inflater) throws(PDFFailure) -> Sheet {
    guard let page = bodies.values.first(where: { $0.starts(with: "<< /Type /Page %".utf8) }) else {
      throw PDFFailure(unknown: "no page on a font's sheet")
    }
    let dictionary = ObjectBody(bytes: Array(page))
    let resources = try body(dictionary.required("/Resources"))
    var result = Sheet()
    var fonts: [String: Codes] = [:]
    for (name, number) in try resources.namedReferences("/Font") {
      let (part, widths) = try font(number, inflater)
      fonts[name] = Codes(
        part: result.parts.count, widths: widths, meanings: try meanings(part, inflater))
      result.parts.append(part)
    }
    let content = try stream(dictionary.required("/Contents"), inflater)
    try content.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      try Self.show(ContentTokens(bytes), fonts, in: &result)
    }
    return result
  }

  private static func show(
    _ content: ContentTokens, _ fonts: [String: Codes], in sheet: inout Sheet
  ) throws(PDFFailure) {
    var tokens = content
    var font: Codes?
    while try tokens.readOperator() {
      switch tokens.operatorKey {
      case "Tf": font = tokens.names.first.flatMap { fonts[$0] }
      case "Tj", "TJ": try add(tokens.strings, in: font, to: &sheet)
      default: break
      }
    }
  }

  private static func add(
    _ strings: [UInt8], in font: Codes?, to sheet: inout Sheet
  ) throws(PDFFailure) {
    guard let font else { throw PDFFailure(unknown: "a font's sheet without fonts") }
    for code in codes(strings, isTwoByte: sheet.parts[font.part].isTwoByte) {
      sheet.shown.append(
        Shown(
          part: font.part, code: code, width: try font.widths.width(of: code),
          meaning: font.meanings[code]))
    }
  }

  private static func codes(_ bytes: [UInt8], isTwoByte: Bool) -> [Int] {
    guard isTwoByte else { return bytes.map(Int.init) }
    return stride(from: 0, to: bytes.count - bytes.count % 2, by: 2).map {
      Int(bytes[$0]) << 8 | Int(bytes[$0 + 1])
    }
  }

  private func font(
    _ number: Int, _ inflater: borrowing Inflater
  ) throws(PDFFailure) -> (FontFace.Part, CodeWidths) {
    let font = try body(number)
    if font.bytes.starts(with: "<< /Type /Font\n   /Subtype /TrueType\n".utf8) {
      return try simpleFont(number, font, inflater)
    }
    guard font.bytes.starts(with: "<< /Type /Font\n   /Subtype /Type0\n".utf8) else {
      throw PDFFailure(unknown: "a font's type")
    }
    return try compositeFont(number, font)
  }

  private func simpleFont(
    _ number: Int, _ font: ObjectBody, _ inflater: borrowing Inflater
  ) throws(PDFFailure) -> (FontFace.Part, CodeWidths) {
    guard font.has("/WinAnsiEncoding") else { throw PDFFailure(unknown: "a font's encoding") }
    let descriptor = try font.required("/FontDescriptor")
    let file = try body(descriptor).required("/FontFile2")
    let simple = try SimpleFont(
      font, number: number, descriptor: (descriptor, body(descriptor)),
      file: (file, stream(file, inflater)))
    let part = FontFace.Part(root: number, objects: [], simple: simple)
    return (part, try CodeWidths(simple: font))
  }

  private func compositeFont(
    _ number: Int, _ font: ObjectBody
  ) throws(PDFFailure) -> (FontFace.Part, CodeWidths) {
    let descendantNumber = try font.required("/DescendantFonts")
    let descendant = try body(descendantNumber)
    let start = "<< /Type /Font\n   /Subtype /CIDFontType2\n"
    guard descendant.bytes.starts(with: start.utf8) else {
      throw PDFFailure(unknown: "a font's descendant")
    }
    // PDF/UA-1, 7.21.3.2; ISO 19005-3, 6.2.11.3.2: cairo's subsets map every CID to itself.
    let mapped =
      Array("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity".utf8)
      + descendant.bytes.dropFirst(start.utf8.count)
    let map = try font.required("/ToUnicode")
    let part = FontFace.Part(
      root: number,
      objects: [
        FontFace.SheetObject(number: number, body: font.bytes),
        FontFace.SheetObject(number: descendantNumber, body: mapped),
        FontFace.SheetObject(
          number: map, body: Array("/Filter/FlateDecode".utf8),
          stream: Array(try cairoStream(map).data)),
      ] + (try described(by: descendant)))
    return (part, try CodeWidths(composite: descendant))
  }

  /// cairo does not always extract what it was given: where a font has a character of its own for
  /// a glyph, that comes before a text of several.
  private func meanings(
    _ part: FontFace.Part, _ inflater: borrowing Inflater
  ) throws(PDFFailure) -> [Int: [UInt8]] {
    guard part.isTwoByte else { return WindowsLatin.meanings }
    let map = try body(part.root).required("/ToUnicode")
    return try ExtractionFont.meanings(stream(map, inflater))
  }

  /// The descriptor that a font names, and the font's file.
  private func described(by font: ObjectBody) throws(PDFFailure) -> [FontFace.SheetObject] {
    let number = try font.required("/FontDescriptor")
    let descriptor = try body(number)
    let file = try descriptor.required("/FontFile2")
    let stream = try cairoStream(file)
    guard let length = stream.length1 else { throw PDFFailure(unknown: "a font without length") }
    return [
      FontFace.SheetObject(number: number, body: descriptor.bytes),
      FontFace.SheetObject(
        number: file, body: Array("/Length1 \(length)/Filter/FlateDecode".utf8),
        stream: Array(stream.data)),
    ]
  }

  private func body(_ number: Int) throws(PDFFailure) -> ObjectBody {
    guard let body = bodies[number] else { throw PDFFailure(unknown: "no object \(number)") }
    return ObjectBody(bytes: Array(body))
  }

  private func cairoStream(_ number: Int) throws(PDFFailure) -> CairoStream {
    guard let body = bodies[number] else { throw PDFFailure(unknown: "no stream \(number)") }
    return try CairoStream(body, lengths: lengths)
  }

  private func stream(
    _ number: Int, _ inflater: borrowing Inflater
  ) throws(PDFFailure) -> [UInt8] {
    let data = try cairoStream(number).data
    do throws(CairoError) { return try inflater.expand(data) } catch { throw PDFFailure(error) }
  }
}

/// The advance widths that a font states for its codes (ISO 32000-1, 9.2.4 and 9.7.4.3).
struct CodeWidths {
  private let first: Int
  private let widths: [Double]

  /// `/FirstChar` and `/Widths [ … ]`.
  init(simple font: ObjectBody) throws(PDFFailure) {
    guard let first = font.number("/FirstChar") else { throw PDFFailure(unknown: "a first code") }
    self.first = first
    widths = try font.numbers("/Widths")
  }

  /// `/W [ 0 [ … ]]`: widths of all codes from 0.
  init(composite font: ObjectBody) throws(PDFFailure) {
    let numbers = try font.numbers("/W")
    guard numbers.first == 0 else { throw PDFFailure(unknown: "a font's widths") }
    first = 0
    widths = Array(numbers.dropFirst())
  }

  func width(of code: Int) throws(PDFFailure) -> Double {
    guard widths.indices.contains(code - first) else {
      throw PDFFailure(unknown: "a code without width")
    }
    return widths[code - first]
  }
}
