import Diagnostics

/// A template's sizes, spaces, colours and text roles.
struct StyleSheet: Sendable {
  /// The kind of document that the folder is for: `official`, `family`.
  private(set) var kind = ""
  private var lengths: [String: Double] = [:]
  private var colors: [String: RGBColor] = [:]
  private var roles: [String: RoleLine] = [:]
  /// What the document's language changes in every role.
  private var adaptation = Adaptation()

  /// A role as written, with its colour by name, so that the accent can be set later.
  private struct RoleLine: Sendable {
    var style: TextStyle
    var colorName: String
    var leading: Double
  }

  private struct Adaptation: Sendable {
    var language = "en"
    var isRightToLeft = false
  }

  /// Reads `style.yaml`; every value that cannot be used is reported.
  init(_ bytes: [UInt8], name: String, problems: inout DiagnosticList) {
    let file = KeyValueFile(bytes, name: name, problems: &problems)
    for entry in file.entries {
      let message = read(entry)
      guard let message else { continue }
      problems.add(Diagnostic(LayoutCode.styleValue, at: file.location(entry), message))
    }
    for entry in file.entries where entry.key.hasPrefix("color.") {
      checkContrast(entry, file: file, problems: &problems)
    }
    for (role, line) in roles.sorted(by: { $0.key < $1.key })
    where line.colorName != "white" && file["color.\(line.colorName)"] == nil {
      problems.add(
        Diagnostic(
          LayoutCode.styleValue,
          at: file["text.\(role)"].map(file.location) ?? SourceLocation(file: name),
          "text role `\(role)` has colour `\(line.colorName)`, which is not defined"))
    }
    Self.checkKeys(of: file, &problems)
    checkSizes(of: file, &problems)
  }

  /// Refuses pages without room for text, and lines that would print over each other.
  private func checkSizes(of file: KeyValueFile, _ problems: inout DiagnosticList) {
    func refuse(_ key: String, _ message: String) {
      let place = file[key].map(file.location) ?? file.entries.first.map(file.location)
      problems.add(Diagnostic(LayoutCode.styleValue, at: place, message))
    }
    let width = length("page.width") - 2 * length("page.side")
    if file["page.width"] != nil, width < Self.leastWidth {
      refuse(
        "page.side",
        "`page.width` without `page.side` on both sides leaves less than \(Self.leastWidth) points")
    }
    // A monogram stands alone in its ring.
    for (name, role) in roles.sorted(by: { $0.key < $1.key })
    where role.leading < role.style.size && name != "monogram" {
      refuse("text.\(name)", "the letters of `text.\(name)` are higher than its line")
    }
    if let data = roles["data"], file["grid.line"] != nil, length("grid.line") < data.leading {
      refuse("grid.line", "`grid.line` is less than the line of `text.data`")
    }
  }

  /// The least width of a page's text, in points.
  private static let leastWidth = 200.0

  /// A length in points; 0 where the file has none.
  func length(_ key: String) -> Double { lengths[key] ?? 0 }

  /// A colour; ink where the file has none.
  func color(_ key: String) -> RGBColor {
    key == "white" ? .white : colors[key] ?? colors["ink"] ?? .black
  }

  /// The role of that name; data where the file has none.
  func role(_ name: String) -> TextRole {
    guard let line = roles[name] ?? roles["data"] else {
      return TextRole(style: TextStyle(size: 9), color: color("ink"), leading: 12)
    }
    return TextRole(style: adapted(line.style), color: color(line.colorName), leading: line.leading)
  }

  /// Whether the file has the role.
  func hasRole(_ name: String) -> Bool { roles[name] != nil }

  /// The sheet with the school's own accent and the document's language.
  func adapted(accent: RGBColor?, language: String, isRightToLeft: Bool) -> StyleSheet {
    var sheet = self
    if let accent { sheet.colors["accent"] = accent }
    sheet.adaptation = Adaptation(language: language, isRightToLeft: isRightToLeft)
    return sheet
  }

  private func adapted(_ style: TextStyle) -> TextStyle {
    var style = style
    style.language = adaptation.language
    guard adaptation.isRightToLeft else { return style }
    style.direction = .rightToLeft
    style.letterSpacing = 0
    return style
  }

  private mutating func read(_ entry: KeyValueFile.Entry) -> String? {
    if entry.key == "kind" {
      kind = entry.value
      return nil
    }
    if entry.key.hasPrefix("color.") {
      guard let color = RGBColor(hex: entry.value) else {
        return "`\(entry.value)` is not a colour like #12524B"
      }
      colors[String(entry.key.dropFirst(6))] = color
      return nil
    }
    if entry.key.hasPrefix("text.") {
      guard let role = Self.role(entry.value) else {
        return "`\(entry.value)` is not a text role like `serif 20/24 semibold accent`"
      }
      roles[String(entry.key.dropFirst(5))] = role
      return nil
    }
    guard let value = Double(entry.value), value.isFinite, (0...2000).contains(value) else {
      return "`\(entry.value)` is not a length in points"
    }
    lengths[entry.key] = value
    return nil
  }

  private func checkContrast(
    _ entry: KeyValueFile.Entry, file: KeyValueFile, problems: inout DiagnosticList
  ) {
    guard let color = RGBColor(hex: entry.value) else { return }
    let least = entry.key == "color.accent" ? Self.accentContrast : Self.textContrast
    guard color.contrast(with: .white) < least else { return }
    problems.add(
      Diagnostic(
        LayoutCode.contrast, at: file.location(entry),
        "\(entry.value) has less than \(least):1 on white"))
  }

  /// The least contrast of an accent: what a bad photocopier still shows.
  static let accentContrast = 7.0
  /// The least contrast of text.
  ///
  /// WCAG 2.1, 1.4.3.
  static let textContrast = 4.5
}

extension StyleSheet {
  /// Reads `serif 20/24 semibold italic lining accent`, in any order after the size.
  private static func role(_ text: String) -> RoleLine? {
    var words = text.split(separator: " ").map(String.init)[...]
    guard let family = words.popFirst().flatMap(TextStyle.Family.init(rawValue:)),
      let size = words.popFirst(), let color = words.popLast()
    else { return nil }
    let sizes = size.split(separator: "/").compactMap { Double($0) }
    guard let points = sizes.first, (6...200).contains(points), sizes.count <= 2 else { return nil }
    var style = TextStyle(family: family, size: points)
    for word in words {
      guard apply(word, to: &style) else { return nil }
    }
    return RoleLine(style: style, colorName: color, leading: sizes.count > 1 ? sizes[1] : 12)
  }

  private static func apply(_ word: String, to style: inout TextStyle) -> Bool {
    switch word {
    case "regular": style.weight = .regular
    case "medium": style.weight = .medium
    case "semibold": style.weight = .semiBold
    case "italic": style.slant = .italic
    case "lining": style.figures = .lining
    case "tabular": style.figures = .tabularLining
    case "oldstyle": style.figures = .oldStyle
    case "tracked": style.letterSpacing = 0.4
    default: return false
    }
    return true
  }
}
