/// A name as it is compared with others: letters alone, without case, accents, spaces, hyphens and what
/// cannot be seen.
///
/// Systems write one name in many ways; which of them is right nobody asks here.
enum FoldedName {
  /// The letters of a name: `José Abernathy-Quist` is `JOSEABERNATHYQUIST`.
  static func fold(_ name: String) -> String {
    words(name).map { $0.joined() }.joined()
  }

  /// First and last name as one, in each way in which a person may be on file: with the middle name
  /// or without, with the last name of now or of before.
  static func all(first: String?, middle: String?, last: String?, former: String?) -> Set<String> {
    let given = fold(first ?? "")
    let lasts = Set([last, former].compactMap { $0.map(fold) }.filter { !$0.isEmpty })
    let middle = fold(middle ?? "")
    return Set(lasts.flatMap { middle.isEmpty ? [given + $0] : [given + $0, given + middle + $0] })
  }

  /// More ways in which systems have one person: first and last name in each other's column, and one of
  /// the two halves of a last name alone.
  ///
  /// With one birth date a person has to look at them; alone they say nothing.
  static func near(first: String?, last: String?, former: String?) -> Set<String> {
    let given = fold(first ?? "")
    guard !given.isEmpty else { return [] }
    var found: Set<String> = []
    for last in [last, former].compactMap(\.self) {
      let parts = words(last).map { $0.joined() }
      guard !parts.isEmpty else { continue }
      found.insert(parts.joined() + given)
      if parts.count > 1 {
        found.formUnion(parts.filter { !particles.contains($0) }.map { given + $0 })
      }
    }
    return found
  }

  /// A last name and each of its halves, folded.
  static func surnames(_ last: String) -> Set<String> {
    let parts = words(last).map { $0.joined() }
    return Set(parts.filter { !particles.contains($0) } + [parts.joined()]).filter { !$0.isEmpty }
  }

  /// Words that many last names have, and that tell no two apart.
  private static let particles: Set<String> = [
    "AL", "BEN", "BIN", "DA", "DAS", "DE", "DEL", "DEN", "DER", "DI", "DOS", "DU", "EL", "IBN",
    "JR",
    "LA", "LAS", "LE", "LOS", "MAC", "MC", "SAN", "SANTA", "ST", "TEN", "TER", "VAN", "VANDER",
    "VON", "Y", "ZU",
  ]

  /// The words of a name as letters without case and accents: `José` is `JOSE`.
  static func words(_ name: String) -> [[String]] {
    var words: [[String]] = [[]]
    for scalar in name.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .modifierLetter, .format, .control: continue
      case .nonspacingMark where (0x300...0x36F).contains(scalar.value): continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
        .nonspacingMark, .spacingMark:
        words[words.count - 1].append(letter(scalar))
      default:
        // An apostrophe is left out by some systems: O'Neil, ONeil.
        if "'\u{2019}.".unicodeScalars.contains(scalar) { continue }
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The letter without case and accent, by its name in Unicode: `LATIN SMALL LETTER L WITH STROKE`.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    let upper = scalar.properties.uppercaseMapping
    guard !scalar.isASCII, let first = upper.unicodeScalars.first, upper.unicodeScalars.count == 1,
      let name = first.properties.name, let with = name.firstRange(of: " WITH ")
    else { return upper }
    return String(name[..<with.lowerBound].split(separator: " ").last ?? "")
  }
}
