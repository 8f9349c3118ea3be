import TranscriptModel
import TranscriptPDF
import TranscriptPESC

/// Looks the facts of a record or its XML up in the text of the PDF, and the PDF's rows in the facts.
///
/// A course or competency has to be printed with its own mark, credit and level: what stands beside
/// it counts, not what stands anywhere.
struct PrintedFacts {
  /// How many blocks after a name belong to its row: mark, credit and date, or level and date.
  private static let rowLength = 4
  let blocks: [[UInt8]]
  let texts: [String]
  /// Whether the block is a cell of a table.
  let isCell: [Bool]
  /// Whether it is a paragraph, in a cell or not.
  let isParagraph: [Bool]
  /// The place behind the text to which a block belongs.
  ///
  /// A text in several languages is drawn as one span a language; which of the spans beside each other
  /// make one text the content does not say, so that all of them are read as one.
  private let textEnd: [Int]
  /// Blocks that go on in the next.
  private let parted: [Int]
  private let whole: [UInt8]
  private let index: TextIndex

  init(_ pdf: FinishedPDF) { self.init(pdf.blocks.map { ($0.tag, $0.text) }) }

  /// - Parameter pages: the blocks of all pages in the order in which they are drawn.
  init(_ pages: [(tag: String, text: String)]) {
    texts = pages.map(\.text)
    isCell = pages.map { $0.tag == "TD" }
    isParagraph = pages.map { $0.tag == "P" }
    blocks = texts.map(Self.squeezed)
    let isSpan = pages.map { $0.tag == "Span" }
    var ends = Array(1..<(blocks.count + 1))
    for place in blocks.indices.dropLast().reversed() where isSpan[place] && isSpan[place + 1] {
      ends[place] = ends[place + 1]
    }
    textEnd = ends
    parted = ends.indices.filter { ends[$0] > $0 + 1 }
    var whole: [UInt8] = []
    for (place, block) in blocks.enumerated() {
      whole += block
      if ends[place] == place + 1 { whole.append(0x0A) }
    }
    self.whole = whole
    index = TextIndex(blocks)
  }

  /// The text from a block on: more than one block where it is in several languages.
  func text(from place: Int) -> [UInt8] {
    let end = textEnd[place]
    return end == place + 1 ? blocks[place] : Array(blocks[place..<end].joined())
  }

  /// Where the spans begin that `place` is one of; itself where it is none.
  func textStart(of place: Int) -> Int {
    guard !parted.isEmpty else { return place }
    var start = place
    while start > 0, textEnd[start - 1] == textEnd[place] { start -= 1 }
    return start
  }

  /// Each place where a text begins.
  var textStarts: [Int] {
    blocks.indices.filter { $0 == 0 || textEnd[$0 - 1] != textEnd[$0] }
  }

  /// Each fact that the pages do not state, by name, and each row of theirs that the facts do not
  /// have.
  ///
  /// - Parameter shortMark: how a course's mark reads where it is a number alone; the product's wording
  ///   where that of the template is not known.
  func differences(
    from facts: TranscriptFacts, shortMark: (String) -> String = { "Level \($0)" }
  ) -> [FactDifference] {
    var missing: [FactDifference] = []
    identity(facts, &missing)
    figures(facts, &missing)
    let levels = PrintedLevels(facts, shortMark: shortMark)
    var unmatched: [FactDifference] = []
    for row in facts.rows {
      switch row.kind {
      case .course, .externalCourse: check(course: row, levels, &unmatched)
      case .competency, .competencyOfCourse:
        check(competency: row, among: facts.rows, levels, &unmatched)
      }
    }
    return missing + unmatched.sorted { $0.name < $1.name } + strangers(to: facts.rows, levels)
  }

  private func identity(_ facts: TranscriptFacts, _ missing: inout [FactDifference]) {
    for name in [
      "school.name", "school.ceeb", "student.first", "student.middle", "student.last",
      "student.classOf",
    ] {
      if let text = facts.text(name) { require(text, name, &missing) }
    }
    let id = facts.text("student.sasid").map { ("student.sasid", $0) }
    if let (name, text) = id ?? facts.text("student.id").map({ ("student.id", $0) }) {
      require(text, name, &missing)
    }
    // A draft has no number: its id is that of its content, and is not printed.
    if let number = facts.text("document.id"), !Self.isContentID(number) {
      require(number, "document.id", &missing)
    }
    for name in ["student.birthDate", "graduation.date"] {
      if let date = facts.text(name).flatMap({ CalendarDate(iso: $0) }) {
        require(EnglishText.day(date), name, &missing)
      }
    }
  }

  private func figures(_ facts: TranscriptFacts, _ missing: inout [FactDifference]) {
    for name in ["credits.earned", "credits.required"] {
      guard let credit = facts.credit(name) else { continue }
      require(credit.exactDecimalText(maximum: 2) ?? credit.decimalText(places: 2), name, &missing)
    }
    for name in ["gpa.unweighted", "gpa.weighted"] {
      guard let average = facts.credit(name) else { continue }
      let forms = (1...4).map { Array(average.decimalText(places: $0).utf8) }
      if !forms.contains(where: hasNumber) {
        missing.append(Self.missing(name, average.decimalText(places: 2)))
      }
    }
  }

