import Diagnostics

/// The text of one Mustache file.
struct TemplateSource: Sendable {
  let text: String
  let file: String
  /// All tags but comments in order, with the sign that each begins with; a space for none.
  private let signedTags: [(sign: Character, tag: Tag)]

  init(_ text: String, file: String) {
    self.text = text
    self.file = file
    signedTags = Self.signedTags(in: Array(text.utf8), file: file)
  }

  /// Refuses sections that are not closed, each at its place.
  ///
  /// Returns whether all are closed.
  func checkSections(_ problems: inout DiagnosticList) -> Bool {
    var open: [(name: String, location: SourceLocation)] = []
    func report(_ location: SourceLocation, _ message: String) {
      problems.add(Diagnostic(LayoutCode.mustache, at: location, message))
    }
    for (sign, tag) in signedTags where "#^/".contains(sign) {
      guard sign == "/" else {
        open.append((tag.name, tag.location))
        continue
      }
      guard let last = open.popLast() else {
        report(tag.location, "{{/\(tag.name)}} closes nothing")
        return false
      }
      guard last.name == tag.name else {
        report(
          tag.location,
          "{{/\(tag.name)}} stands where {{/\(last.name)}} has to: it was opened in line "
            + "\(last.location.line)")
        return false
      }
    }
    for section in open { report(section.location, "{{#\(section.name)}} is not closed") }
    return open.isEmpty
  }

  /// Refuses parts that the folder does not have: they would vanish without a word.
  func checkParts(in names: Set<String>, _ problems: inout DiagnosticList) {
    for (sign, tag) in signedTags where sign == ">" && !names.contains(tag.name) {
      problems.add(
        Diagnostic(
          LayoutCode.missingFile, at: tag.location, "the folder has no \(tag.name).mustache"))
    }
  }

  /// The parts that the file includes, each with its place.
  var parts: [Tag] { signedTags.filter { $0.sign == ">" }.map(\.tag) }

  /// Refuses what would let text become markup.
  func check(_ problems: inout DiagnosticList) {
    // Most files have none: lines are looked at one by one only where there is one to be named.
    guard signedTags.contains(where: { ["{", "&", "%", "="].contains($0.tag.name.first) }) else {
      return
    }
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
  var tags: [Tag] { signedTags.filter { $0.sign != ">" }.map(\.tag) }

  private static func signedTags(
    in bytes: [UInt8], file: String
  ) -> [(sign: Character, tag: Tag)] {
    let (open, close, lineEnd) = (UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\n"))
    var tags: [(sign: Character, tag: Tag)] = []
    var line = 1
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == lineEnd { line += 1 }
      guard bytes[index] == open, bytes[index + 1] == open else {
        index += 1
        continue
      }
      index += 2
      let inner = bytes[index...].prefix { $0 != close && $0 != lineEnd }
      let place = SourceLocation(file: file, line: line)
      if let tag = signed(String(decoding: inner, as: UTF8.self), at: place) { tags.append(tag) }
    }
    return tags
  }

  private static func signed(
    _ text: String, at place: SourceLocation
  ) -> (sign: Character, tag: Tag)? {
    let inner = text[...].trimmingSpaces()
    guard let first = inner.first, first != "!" else { return nil }
    let isSigned = "#^/>".contains(first)
    let name = isSigned ? inner.dropFirst().trimmingSpaces() : inner
    return (isSigned ? first : " ", Tag(name: String(name), location: place))
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
