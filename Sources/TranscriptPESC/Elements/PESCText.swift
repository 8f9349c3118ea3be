import Foundation
import TranscriptModel

/// How text and numbers are written so that PESC's facets measure what people see.
enum PESCText {
  /// The text composed (NFC), trimmed, with single spaces.
  static func prepared(_ text: String) -> String {
    if isPrepared(text) { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    let single = words.count == 1 ? String(words[0]) : words.joined(separator: " ")
    return composed(single)
  }

  /// Whether the text is composed, with single spaces between words: most text is.
  ///
  /// It knows printable ASCII, Latin letters below U+0300, and dashes, quotation marks and the
  /// like (U+2010 to U+2027); none of them combines, and only U+0085 and U+00A0 are white space.
  private static func isPrepared(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else {
        return false
      }
      var index = 0
      while index < bytes.count {
        switch bytes[index] {
        case 0x20 where bytes[index - 1] == 0x20: return false
        case 0x20..<0x7F: index += 1
        case 0xC2 where bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0: return false
        case 0xC2..<0xCC: index += 2
        case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]):
          index += 3
        default: return false
        }
      }
      return true
    }
  }

  /// The number of characters of a text that is written as it is: printable ASCII with single
  /// spaces between words, without `&`, `<` and `>`; `nil` for any other text.
  static func plainLength(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20 else {
        return nil
      }
      return isPlain(UnsafeRawBufferPointer(bytes)) ? bytes.count : nil
    }
  }

  /// A word of eight bytes at a time; the last word overlaps the one before.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 8 else {
      var previous: UInt8 = 0
      for byte in bytes {
        let isMarkup = byte == 0x26 || byte == 0x3C || byte == 0x3E
        if byte < 0x20 || byte > 0x7E || isMarkup || (byte | previous) == 0x20 { return false }
        previous = byte
      }
      return true
    }
    var other: UInt64 = 0
    var index = 0
    while index + 9 <= bytes.count {
      other |= otherBytes(in: bytes, at: index)
      index += 8
    }
    return (other | otherBytes(in: bytes, at: bytes.count - 9)) & (ones &* 0x80) == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Marks in the high bits of nine bytes: one that is no plain character, or two spaces in a row.
  private static func otherBytes(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    func others(_ word: UInt64) -> UInt64 {
      let controls = (word &- ones &* 0x20) & ~word
      let high = word | (word &+ ones)
      return zeros(word ^ (ones &* 0x26)) | zeros(word ^ (ones &* 0x3C))
        | zeros(word ^ (ones &* 0x3E)) | controls | high
    }
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let next = bytes.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
    // Both words have a space in the same byte: two in a row.
    let spaces = zeros((word | next) ^ (ones &* 0x20)) & ~(word | next)
    return others(word) | others(next) | spaces
  }

  /// NFC.
  ///
  /// Every scalar below U+0300 is composed already, and so are dashes and quotation marks; most
  /// text has no other.
  static func composed(_ text: String) -> String {
    if isASCII(text) { return text }
    let isComposed = text.unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x2010...0x2027).contains($0.value)
    }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func isASCII(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 0x80
    }
  }

  /// What PESC's length facets count: code points.
  static func length(_ text: String) -> Int { text.unicodeScalars.count }

  /// A decimal of at most three places, without trailing zeros.
  static func decimal(_ value: Rational) -> String {
    if let whole = value.wholeValue { return String(whole) }
    let rounded = Credits.written(value)
    guard let scaled = (rounded * Rational(1000)).wholeValue else {
      return rounded.decimalText(places: 3)
    }
    var digits = String(scaled.magnitude % 1000 + 1000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    let whole = "\(scaled < 0 ? "-" : "")\(scaled.magnitude / 1000)"
    return digits.isEmpty ? whole : "\(whole).\(digits)"
  }

  /// A long text as notes of at most 80 characters, split between words.
  ///
  /// A single word that is longer stays whole, and is refused by the limit.
  static func notes(_ text: String, limit: Int = 80) -> [String] {
    let text = prepared(text)
    if length(text) <= limit { return text.isEmpty ? [] : [text] }
    if isASCII(text) { return splitASCII(text, limit: limit) }
    var notes: [String] = []
    for word in text.split(separator: " ") {
      if let last = notes.last, length(last) + 1 + word.unicodeScalars.count <= limit {
        notes[notes.count - 1] = "\(last) \(word)"
      } else {
        notes.append(String(word))
      }
    }
    return notes
  }

  /// The same split of a prepared text in which a byte is a character.
  private static func splitASCII(_ text: String, limit: Int) -> [String] {
    let bytes = Array(text.utf8)
    var notes: [String] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + limit, bytes.count)
      if end < bytes.count, bytes[end] != 0x20 {
        let fitting = bytes[start..<end].lastIndex(of: 0x20)
        end = fitting ?? bytes[end...].firstIndex(of: 0x20) ?? bytes.count
      }
      notes.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    return notes
  }
}
