import TranscriptModel
import XMLKit

extension XMLElement {
  /// The trimmed text of the first child of this name; `nil` when there is none or it is blank.
  func value(_ name: String) -> String? {
    guard let text = text(of: name) else { return nil }
    let trimmed = PESCText.prepared(text)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The trimmed texts of the children of this name that are not blank.
  func values(_ name: String) -> [String] {
    all(name).map { PESCText.prepared($0.text) }.filter { !$0.isEmpty }
  }

  /// A day; a time zone behind it, which `xs:date` allows, is passed over.
  func date(_ name: String) -> CalendarDate? {
    value(name).flatMap { CalendarDate(iso: $0.prefix(10)) }
  }

  /// A decimal, exactly; `+1`, `.5` and `5.` are decimals in XML Schema.
  func decimal(_ name: String) -> Rational? {
    guard var text = value(name).map({ Substring($0) }) else { return nil }
    if text.first == "+" { text = text.dropFirst() }
    if text.last == "." { text = text.dropLast() }
    if text.first == "." { return Rational(text: "0\(text)") }
    return Rational(text: text)
  }

  func integer(_ name: String) -> Int? { value(name).flatMap { Int($0) } }

  func flag(_ name: String) -> Bool? {
    switch value(name) {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }
}
