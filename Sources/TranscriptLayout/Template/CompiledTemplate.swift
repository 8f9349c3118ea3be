/// A Mustache file as a tree, for quick expansion of dictionaries.
///
/// Values, sections, inverted sections, comments and parts: what templates of documents need. The
/// library expands any other.
struct CompiledTemplate: Sendable {
  /// A piece of a template.
  enum Piece: Sendable {
    case text([UInt8])
    case value(Path)
    case section(Path, [Piece])
    case inverted(Path, [Piece])
    case part(String)
  }

  /// A name in its parts: `school.name`; none for `.`.
  typealias Path = [String]

  let pieces: [Piece]

  /// The tree of a file, or `nil` where it has tags that only the library knows, or mistakes.
  init?(_ source: String) {
    var parser = Parser(source: Array(source.utf8))
    guard let pieces = parser.pieces(until: nil), parser.isAtEnd else { return nil }
    self.pieces = pieces
  }

  /// Cuts a source into pieces.
  private struct Parser {
    let source: [UInt8]
    private var index = 0
    /// The name of the closing tag that was read last.
    private var closed = ""

    init(source: [UInt8]) { self.source = source }

    var isAtEnd: Bool { index == source.count }

    mutating func pieces(until name: String?) -> [Piece]? {
      var pieces: [Piece] = []
      while let open = nextTag() {
        var text = Array(source[index..<open])
        guard let tag = tag(at: open) else { return nil }
        if tag.kind != 0, isAlone(from: open, to: tag.end) {
          while let last = text.last, last == 32 || last == 9 { text.removeLast() }
          index = min((source[tag.end...].firstIndex(of: 10) ?? source.count) + 1, source.count)
        } else {
          index = tag.end
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        switch tag.kind {
        case 0: pieces.append(.value(Self.path(tag.name)))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: ">"): pieces.append(.part(tag.name))
        case UInt8(ascii: "/"):
          closed = tag.name
          return name == tag.name ? pieces : nil
        default:
          guard let inner = self.pieces(until: tag.name), closed == tag.name else { return nil }
          let path = Self.path(tag.name)
          pieces.append(
            tag.kind == UInt8(ascii: "#") ? .section(path, inner) : .inverted(path, inner))
        }
      }
      guard name == nil else { return nil }
      if index < source.count { pieces.append(.text(Array(source[index...]))) }
      index = source.count
      return pieces
    }

    private func nextTag() -> Int? {
      var place = index
      while place + 1 < source.count {
        if source[place] == UInt8(ascii: "{"), source[place + 1] == UInt8(ascii: "{") {
          return place
        }
        place += 1
      }
      return nil
    }

    /// The tag that opens at `open`: its sign or 0, its name, and where it ends.
    private func tag(at open: Int) -> (kind: UInt8, name: String, end: Int)? {
      var end = open + 2
      while end + 1 < source.count,
        source[end] != UInt8(ascii: "}") || source[end + 1] != UInt8(ascii: "}")
      { end += 1 }
      guard end + 1 < source.count else { return nil }
      var inner = source[(open + 2)..<end]
      var kind: UInt8 = 0
      if let sign = inner.first, "#^/>!".utf8.contains(sign) {
        kind = sign
        inner = inner.dropFirst()
      }
      let name = String(decoding: inner, as: UTF8.self)[...].trimmingSpaces()
      if kind != UInt8(ascii: "!"), !Self.isName(name) { return nil }
      return (kind, String(name), end + 2)
    }

    private static func isName(_ name: some StringProtocol) -> Bool {
      if name == "." { return true }
      return !name.isEmpty && name.utf8.first != UInt8(ascii: ".")
        && name.utf8.allSatisfy { byte in
          switch byte {
          case 48...57, 65...90, 97...122: true
          case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
          default: false
          }
        }
    }

    /// Whether the line holds nothing but the tag: then it leaves no line behind.
    private func isAlone(from open: Int, to end: Int) -> Bool {
      var start = open
      while start > 0, source[start - 1] == 32 || source[start - 1] == 9 { start -= 1 }
      var after = end
      while after < source.count, [32, 9, 13].contains(source[after]) { after += 1 }
      return (start == 0 || source[start - 1] == 10)
        && (after == source.count || source[after] == 10)
    }

    private static func path(_ name: String) -> Path {
      name == "." ? [] : name.split(separator: ".").map(String.init)
    }
  }
}
