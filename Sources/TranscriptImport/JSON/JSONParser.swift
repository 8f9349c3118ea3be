import Diagnostics
import TranscriptModel

/// A strict reader of JSON (RFC 8259) as located values; scalars are kept as written.
///
/// `true`, `false` and numbers become their text, `null` the empty text: the readers of packages and
/// statements ask for text and convert it themselves, exactly. Keys that repeat are an error.
struct JSONParser {
  private let file: InputFile
  private let limits: ImportLimits
  private var at: Int
  /// Where the text ends: a record of a JSON Lines file ends with its line.
  private var end: Int
  private var line: Int
  /// The last place whose column was counted; so that a file on one line is counted once.
  private var counted: (at: Int, column: Int)
  private var left: Int
  /// Where the objects of the outer levels stand, whose bytes somebody may want as they are: the
  /// items of a package, statements.
  private(set) var ranges: [SourceLocation: Range<Int>] = [:]
  /// How deep in the file those may be.
  private static let outer = 3

  init(_ file: InputFile, limits: ImportLimits = ImportLimits()) {
    self.file = file
    self.limits = limits
    at = file.textStart
    end = file.bytes.count
    counted = (at, 1)
    line = 1
    left = limits.values * 20
  }

  /// The value of the whole file.
  ///
  /// Throws a `Diagnostic`.
  mutating func parse() throws(Diagnostic) -> PolicyNode {
    if let problem = EncodingCheck.textProblem(with: file) { throw problem }
    let value = try value(depth: 0)
    skipSpace()
    guard at == end else { throw problem("there is something after the value") }
    return value
  }

  /// The value in `range`, a line of a JSON Lines file with number `line`.
  mutating func parse(_ range: Range<Int>, line: Int) throws(Diagnostic) -> PolicyNode {
    (at, end) = (range.lowerBound, range.upperBound)
    counted = (at, 1)
    self.line = line
    let value = try value(depth: 0)
    skipSpace()
    guard at == end else { throw problem("there is something after the value") }
    return value
  }

  /// The place reached.
  private mutating func here() -> SourceLocation {
    let passed = file.bytes[counted.at..<max(counted.at, at)].count { $0 & 0xC0 != 0x80 }
    counted = (max(counted.at, at), counted.column + passed)
    return SourceLocation(file: file.path, line: line, column: counted.column)
  }

  private mutating func problem(_ message: String) -> Diagnostic {
    let location = here()
    return Diagnostic(
      .jsonSyntax, at: location, "this is not JSON: \(message)",
      hint: "export the file again; the mistake is at this place or just before it")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipSpace() {
    while at < end, isSpace(file.bytes[at]) {
      if file.bytes[at] == 0x0A {
        line += 1
        counted = (at + 1, 1)
      }
      at += 1
    }
  }

  private var byte: UInt8 { at < end ? file.bytes[at] : 0 }

  private mutating func expect(_ byte: UInt8, _ what: String) throws(Diagnostic) {
    guard self.byte == byte else { throw problem("\(what) is missing") }
    at += 1
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> PolicyNode {
    skipSpace()
    left -= 1
    guard depth < limits.depth, left > 0 else {
      throw Diagnostic(
        .jsonTooComplex, at: here(), "the file is nested too deeply or holds too many values",
        hint: "export less at a time")
    }
    let start = here()
    switch byte {
    case 0x7B:
      let begin = at
      let members = try members(depth: depth)
      if depth <= Self.outer { ranges[start] = begin..<at }
      return PolicyNode(.mapping(members), at: start)
    case 0x5B: return PolicyNode(.list(try items(depth: depth)), at: start)
    case 0x22: return PolicyNode(.scalar(try string()), at: start)
    default: return PolicyNode(.scalar(try word()), at: start)
    }
  }

  private mutating func members(depth: Int) throws(Diagnostic) -> [PolicyNode.Member] {
    at += 1
    var members: [PolicyNode.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if byte == 0x7D {
      at += 1
      return []
    }
    while true {
      skipSpace()
      let start = here()
      guard byte == 0x22 else { throw problem("a key in quotes is missing") }
      let key = try string()
      guard keys.insert(key).inserted else { throw problem("the key \"\(key)\" is there twice") }
      skipSpace()
      try expect(0x3A, "a colon")
      let value = try value(depth: depth + 1)
      members.append(.init(key: key, location: start, value: value))
      skipSpace()
      if byte == 0x7D { break }
      try expect(0x2C, "a comma or }")
    }
    at += 1
    return members
  }

  private mutating func items(depth: Int) throws(Diagnostic) -> [PolicyNode] {
    at += 1
    var items: [PolicyNode] = []
    skipSpace()
    if byte == 0x5D {
      at += 1
      return []
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if byte == 0x5D { break }
      try expect(0x2C, "a comma or ]")
    }
    at += 1
    return items
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Diagnostic) -> String {
    let start = at
    while at < end, isWord(file.bytes[at]) { at += 1 }
    let text = file.text(start..<at)
    switch text {
    case "null": return ""
    case "true", "false": return text
    default:
      guard Self.isNumber(text) else {
        at = start
        throw problem(text.isEmpty ? "a value is missing" : "\"\(text)\" is not a value")
      }
      return text
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  private static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    func digits() -> Int {
      let count = rest.prefix { ("0"..."9").contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    let hasZero = rest.first == "0"
    let whole = digits()
    guard whole > 0, !hasZero || whole == 1 else { return false }
    if rest.first == "." {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(Diagnostic) -> String {
    at += 1
    var bytes: [UInt8] = []
    while at < end {
      let byte = file.bytes[at]
      switch byte {
      case 0x22:
        at += 1
        return String(decoding: bytes, as: UTF8.self).composed
      case 0x5C:
        at += 1
        bytes += try escape()
      case 0..<0x20: throw problem("a line break or control character is inside a text")
      default:
        bytes.append(byte)
        at += 1
      }
    }
    throw problem("a text is not closed")
  }

  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    let byte = byte
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return [byte]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75: return try unicodeEscape()
    default: throw problem("\\ is followed by a character that means nothing")
    }
  }

  private mutating func unicodeEscape() throws(Diagnostic) -> [UInt8] {
    let first = try hex()
    var value = UInt32(first)
    if (0xD800..<0xDC00).contains(first) {
      try expect(0x5C, "the second half of a surrogate pair")
      try expect(0x75, "the second half of a surrogate pair")
      let second = try hex()
      guard (0xDC00..<0xE000).contains(second) else { throw problem("half a surrogate pair") }
      value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw problem("half a surrogate pair") }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hex() throws(Diagnostic) -> UInt16 {
    let after = min(at + 4, end)
    let text = file.text(at..<after)
    guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt16(text, radix: 16)
    else { throw problem("\\u is not followed by four hexadecimal digits") }
    at = after
    return value
  }
}
