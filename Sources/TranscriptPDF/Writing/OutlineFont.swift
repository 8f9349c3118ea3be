/// A TrueType font as cairo embeds it, of which a document embeds the glyphs that it uses.
///
/// Tables and formats are those of OpenType (ISO/IEC 14496-22). What cairo does not write is a
/// failure, never a guess.
struct OutlineFont {
  private let bytes: [UInt8]
  private var tables: [String: Range<Int>] = [:]
  /// Where each glyph's outline begins in the table of outlines, and where the last one ends.
  private var starts: [Int] = []

  /// Finds the tables of an uncompressed font file.
  init(_ bytes: [UInt8]) throws(PDFFailure) {
    self.bytes = bytes
    let count = try short(at: 4)
    for index in 0..<count {
      let entry = 12 + 16 * index
      guard entry + 16 <= bytes.count else { throw Self.failure("list of tables") }
      let start = try long(at: entry + 8)
      let length = try long(at: entry + 12)
      guard start + length <= bytes.count else { throw Self.failure("tables") }
      tables[String(decoding: bytes[entry..<(entry + 4)], as: UTF8.self)] = start..<(start + length)
    }
    let glyphs = try short(at: table("maxp").lowerBound + 4)
    let isLong = try short(at: table("head").lowerBound + 50) == 1
    let places = try table("loca").lowerBound
    for glyph in 0...glyphs {
      starts.append(
        try isLong ? long(at: places + 4 * glyph) : 2 * short(at: places + 2 * glyph))
    }
    let outlines = try table("glyf")
    guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }),
      starts.last.map({ $0 <= outlines.count }) ?? false
    else { throw Self.failure("places of outlines") }
  }

  /// The font with these characters and nothing else.
  ///
  /// The glyph for what is missing has no outline: a document with a missing character is refused,
  /// and the outline of that glyph can be the largest of all.
  func subset(of characters: [UInt32]) throws(PDFFailure) -> [UInt8] {
    let characters = characters.sorted()
    var glyphs = [0]
    for character in characters { glyphs.append(try glyph(of: character)) }
    var places: [Int: Int] = [:]
    for (place, glyph) in glyphs.enumerated() { places[glyph] = place }
    var outlines = ByteWriter(capacity: 1 << 13)
    var index = ByteWriter(capacity: 256)
    index.write(bigEndian: 0, bytes: 2)
    index.write(bigEndian: 0, bytes: 2)
    var place = 1
    // Outlines that are made of others append those to the list.
    while place < glyphs.count {
      outlines.write(try outline(of: glyphs[place], &glyphs, &places))
      // With short offsets every outline begins at an even byte.
      if outlines.count % 2 == 1 { outlines.write(byte: 0) }
      index.write(bigEndian: outlines.count / 2, bytes: 2)
      place += 1
    }
    guard outlines.count < 1 << 17 else { throw Self.failure("size of outlines") }
    var changed = tables.mapValues { Array(bytes[$0]) }
    changed["glyf"] = outlines.bytes
    changed["loca"] = index.bytes
    changed["hmtx"] = try metrics(of: glyphs)
    changed["cmap"] = Self.characterMap(characters)
    Self.set(glyphs.count, in: &changed["maxp"], at: 4)
    Self.set(glyphs.count, in: &changed["hhea"], at: 34)
    Self.set(0, in: &changed["head"], at: 50)
    return FontTables.file(of: changed)
  }

  private static func set(_ value: Int, in table: inout [UInt8]?, at place: Int) {
    guard let count = table?.count, count >= place + 2 else { return }
    table?[place] = UInt8(truncatingIfNeeded: value >> 8)
    table?[place + 1] = UInt8(truncatingIfNeeded: value)
  }

  private static func failure(_ part: String) -> PDFFailure {
    PDFFailure(unknown: "the \(part) of a font")
  }
}

// MARK: - Reading

extension OutlineFont {
  private func table(_ name: String) throws(PDFFailure) -> Range<Int> {
    guard let table = tables[name] else { throw Self.failure("table \(name)") }
    return table
  }

  private func short(at place: Int) throws(PDFFailure) -> Int {
    guard place >= 0, place + 2 <= bytes.count else { throw Self.failure("end") }
    return Int(bytes[place]) << 8 | Int(bytes[place + 1])
  }

  private func long(at place: Int) throws(PDFFailure) -> Int {
    try short(at: place) << 16 | short(at: place + 2)
  }

  /// The glyph of a character of Unicode, by cairo's one map: format 4, as Windows has it.
  private func glyph(of character: UInt32) throws(PDFFailure) -> Int {
    let map = try table("cmap").lowerBound + 12
    guard try short(at: map) == 4 else { throw Self.failure("map of characters") }
    let size = try short(at: map + 6)
    let character = Int(character)
    for segment in stride(from: 0, to: size, by: 2) {
      guard try short(at: map + 14 + segment) >= character else { continue }
      let first = try short(at: map + 16 + size + segment)
      let delta = try short(at: map + 16 + 2 * size + segment)
      let place = map + 16 + 3 * size + segment
      let offset = try short(at: place)
      guard first <= character, offset > 0 else { break }
      let glyph = try short(at: place + offset + 2 * (character - first))
      if glyph > 0, glyph + 1 < starts.count { return (glyph + delta) & 0xFFFF }
      break
    }
    throw Self.failure("glyph of U+\(String(character, radix: 16))")
  }

