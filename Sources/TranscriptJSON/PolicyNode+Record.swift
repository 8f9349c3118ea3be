import TranscriptModel

/// Values of a record's file by key; `null` is read as the empty text and counts as missing.
extension PolicyNode {
  typealias Failure = RecordReader.Failure

  func failure(_ key: String) -> Failure {
    Failure(
      location: self[key]?.location ?? location,
      message: "\"\(key)\" has no value that a record has")
  }

  func text(_ key: String) -> String? {
    guard let text = self[key]?.text, !text.isEmpty else { return nil }
    return text
  }

  /// A text that has to be there, and may be empty.
  func string(_ key: String) throws(Failure) -> String {
    guard let text = self[key]?.text else { throw failure(key) }
    return text
  }

  func strings(_ key: String) -> [String] { (self[key]?.items ?? []).compactMap(\.text) }

  func flag(_ key: String) -> Bool { self[key]?.text == "true" }

  func node(_ key: String) throws(Failure) -> PolicyNode {
    guard let node = self[key], node.members != nil else { throw failure(key) }
    return node
  }

  func optional<Value>(
    _ key: String, _ body: (PolicyNode) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    guard let node = self[key], node.members != nil else { return nil }
    return try body(node)
  }

  func list<Value>(
    _ key: String, _ body: (PolicyNode) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    guard let items = self[key]?.items else { throw failure(key) }
    var values: [Value] = []
    for item in items { values.append(try body(item)) }
    return values
  }

  func word<Value: RawRepresentable>(
    _ key: String
  ) throws(Failure) -> Value where Value.RawValue == String {
    guard let value = text(key).flatMap(Value.init(rawValue:)) else { throw failure(key) }
    return value
  }

  func integer(_ key: String) throws(Failure) -> Int {
    guard let value = text(key).flatMap({ Int($0) }) else { throw failure(key) }
    return value
  }

  func amountIfAny(_ key: String) throws(Failure) -> Rational? {
    text(key) == nil ? nil : try amount(key)
  }

  func amount(_ key: String) throws(Failure) -> Rational {
    guard let value = text(key).flatMap({ Rational(text: $0) }) else { throw failure(key) }
    return value
  }

  func dayIfAny(_ key: String) throws(Failure) -> CalendarDate? {
    text(key) == nil ? nil : try day(key)
  }

  func day(_ key: String) throws(Failure) -> CalendarDate {
    guard let day = text(key).flatMap({ CalendarDate(iso: $0[...]) }) else { throw failure(key) }
    return day
  }

  func grade(_ key: String) throws(Failure) -> GradeLevel {
    guard let grade = text(key).flatMap({ Int($0) }).flatMap({ GradeLevel($0) }) else {
      throw failure(key)
    }
    return grade
  }

  /// `2026–27`, with the en dash that the file has.
  func schoolYear(_ key: String) throws(Failure) -> SchoolYear {
    guard let year = text(key).flatMap({ SchoolYear(text: $0.replacing("\u{2013}", with: "-")) })
    else { throw failure(key) }
    return year
  }
}