  private func check(
    course: StatedRow, _ levels: PrintedLevels, _ missing: inout [FactDifference]
  ) {
    let rows = rows(beginningWith: course.title)
    guard !rows.isEmpty else {
      return missing.append(Self.missing("\(course.name).title", course.title))
    }
    if let level = course.level {
      let isOwn = course.kind == .course
      let forms =
        isOwn
        ? [levels.whole[level] ?? level] + [levels.short[level]].compactMap(\.self) : [level]
      if !rows.contains(where: { row in forms.contains { Self.has($0, in: row) } }) {
        missing.append(Self.missing("\(course.name).mark", forms[0]))
      }
    }
    if let earned = course.earned {
      let text = earned.decimalText(places: 2)
      if !rows.contains(where: { Self.has(text, in: $0) }) {
        missing.append(Self.missing("\(course.name).earned", text))
      }
    }
  }

  private func check(
    competency: StatedRow, among all: [StatedRow], _ levels: PrintedLevels,
    _ missing: inout [FactDifference]
  ) {
    let rows = rows(beginningWith: competency.title)
    guard !rows.isEmpty else {
      if competency.kind == .competency {
        missing.append(Self.missing("\(competency.name).name", competency.title))
      }
      return
    }
    guard let level = competency.level, let word = levels.words[level] else { return }
    if !rows.contains(where: { Self.has(word, in: $0) }),
      !isSaid(word, of: competency.title, levels),
      competency.kind == .competency || !isLikeAnother(competency, among: all)
    {
      missing.append(Self.missing("\(competency.name).level", levels.whole[level] ?? word))
    }
  }

  /// Whether the name of a competency is that of another row as well, or begins like it.
  ///
  /// XML does not say which competencies of a course are objectives, and pages do not print those: what
  /// is printed under the name is then the other's.
  private func isLikeAnother(_ competency: StatedRow, among all: [StatedRow]) -> Bool {
    let title = Self.squeezed(competency.title)
    return all.contains { other in
      guard other != competency else { return false }
      let name = Self.squeezed(other.title)
      return name.starts(with: title) || title.starts(with: name)
    }
  }

  /// For each text that begins with `title`, the text and what follows it.
  private func rows(beginningWith title: String) -> [ArraySlice<[UInt8]>] {
    let title = Self.squeezed(title)
    var places = index.beginning(with: title, among: blocks)
    for place in parted where !places.contains(place) {
      if text(from: place).starts(with: title) { places.append(place) }
    }
    return places.map { row(from: $0)[...] }
  }

  /// The text at `place` and those that follow it in a row.
  private func row(from place: Int) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var next = place
    while texts.count <= Self.rowLength, next < blocks.count {
      texts.append(text(from: next))
      next = textEnd[next]
    }
    return texts
  }

  private func require(_ text: String, _ name: String, _ missing: inout [FactDifference]) {
    let wanted = Self.squeezed(text)
    if !whole.holds(wanted) { missing.append(Self.missing(name, text)) }
  }

  /// Whether the number is printed, not as a part of a longer one.
  private func hasNumber(_ number: [UInt8]) -> Bool {
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) || byte == UInt8(ascii: ".") }
    return whole.indices(of: number).contains { start in
      let end = start + number.count
      return (start == 0 || !isDigit(whole[start - 1]))
        && (end == whole.count || !isDigit(whole[end]))
    }
  }

  private static func has(_ text: String, in row: ArraySlice<[UInt8]>) -> Bool {
    let wanted = squeezed(text)
    return row.contains { $0.holds(wanted) }
  }

  private static func missing(_ name: String, _ text: String) -> FactDifference {
    FactDifference(name: name, left: text, right: "")
  }

  private static func isContentID(_ text: String) -> Bool {
    text.utf8.count == 32
      && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// Without white space, which differs with every line break.
  static func squeezed(_ text: String) -> [UInt8] {
    var text = text
    let simple = text.withUTF8 { bytes -> [UInt8]? in
      // Among longer scalars only those that begin with these bytes can be white space.
      guard !bytes.contains(where: { $0 == 0xC2 || (0xE1...0xE3).contains($0) }) else { return nil }
      return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        for byte in bytes where byte > 0x20 {
          buffer[count] = byte
          count += 1
        }
      }
    }
    if let simple { return simple }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars
    where scalar.isASCII ? scalar.value > 0x20 : !scalar.properties.isWhitespace {
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }
}

extension TranscriptFacts {
  func text(_ name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }

  fileprivate func credit(_ name: String) -> Rational? {
    if case .credit(let credit)? = values[name] { credit } else { nil }
  }
}

extension [UInt8] {
  /// Where `wanted` begins.
  func indices(of wanted: [UInt8]) -> [Int] {
    var found: [Int] = []
    var start = 0
    while let index = index(of: wanted, from: start) {
      found.append(index)
      start = index + 1
    }
    return found
  }

  fileprivate func holds(_ wanted: [UInt8]) -> Bool { index(of: wanted, from: 0) != nil }

  /// The first place at or after `start` where `wanted` begins.
  func index(of wanted: [UInt8], from start: Int) -> Int? {
    guard let first = wanted.first, count - start >= wanted.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        (start...(bytes.count - wanted.count)).first { index in
          bytes[index] == first
            && wanted.indices.allSatisfy { bytes[index + $0] == wanted[$0] }
        }
      }
    }
  }
}