  /// Advance width and left side of each glyph; cairo states both for all.
  private func metrics(of glyphs: [Int]) throws(PDFFailure) -> [UInt8] {
    let metrics = try table("hmtx")
    var result: [UInt8] = []
    for glyph in glyphs {
      let start = metrics.lowerBound + 4 * glyph
      guard start + 4 <= metrics.upperBound else { throw Self.failure("widths") }
      result += bytes[start..<(start + 4)]
    }
    return result
  }

  /// A glyph's outline, with the numbers that the glyphs it is made of have in the subset.
  private func outline(
    of glyph: Int, _ glyphs: inout [Int], _ places: inout [Int: Int]
  ) throws(PDFFailure) -> [UInt8] {
    guard glyph >= 0, glyph + 1 < starts.count else { throw Self.failure("number of a glyph") }
    let start = try table("glyf").lowerBound
    var outline = Array(bytes[(start + starts[glyph])..<(start + starts[glyph + 1])])
    // A negative number of contours: the glyph is made of others.
    guard outline.count > 10, outline[0] & 0x80 != 0 else { return outline }
    var part = 10
    while part + 4 <= outline.count {
      let flags = Int(outline[part]) << 8 | Int(outline[part + 1])
      let old = Int(outline[part + 2]) << 8 | Int(outline[part + 3])
      let new = places[old] ?? glyphs.count
      if new == glyphs.count {
        glyphs.append(old)
        places[old] = new
      }
      outline[part + 2] = UInt8(truncatingIfNeeded: new >> 8)
      outline[part + 3] = UInt8(truncatingIfNeeded: new)
      part += 4 + Self.argumentBytes(flags)
      if flags & 0x20 == 0 { return outline }
    }
    throw Self.failure("outline")
  }

  /// How many bytes follow the number of a part: its place, and its scale where it has one.
  private static func argumentBytes(_ flags: Int) -> Int {
    let place = flags & 0x01 != 0 ? 4 : 2
    if flags & 0x08 != 0 { return place + 2 }
    if flags & 0x40 != 0 { return place + 4 }
    return flags & 0x80 != 0 ? place + 8 : place
  }
}

// MARK: - Writing

extension OutlineFont {
  /// A map of format 4: glyphs follow each other as their characters do, from 1.
  private static func characterMap(_ characters: [UInt32]) -> [UInt8] {
    var segments: [(first: Int, last: Int, delta: Int)] = []
    for (index, character) in characters.enumerated() {
      let character = Int(character)
      if let last = segments.last, last.last + 1 == character {
        segments[segments.count - 1].last = character
      } else {
        segments.append((character, character, index + 1 - character))
      }
    }
    segments.append((0xFFFF, 0xFFFF, 1))
    let count = segments.count
    let power = 1 << (Int.bitWidth - 1 - count.leadingZeroBitCount)
    var map = ByteWriter(capacity: 256)
    // Version, one map, for Windows and Unicode, at byte 12.
    for value in [0, 1, 3, 1, 0, 12] { map.write(bigEndian: value, bytes: 2) }
    let header = [
      4, 16 + 8 * count, 0, 2 * count, 2 * power, power.trailingZeroBitCount, 2 * (count - power),
    ]
    for value in header { map.write(bigEndian: value, bytes: 2) }
    for segment in segments { map.write(bigEndian: segment.last, bytes: 2) }
    map.write(bigEndian: 0, bytes: 2)
    for segment in segments { map.write(bigEndian: segment.first, bytes: 2) }
    for segment in segments { map.write(bigEndian: segment.delta & 0xFFFF, bytes: 2) }
    for _ in segments { map.write(bigEndian: 0, bytes: 2) }
    return map.bytes
  }
}

/// Puts the tables of a font into one file.
enum FontTables {
  /// The file, with the checksums that OpenType asks for.
  static func file(of tables: [String: [UInt8]]) -> [UInt8] {
    var tables = tables
    if let head = tables["head"], head.count >= 12 {
      tables["head"]?.replaceSubrange(8..<12, with: [0, 0, 0, 0])
    }
    let sorted = tables.sorted { $0.key < $1.key }
    var file = ByteWriter(capacity: 1 << 14)
    file.write(bigEndian: 0x10000, bytes: 4)
    let power = 1 << (Int.bitWidth - 1 - sorted.count.leadingZeroBitCount)
    for value in [
      sorted.count, 16 * power, power.trailingZeroBitCount, 16 * (sorted.count - power),
    ] {
      file.write(bigEndian: value, bytes: 2)
    }
    var place = 12 + 16 * sorted.count
    var head = 0
    for (name, bytes) in sorted {
      if name == "head" { head = place }
      file.write(text: name)
      file.write(bigEndian: checksum(bytes), bytes: 4)
      file.write(bigEndian: place, bytes: 4)
      file.write(bigEndian: bytes.count, bytes: 4)
      place += (bytes.count + 3) & ~3
    }
    for (_, bytes) in sorted {
      file.write(bytes)
      for _ in 0..<(-bytes.count & 3) { file.write(byte: 0) }
    }
    var result = file.bytes
    let adjustment = 0xB1B0_AFBA &- checksum(result)
    for byte in 0..<4 where head > 0 {
      result[head + 8 + byte] = UInt8(truncatingIfNeeded: adjustment >> (24 - 8 * byte))
    }
    return result
  }

  /// The sum of all words of four bytes, the last filled up with zeros.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0
    for index in stride(from: 0, to: bytes.count, by: 4) {
      var word: UInt32 = 0
      for byte in 0..<4 {
        word = word << 8 | (index + byte < bytes.count ? UInt32(bytes[index + byte]) : 0)
      }
      sum &+= word
    }
    return Int(sum)
  }
}
