import Diagnostics
import TranscriptModel

extension YAMLMapping {
  mutating func text(_ key: String) -> String? { value(key).flatMap { text(of: $0, key) } }

  mutating func requiredText(_ key: String) -> String? {
    required(key).flatMap { text(of: $0, key) }
  }

  func text(of value: PolicyNode, _ key: String) -> String? {
    if let text = value.text { return text }
    report(.wrongType, value, "\(key) must be one value", hint: "write \"\(key): VALUE\"")
    return nil
  }

  mutating func number(_ key: String) -> Rational? { value(key).flatMap { number(of: $0, key) } }

  mutating func requiredNumber(_ key: String) -> Rational? {
    required(key).flatMap { number(of: $0, key) }
  }

  func number(of value: PolicyNode, _ key: String) -> Rational? {
    guard let text = text(of: value, key) else { return nil }
    if let number = Rational(text: text) { return number }
    report(.notANumber, value, "\(key) is not a number", hint: "write it like 1, 0.66 or 1/3")
    return nil
  }

  mutating func whole(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key), let text = text(of: value, key) else { return nil }
    let isPlain = text.utf8.allSatisfy { (48...57).contains($0) }
    if isPlain, let number = Int(text), range.contains(number) { return number }
    report(
      .notANumber, value,
      "\(key) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      hint: "write it in digits only")
    return nil
  }

  mutating func date(_ key: String) -> CalendarDate? {
    guard let value = value(key), let text = text(of: value, key) else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    report(
      .notADate, value, "\(key) is not a day that exists, written YYYY-MM-DD",
      hint: "write it like 2026-07-01")
    return nil
  }

  mutating func requiredDate(_ key: String) -> CalendarDate? {
    required(key) == nil ? nil : date(key)
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key), let text = text(of: value, key) else { return nil }
    if ["true", "yes"].contains(text) { return true }
    if ["false", "no"].contains(text) { return false }
    report(.unknownWord, value, "\(key) is neither true nor false", hint: "write true or false")
    return nil
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Word.Type
  ) -> Word? {
    value(key).flatMap { word(of: $0, key, Word.self) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    of value: PolicyNode, _ key: String, _: Word.Type
  ) -> Word? {
    guard let text = text(of: value, key) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    report(
      .unknownWord, value, "\"\(text)\" is not a word that \(key) may hold",
      hint: NearestName.find(text, in: words).map { "write \($0)" }
        ?? "write one of \(words.joined(separator: ", "))")
    return nil
  }

  mutating func list(_ key: String) -> [PolicyNode]? {
    guard let value = value(key) else { return nil }
    if let items = value.items { return items }
    report(.wrongType, value, "\(key) must be a list", hint: "write \"\(key): [ITEM, ITEM]\"")
    return nil
  }

  /// The list of texts; empty when the key is not there.
  mutating func texts(_ key: String) -> [(text: String, node: PolicyNode)] {
    (list(key) ?? []).compactMap { item in text(of: item, key).map { ($0, item) } }
  }

  mutating func mapping(_ key: String) -> YAMLMapping? {
    value(key).flatMap { YAMLMapping($0, name: key, problems) }
  }

  mutating func requiredMapping(_ key: String) -> YAMLMapping? {
    required(key).flatMap { YAMLMapping($0, name: key, problems) }
  }
}
