import XMLKit

extension BoxBuilder {
  /// An element's text with its spans, white space collapsed.
  func inline(_ element: XMLElement, role name: String) -> StyledText {
    var text = StyledText()
    append(element, role: style.role(element.attribute("style") ?? name), to: &text)
    return text
  }

  private func append(_ element: XMLElement, role: TextRole, to text: inout StyledText) {
    let count = element.children.count
    for (index, child) in element.children.enumerated() {
      switch child {
      case .text(let run):
        let isEdge = (first: index == 0, last: index == count - 1)
        text.append(
          Self.collapsed(run, trimsStart: isEdge.first && text.isEmpty, trimsEnd: isEdge.last),
          role, language: element.attribute("lang"))
      case .element(let inner):
        append(inline: inner, role: role, to: &text)
      }
    }
  }

  private func append(inline element: XMLElement, role: TextRole, to text: inout StyledText) {
    switch element.name {
    case "span":
      let inner = element.attribute("style").map { style.role($0) } ?? role
      append(element, role: inner, to: &text)
    case "dots":
      guard let (mark, value) = dots(element.attribute("value") ?? "") else {
        return refuse(element, "`value` of <dots> is not like `3/4`")
      }
      text.append(mark: mark, role, actualText: element.attribute("text") ?? value)
    case "mark":
      guard let glyph = Self.marks[element.attribute("kind") ?? ""]?.character else {
        return refuse(element, "`kind` of <mark> is one of needs, on-track, ahead, check")
      }
      text.append(mark: glyph, role, actualText: element.attribute("text") ?? "")
    case "break":
      // Where room is short a break may give way to words on one line.
      text.append(isFull ? element.attribute("narrow") ?? "\n" : "\n", role)
    default:
      refuse(element, "<\(element.name)> cannot stand in text")
    }
  }

  private static let marks: [String: MarkGlyph] = [
    "needs": .needs, "on-track": .onTrack, "ahead": .ahead, "check": .check,
  ]

  /// The sign for `3/4`.
  func dots(_ text: String) -> (mark: Character, value: String)? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    let isMirrored = style.role("data").style.direction == .rightToLeft
    let glyph: MarkGlyph =
      isMirrored
      ? .mirroredLevelDots(filled: parts[0], total: parts[1])
      : .levelDots(filled: parts[0], total: parts[1])
    return glyph.character.map { ($0, "\(parts[0])/\(parts[1])") }
  }

  /// Text with each run of white space as one space; line feeds of the template are white space.
  static func collapsed(_ text: String, trimsStart: Bool, trimsEnd: Bool) -> String {
    guard text.utf8.contains(where: { $0 == 10 || $0 == 9 || $0 == 13 || $0 == 32 }) else {
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var pending = false
    for byte in text.utf8 {
      if byte == 32 || (9...13).contains(byte) {
        pending = !bytes.isEmpty || !trimsStart
        continue
      }
      if pending { bytes.append(32) }
      pending = false
      bytes.append(byte)
    }
    if pending, !trimsEnd { bytes.append(32) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
