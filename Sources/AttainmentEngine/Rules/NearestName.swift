/// Finds what was probably meant by a misspelt name.
enum NearestName {
  /// The nearest of `names` within a third of the length of `text`; the first of several.
  static func find(_ text: String, in names: [String]) -> String? {
    let limit = max(1, text.utf8.count / 3)
    return
      names
      .map { (name: $0, distance: distance(Array(text.utf8), Array($0.utf8))) }
      .filter { $0.distance <= limit }
      .min { $0.distance < $1.distance }?.name
  }

  /// The number of single changes between two texts, after Levenshtein.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (line, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, other) in right.enumerated() {
        let changed = diagonal + (byte == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[right.count]
  }
}
