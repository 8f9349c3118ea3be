import Diagnostics
import TranscriptModel

extension TableRow {
  /// The cell's text where every character counts: spaces around it are refused, because they
  /// cannot be seen and make two of one code.
  mutating func exactText(_ column: Column) -> String? {
    guard let text = text(column) else { return nil }
    guard let bare = text.withoutOuterSpaces else { return text }
    report(
      .outerSpace, column, "\(column.rule.name) begins or ends with a space",
      hint: column.rule.isPersonal || bare.isEmpty ? "remove it" : "write \"\(bare)\"")
    return nil
  }

  /// The cell as a code of kind `Entity`.
  mutating func identifier<Entity>(_ column: Column, of _: Entity.Type) -> Identifier<Entity>? {
    exactText(column).map { Identifier($0) }
  }

  /// The cell's items, separated by `;`.
  mutating func list(_ column: Column) -> [String] {
    guard let text = text(column) else { return [] }
    return text.split(separator: ";").map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }

  /// The cell as a day.
  mutating func date(_ column: Column) -> CalendarDate? {
    guard let text = exactText(column) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    report(
      .notADate, column, "\(column.rule.name) is not a day that exists, written YYYY-MM-DD",
      hint: DateHint.hint(for: column.rule.isPersonal ? "" : text))
    return nil
  }

  /// The cell as an exact number.
  mutating func number(_ column: Column) -> Rational? {
    guard let text = exactText(column) else { return nil }
    if let number = Rational(text: text) { return number }
    report(
      .notANumber, column, "\(column.rule.name) is not a number",
      hint: "write it like 1, 0.66 or 1/3, without units, spaces or thousands separators")
    return nil
  }

  /// The cell as a number above zero.
  mutating func positive(_ column: Column) -> Rational? {
    guard let number = number(column) else { return nil }
    if number > .zero { return number }
    report(
      .notPositive, column, "\(column.rule.name) must be above zero",
      hint: "write how much it is; leave the row out when it is nothing")
    return nil
  }

  /// The cell as an exact number that is zero or more.
  mutating func notNegative(_ column: Column) -> Rational? {
    guard let number = number(column) else { return nil }
    if number >= .zero { return number }
    report(
      .notPositive, column, "\(column.rule.name) is below zero",
      hint: "write how much it is; leave the cell empty when it is not stated")
    return nil
  }

  /// The cell as a whole number within `range`.
  mutating func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let text = exactText(column) else { return nil }
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) }
    if isPlain, let number = Int(text), range.contains(number) { return number }
    report(
      .notANumber, column,
      "\(column.rule.name) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      hint: "write it in digits only")
    return nil
  }

  /// The cell as a grade level.
  mutating func gradeLevel(_ column: Column) -> GradeLevel? {
    whole(column, in: 0...12).flatMap { GradeLevel($0) }
  }

  /// The cell as `yes` or `no`.
  mutating func flag(_ column: Column) -> Bool? {
    guard let text = exactText(column) else { return nil }
    if text == "yes" { return true }
    if text == "no" { return false }
    report(
      .unknownWord, column, "\(column.rule.name) is neither yes nor no", hint: "write yes or no")
    return nil
  }

  /// The cell as one of the words of `Word`.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ column: Column, _: Word.Type
  ) -> Word? {
    guard let text = exactText(column) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      .unknownWord, column, "\"\(text)\" is not a word that \(column.rule.name) may hold",
      hint: NearestName.find(text, in: words).map { "write \($0)" }
        ?? "write one of \(words.joined(separator: ", "))")
    return nil
  }
}

extension String {
  /// The text without spaces, no-break spaces and tabs around it; `nil` when there are none.
  fileprivate var withoutOuterSpaces: String? {
    let isSpace = { (scalar: Unicode.Scalar) in
      scalar == " " || scalar == "\u{A0}" || scalar == "\t"
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      isSpace(first) || isSpace(last)
    else { return nil }
    let start = unicodeScalars.drop(while: isSpace)
    let end = start.lastIndex { !isSpace($0) }
    return end.map { String(start[...$0]) } ?? ""
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmingSpaces: SubSequence {
    guard let first = firstIndex(where: { $0 != " " }),
      let last = lastIndex(where: { $0 != " " })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }
}

extension TableRow {
  /// Reports a day on which something was done that is still to come.
  mutating func checkPast(_ column: Column, _ day: CalendarDate?, today: CalendarDate?) {
    guard let day, let today, day > today else { return }
    report(
      .impossibleDate, column, "\(column.rule.name) is after \(today)", hint: "correct the day")
  }
}
