import TranscriptModel

/// JSON without the members whose keys are confidential; every other byte stays as it is.
///
/// What is kept of a record that cannot be used, such as a statement, is kept in its own bytes; what
/// must never be read is not handed on in them (DESIGN.md, invariant 10).
struct ConfidentialCut {
  private let bytes: [UInt8]
  private var at = 0
  private var kept: [UInt8] = []
  /// What was found about keys, of which a file has few.
  private var verdicts: [ArraySlice<UInt8>: Bool] = [:]

  /// The bytes that may be kept of `bytes`, a value or a line.
  ///
  /// Of what is no JSON nothing is kept where it holds a confidential word: what belongs to it cannot
  /// be told.
  static func keeping(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x22) else { return bytes }
    var cut = ConfidentialCut(bytes)
    if cut.run() { return cut.kept }
    return ConfidentialName.matches(String(decoding: bytes, as: UTF8.self)) ? [] : bytes
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Walks over the text; `false` where a text in it is not closed.
  private mutating func run() -> Bool {
    while at < bytes.count {
      guard bytes[at] == 0x22 else {
        kept.append(bytes[at])
        at += 1
        continue
      }
      guard let end = endOfText(from: at) else { return false }
      let colon = next(from: end)
      if colon < bytes.count, bytes[colon] == 0x3A, isConfidential(at..<end) {
        guard let after = endOfValue(from: colon + 1) else { return false }
        cut(to: after)
      } else {
        kept += bytes[at..<end]
        at = end
      }
    }
    return true
  }

  /// Goes on after a member, and after the comma that parts it from the next or the one before.
  private mutating func cut(to end: Int) {
    let comma = next(from: end)
    if comma < bytes.count, bytes[comma] == 0x2C {
      at = next(from: comma + 1)
      return
    }
    at = end
    if let last = kept.lastIndex(where: { !Self.isSpace($0) }), kept[last] == 0x2C {
      kept.removeSubrange(last...)
    }
  }

  /// Names of extensions are addresses, of which the last part says what they are.
  private mutating func isConfidential(_ range: Range<Int>) -> Bool {
    if let known = verdicts[bytes[range]] { return known }
    let verdict = Self.isConfidential(Array(bytes[range]))
    verdicts[bytes[range]] = verdict
    return verdict
  }

  private static func isConfidential(_ text: [UInt8]) -> Bool {
    var parser = JSONParser(InputFile(path: "", bytes: text))
    guard let key = try? parser.parse().text else { return true }
    let name = key.split { "/#:".contains($0) }.last.map(String.init) ?? key
    return ConfidentialName.matches(name)
  }

  private func next(from start: Int) -> Int {
    bytes[start...].firstIndex { !Self.isSpace($0) } ?? bytes.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func endOfText(from start: Int) -> Int? {
    var place = start + 1
    while place < bytes.count {
      if bytes[place] == 0x22 { return place + 1 }
      place += bytes[place] == 0x5C ? 2 : 1
    }
    return nil
  }

  private func endOfValue(from start: Int) -> Int? {
    var place = next(from: start)
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0x22:
        guard let end = endOfText(from: place) else { return nil }
        place = end
      case 0x7B, 0x5B:
        depth += 1
        place += 1
      case 0x7D, 0x5D:
        if depth == 0 { return place }
        depth -= 1
        place += 1
      case 0x2C where depth == 0: return place
      default: place += 1
      }
      // A nested value ends with its bracket, a text with its quote.
      if depth == 0, [0x22, 0x7D, 0x5D].contains(bytes[place - 1]) { return place }
    }
    return depth == 0 ? place : nil
  }
}
