import Testing

@testable import TranscriptPDF

/// Fonts that are cut from a larger one; the tables are those of OpenType.
@Suite struct OutlineFontTests {
  /// An outline of twelve bytes with `mark` at its end.
  private static func outline(_ mark: UInt8) -> [UInt8] {
    [0, 1] + [UInt8](repeating: 0, count: 8) + [mark, mark]
  }

  /// A letter with an accent: made of glyphs 1 and 2.
  private static let accented: [UInt8] =
    [0xFF, 0xFF] + [UInt8](repeating: 0, count: 8)
    + [0, 0x20, 0, 1, 0, 0] + [0, 0, 0, 2, 5, 6]

  /// Glyph 0 for what is missing, 1 for A, 2 for an accent, 3 for the accented letter.
  private static let font: [UInt8] = {
    var head = [UInt8](repeating: 0, count: 54)
    head[51] = 1
    var wide = [UInt8](repeating: 0, count: 36)
    wide[35] = 4
    return FontTables.file(of: [
      "glyf": outline(9) + outline(1) + outline(2) + accented,
      "loca": [0, 12, 24, 36, 58].flatMap { [0, 0, 0, UInt8($0)] },
      "hmtx": (0..<4).flatMap { [0, UInt8(10 * $0), 0, UInt8($0)] },
      "maxp": [0, 1, 0, 0, 0, 4], "head": head, "hhea": wide,
      "cmap": [
        0, 1, 3, 1, 0, 12,
        // Format 4: three segments; each of the first two takes its glyph from the list at the end.
        4, 36, 0, 6, 4, 1, 2, 0x41, 0xC1, 0xFFFF, 0, 0x41, 0xC1, 0xFFFF, 0, 0, 1, 6, 6, 0, 1, 3,
      ].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
    ])
  }()

  private static func tables(_ file: [UInt8]) -> [String: [UInt8]] {
    let number = { (place: Int) in file[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) } }
    return Dictionary(
      uniqueKeysWithValues: (0..<Int(file[5])).map { index in
        let entry = 12 + 16 * index
        let start = number(entry + 8)
        let name = String(decoding: file[entry..<(entry + 4)], as: UTF8.self)
        return (name, Array(file[start..<(start + number(entry + 12))]))
      })
  }

  @Test func `A glyph made of others takes them along, by their new numbers`() throws {
    let tables = Self.tables(try OutlineFont(Self.font).subset(of: [0xC1]))
    // The accented letter is glyph 1 now, the letter 2, the accent 3; the missing glyph is empty.
    var accented = Self.accented
    accented[13] = 2
    accented[19] = 3
    #expect(tables["glyf"] == accented + Self.outline(1) + Self.outline(2))
    #expect(tables["loca"] == [0, 0, 0, 0, 0, 11, 0, 17, 0, 23])
    #expect(tables["hmtx"] == [0, 0, 0, 0, 0, 30, 0, 3, 0, 10, 0, 1, 0, 20, 0, 2])
    #expect(tables["maxp"]?[5] == 4)
    #expect(tables["hhea"]?[35] == 4)
    #expect(tables["head"]?[51] == 0)
  }

  @Test func `Characters are mapped to glyphs that follow each other as they do`() throws {
    let file = try OutlineFont(Self.font).subset(of: [0x41])
    let tables = Self.tables(file)
    #expect(tables["glyf"] == Self.outline(1))
    // One segment for A with the difference of glyph 1 and U+0041, and the one that ends the map.
    let segments: [UInt8] = [
      0, 0x41, 0xFF, 0xFF, 0, 0, 0, 0x41, 0xFF, 0xFF, 0xFF, 0xC0, 0, 1, 0, 0, 0, 0,
    ]
    #expect(tables["cmap"]?.suffix(18) == segments[...])
    #expect(tables["maxp"]?[5] == 2)
  }

  @Test func `The words of a font's file add up to what OpenType asks for`() throws {
    let file = try OutlineFont(Self.font).subset(of: [0x41, 0xC1])
    var sum: UInt32 = 0
    for start in stride(from: 0, to: file.count, by: 4) {
      sum &+= file[start..<(start + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
    #expect(sum == 0xB1B0_AFBA)
  }

  @Test func `A character that the font lacks and a file cut short are refused`() throws {
    let font = try OutlineFont(Self.font)
    #expect(throws: PDFFailure.self) { try font.subset(of: [0x42]) }
    #expect(throws: PDFFailure.self) { try OutlineFont(Array(Self.font.prefix(80))) }
  }
}
