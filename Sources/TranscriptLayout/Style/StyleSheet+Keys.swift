import Diagnostics

extension StyleSheet {
  /// The lengths that a style file gives; `page.height` may be left out.
  private static let lengthKeys = [
    "page.width", "page.height", "page.side", "page.top", "page.bottom",
    "grid.line", "grid.half", "grid.baseline", "grid.gutter",
    "masthead.slot", "masthead.indent", "masthead.rule-gap", "masthead.after",
    "running-head.top", "running-head.bottom", "band.top", "band.height",
    "section.gap", "section.gap-tight", "section.head", "section.title",
    "rule.section", "rule.bar", "rule.thin", "footer.rule", "footer.baseline",
  ]

  /// What drawing cannot do without, whatever else a file defines.
  private static let otherKeys = ["color.ink", "color.accent", "color.soft", "text.data"]

  /// Reports lengths that do not exist, and those that are missing: a misspelt margin is no margin.
  static func checkKeys(of file: KeyValueFile, _ problems: inout DiagnosticList) {
    for entry in file.entries
    where entry.key != "kind" && !entry.key.hasPrefix("color.") && !entry.key.hasPrefix("text.")
      && !lengthKeys.contains(entry.key)
    {
      problems.add(
        Diagnostic(
          LayoutCode.styleValue, at: file.location(entry), "no length is called `\(entry.key)`",
          hint: "the lengths are \(lengthKeys.joined(separator: ", "))"))
    }
    guard file.isWhole else { return }
    for key in lengthKeys + otherKeys where key != "page.height" && file[key] == nil {
      problems.add(
        Diagnostic(
          LayoutCode.styleValue, at: SourceLocation(file: file.name), "`\(key)` is missing",
          hint: "copy its line from the template that the folder was made from"))
    }
  }
}
