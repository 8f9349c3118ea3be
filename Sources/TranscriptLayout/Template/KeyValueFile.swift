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
    let bytes = Array(text.utf8)
    guard bytes.first == UInt8(ascii: "\"") else {
      let end = zip(bytes, bytes.dropFirst()).enumerated().first { $1 == (0x20, 0x23) }?.offset
      let value = String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self)
      return String(value[...].trimmingSpaces())
    }
    var result: [UInt8] = []
    var isEscaped = false
    for index in bytes.indices.dropFirst() {
      let byte = bytes[index]
      if isEscaped {
        result.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        let tail = String(decoding: bytes[(index + 1)...], as: UTF8.self)[...].trimmingSpaces()
        return tail.isEmpty || tail.hasPrefix("#") ? String(decoding: result, as: UTF8.self) : nil
      } else {
        result.append(byte)
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
}
