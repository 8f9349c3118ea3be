/// The known name that a misspelt one was meant to be, for hints.
public enum NearestName {
  /// The nearest of `names` within a third of the length of `text`; the first of several.
  ///
  /// Case does not count, nor whether a space, a hyphen or an underscore joins two words.
  public static func find(_ text: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(folded(text).prefix(64))
    let allowed = max(1, wanted.count / 3)
    var best: (name: String, distance: Int)?
    for name in names {
      let candidate = Array(folded(name).prefix(64))
      guard abs(candidate.count - wanted.count) <= min(allowed, (best?.distance ?? 99) - 1) else {
        continue
      }
      let distance = distance(wanted, candidate)
      if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  private static func folded(_ text: String) -> some Collection<Unicode.Scalar> {
    text.lowercased().unicodeScalars.map { $0 == " " || $0 == "-" ? "_" : $0 }
  }

  /// Edit distance after Levenshtein, by rows.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (index, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let above = row[column + 1]
        let change = diagonal + (scalar == right[column] ? 0 : 1)
        row[column + 1] = min(change, above + 1, row[column] + 1)
        diagonal = above
      }
    }
    return row[right.count]
  }
}
