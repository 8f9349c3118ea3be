import XMLKit

/// Sets the text of elements and attributes; plain text that was set before is not set again.
extension BoxBuilder {
  /// An element's text with its spans, in `width` or on one line.
  func set(_ element: XMLElement, role name: String, width: Double? = nil) -> SetText {
    guard let (kind, text) = Self.cacheable(element) else {
      return set(inline(element, role: name), width)
    }
    let key = key(text, element.attribute("style") ?? name, width, kind: kind)
    return setter.cache.text(key) { set(inline(element, role: name), width) }
  }

  /// A text in one role, in `width` or on one line.
  func set(_ text: String, role: String, width: Double? = nil) -> SetText {
    setter.cache.text(key(text, role, width)) { set(StyledText(text, style.role(role)), width) }
  }

  private func set(_ text: StyledText, _ width: Double?) -> SetText {
    width.map { setter.lines(text, width: $0) } ?? setter.line(text)
  }

  private func key(
    _ text: String, _ role: String, _ width: Double?, kind: Int = 0
  ) -> SetTextCache.Key {
    SetTextCache.Key(kind: kind, text: text, role: number(ofRole: role), width: width ?? -1)
  }

  private func number(ofRole name: String) -> Int {
    // Most text has the role of the text before it.
    if let lastRole, lastRole.name == name { return lastRole.number }
    let number = roleNumbers[name] ?? setter.cache.number(of: style.role(name))
    roleNumbers[name] = number
    lastRole = (name, number)
    return number
  }

  /// What tells an element's content from any other's, if it is nothing but text, or one sign.
  ///
  /// Kind 0 is text that stands in no element; no text of a document holds a control character.
  private static func cacheable(_ element: XMLElement) -> (kind: Int, text: String)? {
    guard element.children.count < 2, element.attribute("lang") == nil else { return nil }
    switch element.children.first {
    case nil: return (1, "")
    case .text(let text): return (2, text)
    case .element(let inner) where inner.name == "dots":
      let (value, text) = (inner.attribute("value"), inner.attribute("text"))
      return (3, "\(value ?? "")\u{3}\(text ?? "\u{4}")")
    default: return nil
    }
  }
}
