/// A JSON value that is written in one way only: keys sorted, no white space, exact numbers as text.
///
/// There is no floating-point case on purpose: credits and scores are written as strings.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case flag(Bool)
  /// A whole number.
  case integer(Int)
  /// A string.
  case text(String)
  /// An array.
  case list([JSONValue])
  /// An object; written with keys in order of their Unicode scalars.
  case object(JSONMembers)

  /// An object without the members whose value is `nil`.
  public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(JSONMembers(present: members))
  }

  /// The canonical text: the same bytes for equal values.
  public var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  /// The canonical text as UTF-8.
  public var canonicalBytes: [UInt8] {
    var text: [UInt8] = []
    write(to: &text)
    return text
  }

  /// Adds the canonical text to what is written already.
  public func write(to text: inout [UInt8]) { write(to: &text, indent: nil) }

  /// The same members in the same order, spread over lines for people.
  public var readableText: String {
    var text: [UInt8] = []
    write(to: &text, indent: 0)
    return String(decoding: text, as: UTF8.self) + "\n"
  }

  private func write(to text: inout [UInt8], indent: Int?) {
    switch self {
    case .null: text += "null".utf8
    case .flag(let flag): text += (flag ? "true" : "false").utf8
    case .integer(let number): text += String(number).utf8
    case .text(let string): Self.write(string, to: &text)
    case .list(let items):
      Self.write(items, open: "[", close: "]", to: &text, indent: indent) { item, text, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let members):
      Self.write(members.sorted, open: "{", close: "}", to: &text, indent: indent) {
        member, text, indent in
        Self.write(member.key, to: &text)
        text += (indent == nil ? ":" : ": ").utf8
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], open: Unicode.Scalar, close: Unicode.Scalar, to text: inout [UInt8],
    indent: Int?, each: (Item, inout [UInt8], Int?) -> Void
  ) {
    text.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 2 }
    for (position, item) in items.enumerated() {
      if position > 0 { text.append(UInt8(ascii: ",")) }
      newLine(inner, in: &text)
      each(item, &text, inner)
    }
    if !items.isEmpty { newLine(indent, in: &text) }
    text.append(UInt8(ascii: close))
  }

  private static func newLine(_ indent: Int?, in text: inout [UInt8]) {
    guard let indent else { return }
    text.append(UInt8(ascii: "\n"))
    text += repeatElement(UInt8(ascii: " "), count: indent)
  }

  /// Escapes what RFC 8259 requires and nothing else; what needs no escape is copied in one piece.
  private static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { bytes in
      var copied = 0
      for (position, byte) in bytes.enumerated() where needsEscape(byte) {
        text += bytes[copied..<position]
        escape(byte, to: &text)
        copied = position + 1
      }
      text += bytes[copied...]
    }
    text.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, to text: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): text += "\\\"".utf8
    case UInt8(ascii: "\\"): text += "\\\\".utf8
    case UInt8(ascii: "\n"): text += "\\n".utf8
    case UInt8(ascii: "\r"): text += "\\r".utf8
    case UInt8(ascii: "\t"): text += "\\t".utf8
    case 0x08: text += "\\b".utf8
    case 0x0C: text += "\\f".utf8
    default: text += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
    }
  }
}
