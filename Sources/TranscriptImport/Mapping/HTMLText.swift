/// The text of a piece of HTML, for descriptions that learning systems keep as such.
enum HTMLText {
  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  /// Tags within a line, which part no words.
  private static let inline: Set<Substring> = [
    "a", "abbr", "b", "code", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub",
    "sup", "u",
  ]

  /// The text without tags, on one line; it is never interpreted as markup again.
  static func plain(_ html: String) -> String {
    var text = ""
    var rest = Substring(html)
    // Without a further ">" no "<" opens a tag; looking again for each would take long.
    let last = html.lastIndex(of: ">") ?? html.startIndex
    while let first = rest.first {
      if first == "<", let end = hidden(rest) {
        text += " "
        rest = rest[end...]
      } else if first == "<", rest.startIndex < last, let end = rest.firstIndex(of: ">") {
        let name = rest[..<end].dropFirst().drop { $0 == "/" }.prefix { $0.isLetter }
        if !inline.contains(Substring(name.lowercased())) { text += " " }
        rest = rest[rest.index(after: end)...]
      } else if first == "&", let (character, length) = entity(rest) {
        text += character
        rest = rest.dropFirst(length)
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The end of a comment or of an element whose text is not for readers; an open one goes on to
  /// the end of the text.
  private static func hidden(_ rest: Substring) -> Substring.Index? {
    if rest.hasPrefix("<!--") { return end(of: "-->", in: rest) }
    let name = rest.dropFirst().prefix(8).prefix { $0.isLetter }.lowercased()
    guard unread.contains(name) else { return nil }
    let close = end(of: "</\(name)", in: rest)
    return rest[close...].firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
  }

  private static let unread: Set<String> = ["script", "style", "template", "noscript"]

  private static func end(of mark: String, in text: Substring) -> Substring.Index {
    var at = text.startIndex
    while at < text.endIndex, let open = text[at...].firstIndex(of: mark.first ?? "<") {
      if text[open...].prefix(mark.count).lowercased() == mark {
        return text.index(open, offsetBy: mark.count)
      }
      at = text.index(after: open)
    }
    return text.endIndex
  }

  private static func entity(_ text: Substring) -> (String, Int)? {
    guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
    let name = text[text.index(after: text.startIndex)..<end]
    let length = name.count + 2
    if let known = entities[String(name)] { return (known, length) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { (String(Character($0)), length) }
  }
}
