import TranscriptModel
import TranscriptPESC

/// The levels of a record as pages print them.
struct PrintedLevels {
  /// `3 Proficient`, by code.
  let whole: [String: String]
  /// `Proficient`, by code.
  let words: [String: String]
  /// `Level 3`, by code: what a course says in place of a long word, in the product's own wording.
  let short: [String: String]
  /// Each level as it is printed, `3 Proficient` and `Proficient`, with its word.
  let printed: [[UInt8]: String]

  init(_ facts: TranscriptFacts) {
    var whole: [String: String] = [:]
    var words: [String: String] = [:]
    var short: [String: String] = [:]
    var hasLong = false
    var printed: [[UInt8]: String] = [:]
    for (name, value) in facts.values where name.hasPrefix("level ") {
      guard case .text(let text) = value else { continue }
      let code = String(name.dropFirst("level ".count))
      let word = String(text.drop { $0 != " " }.dropFirst())
      let number = "Level \(text.prefix { $0 != " " })"
      whole[code] = text
      if PerformanceScale.isLong(word) { hasLong = true }
      short[code] = number
      words[code] = word
      printed[PrintedFacts.squeezed(text)] = word
      printed[PrintedFacts.squeezed(word)] = word
    }
    if !hasLong { short = [:] }
    for (code, number) in short { printed[PrintedFacts.squeezed(number)] = words[code] }
    self.short = short
    self.whole = whole
    self.words = words
    self.printed = printed
  }
}

extension PrintedFacts {
  /// What may stand beside a name.
  private struct Known {
    let name: [UInt8]
    /// The word of its level.
    let own: String?
    /// Words that may stand there as well.
    let others: Set<String>
    /// Whether any level may.
    let isAny: Bool

    func allows(_ level: String) -> Bool { own == level || others.contains(level) }

    var levels: Set<String> { others.union([own].compactMap(\.self)) }
  }

  /// Whether a text outside of tables says the level of a competency anywhere in it: one that counts in
  /// several areas has its level in all together in a note, which may begin with other sentences or
  /// with other competencies.
  func isSaid(_ word: String, of title: String, _ levels: PrintedLevels) -> Bool {
    blocks.indices.contains { place in
      !isCell[place]
        && Self.isSaid(
          Self.squeezed(word), of: Self.squeezed(title), in: blocks[place],
          among: levels.words.values.map(Self.squeezed))
    }
  }

  /// Whether the first of `words` after `title`, wherever it stands in `text`, is `word`.
  static func isSaid(
    _ word: [UInt8], of title: [UInt8], in text: [UInt8], among words: [[UInt8]]
  ) -> Bool {
    text.indices(of: title).contains { start in
      let after = start + title.count
      guard let own = text.index(of: word, from: after) else { return false }
      return !words.contains { (text.index(of: $0, from: after) ?? own) < own }
    }
  }

  /// Each printed row with a level whose name the facts do not have, or have with another level.
  ///
  /// A row is the cells of a table: the name; squares, or none; the level, with its number or
  /// without. The key to the levels is none: in it squares stand before level and number.
  func strangers(to rows: [StatedRow], _ levels: PrintedLevels) -> [FactDifference] {
    let known = rows.map { Self.known($0, levels) }
    let names = known.map(\.name)
    let index = TextIndex(names)
    return blocks.indices.compactMap { place in
      guard isCell[place], let level = levels.printed[blocks[place]] else { return nil }
      guard let name = nameCell(before: place, level: level) else { return nil }
      // A level beside a level: what the key says of it is the word of another.
      guard levels.printed[blocks[name]] == nil else { return nil }
      let matches = index.beginnings(of: blocks[name], among: names)
      if matches.contains(where: { known[$0].isAny || known[$0].allows(level) }) { return nil }
      let allowed = matches.reduce(into: Set<String>()) { $0.formUnion(known[$1].levels) }
      return FactDifference(
        name: "printed row", left: allowed.sorted().joined(separator: " or "),
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
    text.unicodeScalars.contains { scalar in
      guard scalar.isASCII else { return scalar.properties.isAlphabetic }
      return (0x61...0x7A).contains(scalar.value | 0x20)
    }
  }

  private static func known(_ row: StatedRow, _ levels: PrintedLevels) -> Known {
    let own = row.level.flatMap { levels.words[$0] }
    if row.kind == .course {
      return Known(name: squeezed(row.title), own: own, others: [], isAny: own == nil)
    }
    var others: Set<String> = []
    // In each of its content areas a competency may stand at another level.
    if let areas = row.areas { others.formUnion(levels.words.values.filter(areas.contains)) }
    // What stands in the place of a level may be the name of one: "Met", for "Met by decision".
    if let status = row.status {
      others.formUnion(levels.words.values.filter { status.hasPrefix($0) })
    }
    return Known(name: squeezed(row.title), own: own, others: others, isAny: false)
  }
}
