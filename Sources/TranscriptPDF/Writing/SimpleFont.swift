import CairoKit

/// A font with codes of one byte, of which each document embeds the characters that it uses.
///
/// cairo has embedded the whole alphabet once. To cut a font from that takes a fifth of the time of
/// another sheet of cairo's, and what is cut follows from the characters alone.
final class SimpleFont {
  /// The numbers of the dictionary, the descriptor and the font's file among the sheet's objects.
  private let numbers: (font: Int, descriptor: Int, file: Int)
  /// The font's name, without the letters that mark a subset.
  private let name: [UInt8]
  private let descriptor: [UInt8]
  private let widths: CodeWidths
  private let outlines: OutlineFont
  /// What has been cut, by codes; documents of one class share some.
  private var known: [[UInt8]: [FontFace.SheetObject]] = [:]
  /// Bounds memory: a few kilobytes each.
  private static let limit = 64
  /// The letters that mark a subset, with the sign after them (ISO 32000-1, 9.6.4).
  private static let tagLength = 7

  /// - Parameters:
  ///   - font: the dictionary, and `number` its number.
  ///   - descriptor: its descriptor.
  ///   - file: the number of the font's file, and its bytes.
  init(
    _ font: ObjectBody, number: Int, descriptor: (number: Int, body: ObjectBody),
    file: (number: Int, bytes: [UInt8])
  ) throws(PDFFailure) {
    numbers = (number, descriptor.number, file.number)
    name = Array(try font.name("/BaseFont").dropFirst(Self.tagLength))
    self.descriptor = descriptor.body.bytes
    widths = try CodeWidths(simple: font)
    outlines = try OutlineFont(file.bytes)
  }

  /// The advance width of a code, in thousandths of the font size.
  func width(of code: Int) throws(PDFFailure) -> Double { try widths.width(of: code) }

  /// The font's objects with these codes, in rising order; at least one.
  func objects(
    with codes: [UInt8], deflater: Deflater
  ) throws(PDFFailure) -> [FontFace.SheetObject] {
    if let objects = known[codes] { return objects }
    let tagged = Self.tag(of: codes) + Array("+".utf8) + name
    var characters: [UInt32] = []
    for code in codes {
      guard let character = WindowsLatin.scalar(of: Int(code)) else {
        throw PDFFailure(unknown: "the code \(code) of a font")
      }
      characters.append(character)
    }
    let file = try outlines.subset(of: characters)
    let stream: [UInt8]
    do throws(CairoError) { stream = try deflater.compress(file) } catch {
      throw PDFFailure(error)
    }
    let objects = [
      FontFace.SheetObject(
        number: numbers.font, body: try dictionary(of: codes, name: tagged)),
      FontFace.SheetObject(
        number: numbers.descriptor,
        body: try ObjectBody(bytes: descriptor).replacing("/FontName", by: tagged)),
      FontFace.SheetObject(
        number: numbers.file, body: Array("/Length1 \(file.count)/Filter/FlateDecode".utf8),
        stream: stream),
    ]
    if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
    known[codes] = objects
    return objects
  }

  /// The font's dictionary: its codes say what they mean, so that it needs no further map
  /// (ISO 19005-3, 6.2.11.7.2; PDF/UA-1, 7.21.7).
  private func dictionary(of codes: [UInt8], name: [UInt8]) throws(PDFFailure) -> [UInt8] {
    let (first, last) = (codes.first.map(Int.init) ?? 0, codes.last.map(Int.init) ?? 0)
    var body = ByteWriter(capacity: 1024)
    body.write("<</Type/Font/Subtype/TrueType/BaseFont/")
    body.write(name)
    body.write(text: "/FirstChar \(first)/LastChar \(last)/FontDescriptor ")
    body.write(numbers.descriptor)
    body.write(" 0 R/Encoding/WinAnsiEncoding/Widths[")
    var next = 0
    for code in first...last {
      if code > first { body.write(" ") }
      let isUsed = Int(codes[next]) == code
      body.write(hundredths: isUsed ? Int((try width(of: code) * 100).rounded()) : 0)
      if isUsed { next += 1 }
    }
    body.write("]>>")
    return body.bytes
  }

  /// Six letters that follow from the codes.
  private static func tag(of codes: [UInt8]) -> [UInt8] {
    // FNV-1a, 64 bits.
    var hash = codes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return (0..<6).map { _ in
      defer { hash /= 26 }
      return UInt8(ascii: "A") + UInt8(hash % 26)
    }
  }
}
