import Foundation
import TranscriptModel

/// How text and numbers are written so that PESC's facets measure what people see.
enum PESCText {
  /// The text composed (NFC), trimmed, with single spaces.
  static func prepared(_ text: String) -> String {
    if isPlain(text) { return text }
    let words = text.split(whereSeparator: \.isWhitespace)
    let single = words.count == 1 ? String(words[0]) : words.joined(separator: " ")
    return composed(single)
  }

  /// Whether the text is printable ASCII with single spaces between words.
  ///
  /// Most text is, and has nothing to prepare.
  private static func isPlain(_ text: String) -> Bool {
    var last = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte > 0x20 && byte < 0x7F || byte == 0x20 && last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20
  }

  /// The number of characters of a text that is written as it is: printable ASCII with single
  /// spaces between words, without `&`, `<` and `>`; `nil` for any other text.
  static func plainLength(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var last = UInt8(ascii: " ")
      for byte in bytes {
        if byte <= 0x20 ? byte != 0x20 || last == 0x20 : byte >= 0x7F { return nil }
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
          return nil
        }
        last = byte
      }
      return last == 0x20 ? nil : bytes.count
    }
  }

  /// NFC.
  ///
  /// Every scalar below U+0300 is composed already, and most text has no other.
  static func composed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
    return text.precomposedStringWithCanonicalMapping
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
}
