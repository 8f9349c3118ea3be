import TranscriptModel

/// Makes text from the record fit to stand in markup: characters that XML cannot hold go.
///
/// Escaping is the template engine's; this removes what escaping cannot save.
func plain(_ text: String) -> String {
  // Most text has neither control characters nor U+F000 and above: its bytes say so at once.
  let isSafe = text.utf8.allSatisfy { $0 >= 32 && $0 < 0xEF }
  guard !isSafe, text.unicodeScalars.contains(where: isForbidden) else { return text }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text.unicodeScalars.filter { !isForbidden($0) })
  return String(scalars)
}

private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 9, 10, 13: false
  case 0..<32, 0xFFFE, 0xFFFF: true
  default: false
  }
}

extension Rational {
  /// A credit as tables print it: two decimals.
  var creditText: String { decimalText(places: 2) }

  /// A credit as sentences say it: as few decimals as are exact, at most two.
  var shortText: String { exactDecimalText(maximum: 2) ?? decimalText(places: 2) }
}
