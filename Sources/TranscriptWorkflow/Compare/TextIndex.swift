/// Texts by their first four bytes, so that those that begin alike are found without looking at all.
struct TextIndex {
  private static let length = 4
  private var places: [UInt32: [Int]] = [:]
  /// The places of texts shorter than the part that is looked up.
  private var short: [Int] = []

  init(_ texts: some Sequence<[UInt8]>) {
    for (place, text) in texts.enumerated() {
      if let key = Self.key(text) {
        places[key, default: []].append(place)
      } else {
        short.append(place)
      }
    }
  }

  /// The places of all texts that may begin with `start`, or that `start` may begin with; nil where
  /// it is too short to say.
  func candidates(_ start: [UInt8]) -> [Int]? {
    Self.key(start).map { (places[$0] ?? []) + short }
  }

  private static func key(_ text: [UInt8]) -> UInt32? {
    guard text.count >= length else { return nil }
    return text[..<length].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
