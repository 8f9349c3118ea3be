import Foundation
import TranscriptModel

/// A name of a request beside the names on file: case, accents and punctuation do not count.
struct RequestedName {
  private let name: PersonName
  private let legal: LegalName
  private let shown: [String]
  private let formerLast: String?

  init(_ name: PersonName, of student: RecordStudent, formerLast: String? = nil) {
    self.name = name
    self.formerLast = formerLast.map(Self.folded)
    legal = student.legalName
    shown = student.displayName.split(whereSeparator: \.isWhitespace).map { Self.folded("\($0)") }
  }

  /// Whether the request has enough of a name to find a student by it.
  var isWhole: Bool {
    name.last != nil && (name.first != nil || legal.first == nil) || name.composite != nil
  }

  /// The parts that are given and are not on file.
  var differences: [FactDifference] {
    var found: [FactDifference] = []
    func require(_ part: String, _ given: String?, _ onFile: String?, _ fits: (String) -> Bool) {
      guard let given, !fits(Self.folded(given)) else { return }
      found.append(FactDifference(name: part, left: given, right: onFile ?? ""))
    }
    require("last name", name.last, legal.last) { last in
      last == Self.folded(legal.last) || last == formerLast
        || shown.indices.contains { last == shown[$0...].joined() }
    }
    require("first name", name.first, legal.first) { first in
      Self.firstNames(legal).contains(first)
        || shown.indices.contains { first == shown[...$0].joined() }
    }
    let middle = name.middle.isEmpty ? nil : name.middle.joined(separator: " ")
    require("middle name", middle, legal.middle) { middle in
      guard let onFile = legal.middle.map(Self.folded) else { return true }
      return onFile.hasPrefix(middle) || middle.hasPrefix(onFile)
    }
    require("suffix", name.suffix, legal.suffix) { suffix in
      guard let onFile = legal.suffix.map(Self.folded) else { return true }
      return suffix == onFile
    }
    require("name", name.composite, legal.natural) { whole in
      wholeNames.contains(whole)
    }
    return found
  }

  /// A first name of two words may come as first and middle name, or as one word with the rest.
  private static func firstNames(_ legal: LegalName) -> [String] {
    let first = folded(legal.first ?? "")
    guard !first.isEmpty else { return [] }
    return [first, first + folded(legal.middle ?? "")]
  }

  private var wholeNames: [String] {
    let short = [legal.first, legal.last].compactMap(\.self).joined(separator: " ")
    let former = formerLast.map { Self.folded(legal.first ?? "") + $0 }
    return [legal.natural, legal.inverted, short].map(Self.folded) + [shown.joined()]
      + [former].compactMap(\.self)
  }

  /// Letters and digits only, in lower case, without marks.
  static func folded(_ text: String) -> String {
    let plain = text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    return String(
      plain.flatMap { character -> String in
        if let written = letters[character] { return written }
        return character.isLetter || character.isNumber ? String(character) : ""
      })
  }

  /// Letters that are written with others where a keyboard has none of them.
  private static let letters: [Character: String] = [
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th",
  ]
}
