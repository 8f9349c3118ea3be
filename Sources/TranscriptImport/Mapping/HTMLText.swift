/// The text of a piece of HTML, for descriptions that learning systems keep as such.
enum HTMLText {
  /// Tags within a line, which part no words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
  ]

  /// Tags that begin or end a line or a block.
  private static let block: Set<String> = [
    "address", "article", "aside", "audio", "base", "blockquote", "body", "br", "button", "caption",
    "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "embed", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "iframe", "img", "input", "label", "legend", "li", "link", "main", "math", "meta",
    "nav", "object", "ol", "option", "p", "param", "picture", "pre", "section", "select", "source",
    "summary", "svg", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr",
    "track", "ul", "video",
  ]

  /// The text without tags, on one line; it is never interpreted as markup again.
  ///
  /// What only looks like a tag, as in `a <b, and c> d`, stays. Powers and indices keep their meaning:
  /// `x<sup>4</sup>` is `x⁴`.
  static func plain(_ html: String) -> String {
    var text = ""
    var scripts = HTMLScripts()
    var rest = Substring(html)
    // Without a further ">" no "<" opens a tag; looking again for each would take long.
    let last = html.lastIndex(of: ">") ?? html.startIndex
    while let first = rest.first {
      if first == "<", let end = hidden(rest) {
        text += " "
        rest = rest[end...]
      } else if first == "<", rest.startIndex < last, let end = rest.firstIndex(of: ">"),
        let tag = tag(rest[rest.index(after: rest.startIndex)..<end])
      {
        rest = rest[rest.index(after: end)...]
        if !inline.contains(tag.name) { text += " " }
        if tag.name == "sup" || tag.name == "sub" {
          scripts.take(tag.name, isEnd: tag.isEnd, before: rest, &text)
        }
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

  /// What stands between `<` and `>`, if it is a tag: a name that HTML or an extension of it has, and
  /// attributes with values.
  private static func tag(_ inner: Substring) -> (name: String, isEnd: Bool)? {
    let isEnd = inner.first == "/"
    let body = isEnd ? inner.dropFirst() : inner
    let written = body.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }
    let name = written.lowercased()
    let attributes = body[written.endIndex...].drop(while: \.isWhitespace)
    let isKnown =
      inline.contains(name) || block.contains(name) || unread.contains(name)
      || name.first?.isLetter == true && name.contains { $0 == ":" || $0 == "-" }
    let isMarkup = inner.first == "!" || inner.first == "?"
    guard
      isMarkup || isKnown && (attributes.isEmpty || attributes == "/" || attributes.contains("="))
    else { return nil }
    return (name, isEnd)
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
    if let known = HTMLEntity.text(String(name)) { return (known, length) }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { (String(Character($0)), length) }
  }
}

/// What stands higher or lower in a line, as characters that say the same: without it `x<sup>4</sup>`
/// would be another number.
struct HTMLScripts {
  /// So long a part is text, whatever its tag says.
  private static let longest = 40

  /// Where open parts begin in the text, in bytes of UTF-8.
  private var open: [(name: String, start: Int)] = []
  /// Where a numerator ends whose denominator is to come.
  private var fraction: Int?

  /// Takes a tag; at its end the part of `text` that it holds is written anew.
  ///
  /// `rest` follows it.
  mutating func take(_ name: String, isEnd: Bool, before rest: Substring, _ text: inout String) {
    guard isEnd else {
      open.append((name, text.utf8.count))
      return
    }
    guard let last = open.lastIndex(where: { $0.name == name }) else { return }
    let start = open[last].start
    open.removeSubrange(last...)
    guard text.utf8.count - start <= Self.longest else { return }
    let begin = text.utf8.index(text.startIndex, offsetBy: start)
    let part = String(text[begin...].trimmingSpaces)
    text.removeSubrange(begin...)
    let isNumerator = name == "sup" && Self.isBeforeDenominator(rest)
    if isNumerator || name == "sub" && fraction == start {
      text += Self.bracketed(part)
    } else {
      text += name == "sup" ? Self.raised(part) : Self.lowered(part)
    }
    // The stroke between the two parts is one byte.
    fraction = isNumerator ? text.utf8.count + 1 : nil
  }

  /// `<sup>1</sup>/<sub>4</sub>` is how fractions were written.
  private static func isBeforeDenominator(_ rest: Substring) -> Bool {
    rest.prefix(6).lowercased() == "/<sub>"
  }

  private static func bracketed(_ part: String) -> String {
    part.contains { " +-\u{2212}/*\u{B7}".contains($0) } ? "(\(part))" : part
  }

  private static func raised(_ part: String) -> String {
    if let text = translated(part, superscripts) { return text }
    // Endings of ordinals, and marks that have a shape of their own.
    if part.isEmpty || ["st", "nd", "rd", "th"].contains(part.lowercased()) { return part }
    if part.count == 1 { return part.first?.isLetter == true ? "^\(part)" : part }
    return "^(\(part))"
  }

  private static func lowered(_ part: String) -> String {
    if let text = translated(part, subscripts) { return text }
    return part.isEmpty ? part : part.count == 1 ? "_\(part)" : "_(\(part))"
  }

  private static func translated(_ part: String, _ table: [Character: Character]) -> String? {
    guard !part.isEmpty else { return nil }
    let found = part.compactMap { table[$0] }
    return found.count == part.count ? String(found) : nil
  }

  private static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-\u{2212}=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"))
  private static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("0123456789+-\u{2212}=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"))
}
