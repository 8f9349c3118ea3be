/// A JSON value that is written in one way only: keys sorted, no white space, exact numbers as text.
///
/// There is no floating-point case on purpose: credits and scores are written as strings.
public indirect enum JSONValue: Hashable, Sendable {
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
  case object([String: JSONValue])

  /// An object without the members whose value is `nil`.
  public static func members(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues { $0 })
  }

  /// The canonical text: the same bytes for equal values.
  public var canonicalText: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The same members in the same order, spread over lines for people.
  public var readableText: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .text(let string): Self.write(string, to: &text)
    case .list(let items):
      Self.write(items, open: "[", close: "]", to: &text, indent: indent) { item, text, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let members):
      let sorted = members.sorted { Self.precedes($0.key, $1.key) }
      Self.write(sorted, open: "{", close: "}", to: &text, indent: indent) { member, text, indent in
        Self.write(member.key, to: &text)
        text += indent == nil ? ":" : ": "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
  }

  private static func write<Item>(
    _ items: [Item], open: String, close: String, to text: inout String, indent: Int?,
    each: (Item, inout String, Int?) -> Void
  ) {
    text += open
    let inner = indent.map { $0 + 2 }
    for (position, item) in items.enumerated() {
      if position > 0 { text += "," }
      newLine(inner, in: &text)
      each(item, &text, inner)
    }
    if !items.isEmpty { newLine(indent, in: &text) }
    text += close
  }

  private static func newLine(_ indent: Int?, in text: inout String) {
    guard let indent else { return }
    text += "\n" + String(repeating: " ", count: indent)
  }

  /// Escapes what RFC 8259 requires and nothing else.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{08}": text += "\\b"
      case "\u{0C}": text += "\\f"
      case let control where control.value < 0x20:
        let hex = String(control.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
