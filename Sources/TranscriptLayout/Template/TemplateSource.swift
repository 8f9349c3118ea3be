import Diagnostics

/// The text of one Mustache file.
struct TemplateSource {
  let text: String
  let file: String

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
  }

  /// Refuses what would let text become markup.
  func check(_ problems: inout DiagnosticList) {
    for (number, line) in numberedLines {
      for tag in ["{{{", "{{&", "{{%", "{{="] where line.contains(tag) {
        problems.add(
          Diagnostic(
            LayoutCode.unescaped, at: SourceLocation(file: file, line: number),
            "`\(tag)` is not allowed in a template", hint: "write {{name}}"))
      }
    }
  }

  /// A value that a tag names, with its place.
  struct Tag: Sendable {
    var name: String
    var location: SourceLocation
  }

  /// The names of all tags but comments and parts, in order.
  var tags: [Tag] {
    numberedLines.flatMap { number, line -> [Tag] in
      line.ranges(of: "{{").compactMap { open in
        let inner = line[open.upperBound...].prefix { $0 != "}" }.trimmingSpaces()
        guard let first = inner.first, !"!>".contains(first) else { return nil }
        let name = "#^/".contains(first) ? inner.dropFirst().trimmingSpaces() : inner
        return Tag(name: String(name), location: SourceLocation(file: file, line: number))
      }
    }
  }

  private var numberedLines: [(Int, Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0.offset + 1, $0.element)
    }
  }

  /// The text with an attribute in every start tag that says file and line.
  var located: String {
    var result = ""
    var line = 1
    var previous: Character = " "
    var isInComment = false
    var pending = false
    for character in text {
      if character == "\n" { line += 1 }
      if previous == "<", character.isASCII, character.isLetter, !isInComment { pending = true }
      if pending, !(character.isLetter || character.isNumber || character == "-") {
        result += " \(ElementPlace.attribute)=\"\(file):\(line)\""
        pending = false
      }
      result.append(character)
      if result.hasSuffix("<!--") { isInComment = true }
      if result.hasSuffix("-->") { isInComment = false }
      previous = character
    }
    return result
  }
}
