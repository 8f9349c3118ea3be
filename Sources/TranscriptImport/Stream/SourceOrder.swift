import Diagnostics

/// Which sources the evidence on file is from, and in which order they came: rows are only ever added
/// at the end of a table, so a source that stands first in it was imported first.
struct SourceOrder {
  private struct Place {
    let file: Int
    let row: Int
  }

  /// Where the first row of each source stands, by what imported it and the beginning of its hash.
  private var firsts: [String: Place] = [:]

  /// Notes the cell `source` of a row; the first of a source counts.
  mutating func note(_ source: String, file: Int, row: Int) {
    guard let hash = Provenance.hash(in: source) else { return }
    let key = Self.key(hash, Provenance.mapping(in: source))
    if firsts[key] == nil { firsts[key] = Place(file: file, row: row) }
  }

  /// Whether a mapping, or an import in the district's own words, has put a source on file.
  func holds(_ hash: String, by mapping: String?) -> Bool {
    firsts[Self.key(hash, mapping)] != nil
  }

  /// Whether one source was imported before another; `nil` where that cannot be known, since one of
  /// them is not on file or they are in different tables.
  func isEarlier(_ hash: String, than other: String, by mapping: String?) -> Bool? {
    guard let first = firsts[Self.key(hash, mapping)],
      let second = firsts[Self.key(other, mapping)],
      first.file == second.file
    else { return nil }
    return first.row < second.row
  }

  private static func key(_ hash: String, _ mapping: String?) -> String {
    "\(hash) \(mapping ?? "")"
  }
}
