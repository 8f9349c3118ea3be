import Diagnostics

/// A file of `key: value` lines: the small part of YAML that style files and phrase tables need.
///
/// Blank lines and lines that begin with `#` are skipped. A value may stand in double quotes; then
/// `\"`, `\\` and `\n` are read as in YAML. Without quotes, ` #` begins a comment.
struct KeyValueFile {
  /// A value with its place.
  struct Entry {
    let key: String
    let value: String
    let line: Int
  }

  let name: String
  private(set) var entries: [Entry] = []
  /// Whether every line could be read.
  private(set) var isWhole = true
  private var index: [String: Int] = [:]

  init(_ bytes: [UInt8], name: String, problems: inout DiagnosticList) {
    self.name = name
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problems.add(
        Diagnostic(LayoutCode.encoding, at: SourceLocation(file: name), "not UTF-8 text"))
      return
    }
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      read(line, number: number, problems: &problems)
    }
  }

  subscript(key: String) -> Entry? { index[key].map { entries[$0] } }

  func location(_ entry: Entry) -> SourceLocation { SourceLocation(file: name, line: entry.line) }

  private mutating func read(_ line: Substring, number: Int, problems: inout DiagnosticList) {
    let trimmed = line.trimmingSpaces()
    guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { return }
    let place = SourceLocation(file: name, line: number)
    guard let colon = trimmed.firstIndex(of: ":"),
      let value = Self.value(trimmed[trimmed.index(after: colon)...].trimmingSpaces())
    else {
      isWhole = false
      problems.add(
        Diagnostic(
          LayoutCode.syntax, at: place, "this line is not `key: value`",
          hint: "write the text in double quotes and `\\\"` for a quote in it"))
      return
    }
    let key = String(trimmed[..<colon])
    if let first = index[key] {
      problems.add(
        Diagnostic(
          LayoutCode.duplicateKey, at: place, "`\(key)` stands twice",
          related: [.init("first here", at: location(entries[first]))]))
      return
    }
    index[key] = entries.count
    entries.append(Entry(key: key, value: value, line: number))
  }

  private static func value(_ text: Substring) -> String? {
    guard text.hasPrefix("\"") else {
      let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
      return String(text[..<end].trimmingSpaces())
    }
    var result = ""
    var isEscaped = false
    var rest = text.dropFirst()
    while let character = rest.popFirst() {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        let tail = rest.trimmingSpaces()
        return tail.isEmpty || tail.hasPrefix("#") ? result : nil
      } else {
        result.append(character)
      }
    }
    return nil
  }
}

extension Substring {
  func trimmingSpaces() -> Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" || last == "\r" || last == "\r\n" {
      text.removeLast()
    }
    return text
  }

  fileprivate func firstRange(of needle: String) -> Range<Substring.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
