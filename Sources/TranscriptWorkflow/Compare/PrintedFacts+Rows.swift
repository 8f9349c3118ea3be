import TranscriptPESC

extension PrintedFacts {
  /// What may stand beside a name: the words of its levels; `nil` where any level may.
  typealias Known = (name: [UInt8], levels: Set<String>?)

  /// Each printed row with a level whose name the facts do not have, or have with another level.
  ///
  /// A row is the cells of a table: the name; squares, or none; the level, with its number or
  /// without. The key to the levels is none: in it squares stand before level and number.
  func strangers(to facts: TranscriptFacts) -> [FactDifference] {
    let words = Self.levelWords(facts)
    let known = Self.known(facts, levels: Set(words.values))
    let index = TextIndex(known.map(\.name))
    return blocks.indices.compactMap { place in
      guard isCell[place], let level = words[blocks[place]] else { return nil }
      guard let name = nameCell(before: place, level: level) else { return nil }
      // A level beside a level: what the key says of it is the word of another.
      guard words[blocks[name]] == nil else { return nil }
      let candidates = index.candidates(blocks[name]) ?? Array(known.indices)
      let matches = candidates.map { known[$0] }.filter { blocks[name].starts(with: $0.name) }
      let stated = matches.compactMap(\.levels)
      if !matches.isEmpty, stated.count < matches.count { return nil }
      if stated.contains(where: { $0.contains(level) }) { return nil }
      return FactDifference(
        name: "printed row", left: Set(stated.joined()).sorted().joined(separator: " or "),
        right: "\(texts[name]): \(level)")
    }
  }

  /// The cell that names the row of a level; `nil` in the key.
  private func nameCell(before index: Int, level: String) -> Int? {
    var name = index - 1
    if name >= 0, isCell[name], !Self.hasLetter(texts[name]) {
      guard blocks[index] == Self.squeezed(level) else { return nil }
      name -= 1
    }
    guard name >= 0, isCell[name], Self.hasLetter(texts[name]) else { return nil }
    return name
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  /// Each level as it is printed, `3 Proficient` and `Proficient`, with its word.
  private static func levelWords(_ facts: TranscriptFacts) -> [[UInt8]: String] {
    var words: [[UInt8]: String] = [:]
    for (name, value) in facts.values where name.hasPrefix("level ") {
      guard case .text(let text) = value else { continue }
      let word = Self.word(of: text)
      words[squeezed(text)] = word
      words[squeezed(word)] = word
    }
    return words
  }

  /// `3 Proficient` without its number.
  private static func word(of level: String) -> String {
    String(level.drop { $0 != " " }.dropFirst())
  }

  private static func known(_ facts: TranscriptFacts, levels: Set<String>) -> [Known] {
    facts.values.compactMap { name, value -> Known? in
      guard case .text(let title) = value else { return nil }
      if name.hasSuffix(".title") {
        let mark = facts.text(String(name.dropLast(".title".count)) + ".mark")
        let level = mark.flatMap { facts.text("level \($0)") }
        return (squeezed(title), level.map { [word(of: $0)] })
      }
      guard name.hasSuffix(".name"), name != "school.name" else { return nil }
      let place = String(name.dropLast(".name".count))
      let level = facts.text("\(place).level").flatMap { facts.text("level \($0)") }
      // In each of its content areas a competency may stand at another level.
      let others = facts.text("\(place).areas").map { areas in levels.filter(areas.contains) }
      // What stands in the place of a level may be the name of one: "Met", for "Met by decision".
      let states = facts.text("\(place).status").map { status in
        levels.filter { status.hasPrefix($0) }
      }
      let own = level.map { [word(of: $0)] } ?? []
      return (squeezed(title), (others ?? []).union(states ?? []).union(own))
    }
  }
}
