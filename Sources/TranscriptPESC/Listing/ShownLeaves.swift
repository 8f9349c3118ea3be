import XMLKit

/// Takes the texts of a document one by one and remembers which were taken.
struct ShownLeaves: Sendable {
  /// Texts beyond this many characters are cut, with a word: the standard's longest has 512.
  private static let longest = 600

  let tape: XMLTape
  private var shown: [Bool]

  init(_ tape: XMLTape) {
    self.tape = tape
    shown = Array(repeating: false, count: tape.count)
  }

  /// The children of the name, in order.
  func all(_ name: StaticString, in parent: Int?) -> [Int] {
    children(of: parent).filter { tape.isNamed(name, $0) }
  }

  /// The first child of the name.
  func first(_ name: StaticString, in parent: Int?) -> Int? {
    children(of: parent).first { tape.isNamed(name, $0) }
  }

  /// Every child.
  func children(of parent: Int?) -> [Int] {
    guard let parent else { return [] }
    var children: [Int] = []
    var next = parent + 1
    while next < tape.end(of: parent) {
      children.append(next)
      next = tape.end(of: next)
    }
    return children
  }

  /// The text of the first child of the name; `nil` when there is none or it is blank.
  mutating func value(_ name: StaticString, in parent: Int?) -> String? {
    first(name, in: parent).flatMap { text(of: $0) }
  }

  /// The texts of the children of the name that are not blank.
  mutating func values(_ name: StaticString, in parent: Int?) -> [String] {
    all(name, in: parent).compactMap { text(of: $0) }
  }

  /// The texts of every leaf in an element that has not been taken.
  mutating func rest(of parent: Int?) -> [String] {
    guard let parent else { return [] }
    return (parent..<tape.end(of: parent)).filter { !shown[$0] && !tape.hasChildren($0) }
      .compactMap { text(of: $0) }
  }

  /// The text of a leaf.
  mutating func text(of leaf: Int) -> String? {
    shown[leaf] = true
    let text = tape.text(of: leaf)
    guard text.utf8.count > Self.longest else {
      let prepared = PESCText.prepared(text)
      return prepared.isEmpty ? nil : prepared
    }
    let start = PESCText.prepared(String(text.prefix(Self.longest)))
    return "\(start) (cut: \(text.unicodeScalars.count) characters)"
  }

  /// Counts the leaves of an element as told about.
  mutating func pass(_ parent: Int) -> Int {
    let leaves = (parent..<tape.end(of: parent)).filter { !tape.hasChildren($0) }
    for leaf in leaves { shown[leaf] = true }
    return leaves.count
  }

  /// The names of what was not taken, with how often, the most frequent first.
  var notShown: [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for leaf in shown.indices where !shown[leaf] && !tape.hasChildren(leaf) {
      counts[tape.name(of: leaf), default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
