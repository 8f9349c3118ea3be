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
  private let whole: [UInt8]
  private let index: TextIndex

  init(_ pdf: FinishedPDF) {
    texts = pdf.blocks.map(\.text)
    isCell = pdf.blocks.map { $0.tag == "TD" }
    blocks = texts.map(Self.squeezed)
    whole = Array(blocks.joined(separator: [0x0A]))
    index = TextIndex(blocks)
  }

  /// Each fact that the pages do not state, by name, and each row of theirs that the facts do not
  /// have.
  func differences(from facts: TranscriptFacts) -> [FactDifference] {
    var missing: [FactDifference] = []
    identity(facts, &missing)
    figures(facts, &missing)
    let levels = PrintedLevels(facts)
    var unmatched: [FactDifference] = []
    for row in facts.rows {
      if row.kind == .course {
        check(course: row, levels, &unmatched)
      } else {
        check(competency: row, levels, &unmatched)
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
      let mark = levels.whole[level] ?? level
      let forms = [mark] + [levels.short[level]].compactMap(\.self)
      if !rows.contains(where: { row in forms.contains { Self.has($0, in: row) } }) {
        missing.append(Self.missing("\(course.name).mark", mark))
      }
    }
    if let earned = course.earned {
      let text = earned.decimalText(places: 2)
      if !rows.contains(where: { Self.has(text, in: $0) }) {
        missing.append(Self.missing("\(course.name).earned", text))
      }
    }
  }

  /// A competency of a course is printed only where it stands in a content area as well.
  private func check(
    competency: StatedRow, _ levels: PrintedLevels, _ missing: inout [FactDifference]
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
      !isSaid(word, of: competency.title, levels)
    {
      missing.append(Self.missing("\(competency.name).level", levels.whole[level] ?? word))
    }
  }

  /// For each block that begins with `title`, the block and what follows it.
  private func rows(beginningWith title: String) -> [ArraySlice<[UInt8]>] {
    let title = Self.squeezed(title)
    return index.beginning(with: title, among: blocks).map {
      blocks[$0...].prefix(1 + Self.rowLength)
    }
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
