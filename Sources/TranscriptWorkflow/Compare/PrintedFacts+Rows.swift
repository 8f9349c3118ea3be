import TranscriptModel
import TranscriptPESC

/// The levels of a record as pages print them.
struct PrintedLevels {
  /// `3 Proficient`, by code.
  let whole: [String: String]
  /// `Proficient`, by code.
  let words: [String: String]
  /// `Level 3`, by code: what a course says in place of a long word.
  let short: [String: String]
  /// Each level as it is printed, `3 Proficient` and `Proficient`, with its word.
  let printed: [[UInt8]: String]

  /// - Parameter shortMark: the wording of a mark by its number.
  init(_ facts: TranscriptFacts, shortMark: (String) -> String) {
    var whole: [String: String] = [:]
    var words: [String: String] = [:]
    var short: [String: String] = [:]
    var hasLong = false
    var printed: [[UInt8]: String] = [:]
    for (name, value) in facts.values where name.hasPrefix("level ") {
      guard case .text(let text) = value else { continue }
      let code = String(name.dropFirst("level ".count))
      let word = String(text.drop { $0 != " " }.dropFirst())
      let number = shortMark(String(text.prefix { $0 != " " }))
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
    /// The mark of another institution.
    var mark: [UInt8]?

    func allows(_ level: String) -> Bool { own == level || others.contains(level) }

    var levels: Set<String> { others.union([own].compactMap(\.self)) }
  }

  /// Whether a text outside of tables says the level of a competency anywhere in it: one that counts in
  /// several areas has its level in all together in a note, which may begin with other sentences or
  /// with other competencies.
  func isSaid(_ word: String, of title: String, _ levels: PrintedLevels) -> Bool {
    textStarts.contains { place in
      !isCell[place]
        && Self.isSaid(
          Self.squeezed(word), of: Self.squeezed(title), in: text(from: place),
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
      // What is named like a level begins a row itself.
      let own = known.filter { $0.name == blocks[place] }
      if own.contains(where: { isName(place, of: $0, levels) }) { return nil }
      // A level beside a level: what the key says of it is the word of another.
      guard levels.printed[blocks[name]] == nil || names.contains(blocks[name]) else { return nil }
      // Of spans beside each other those before the name belong to another text.
      let matches = (textStart(of: name)...name).flatMap { start in
        index.beginnings(of: text(from: start), among: names)
      }
      // Spans that begin like no row are a text above the table.
      if matches.isEmpty, textStart(of: name) < name { return nil }
      if matches.contains(where: { known[$0].isAny || known[$0].allows(level) }) { return nil }
      let allowed = matches.reduce(into: Set<String>()) { $0.formUnion(known[$1].levels) }
      return FactDifference(
        name: "printed row", left: allowed.sorted().joined(separator: " or "),
        right: "\(texts[name]): \(level)")
    }
  }

  /// Whether the cell is the name of `row`: behind it stands what the row says, and not, as behind a
  /// level, credit and month.
  private func isName(_ place: Int, of row: Known, _ levels: PrintedLevels) -> Bool {
    let cells = ((place + 1)..<min(place + 3, blocks.count)).prefix { isCell[$0] }
    if let mark = row.mark, let next = cells.first {
      return blocks[next].index(of: mark, from: 0) != nil
    }
    guard let next = cells.first(where: { Self.hasLetter(texts[$0]) }) else { return false }
    if let level = levels.printed[blocks[next]] { return row.isAny || row.allows(level) }
    return row.own == nil && !Self.isMonth(blocks[next])
  }

  /// Whether the text ends in a year, as `Oct 2026`.
  private static func isMonth(_ text: [UInt8]) -> Bool {
    text.count > 4 && text.suffix(4).allSatisfy { (48...57).contains($0) }
  }

  /// The cell that names the row of a level; `nil` in the key.
  private func nameCell(before index: Int, level: String) -> Int? {
    var name = index - 1
    if name >= 0, isCell[name], !Self.hasLetter(texts[name]) {
      guard blocks[index] == Self.squeezed(level) else { return nil }
      name -= 1
    }
    guard name >= 0 else { return nil }
    let start = textStart(of: name)
    // Of spans below a paragraph in a cell, the paragraph is the name, and they stand under it.
    if start < name { return start > 0 && isParagraph[start - 1] ? nil : name }
    guard isCell[name], Self.hasLetter(texts[name]) else { return nil }
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
    switch row.kind {
    case .course: return Known(name: squeezed(row.title), own: own, others: [], isAny: own == nil)
    case .externalCourse:
      // The mark may read like a level of ours.
      let mark = row.level.flatMap { levels.printed[squeezed($0)] }
      return Known(
        name: squeezed(row.title), own: mark, others: [], isAny: false,
        mark: row.level.map(squeezed))
    case .competency, .competencyOfCourse: break
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
