/// The list of the fonts that documents are set in, as written in `fonts/manifest`.
public struct FontManifest: Hashable, Sendable {
  /// One font file of the list.
  public struct Entry: Hashable, Sendable {
    /// The file's name in the prepared folder.
    public var file: String
    /// The Debian package that it comes from; `-` for the project's own.
    public var package: String
    /// The family's name inside the file.
    public var family: String
    /// The style's name inside the file.
    public var style: String
    /// The font's own version.
    public var version: String
    /// The licence, as an SPDX identifier where there is one.
    public var licence: String
    /// The SHA-256 of the prepared file, 64 lower-case hexadecimal digits.
    public var sha256: String
  }

  /// The entries in the order of the file.
  public var entries: [Entry]

  /// Reads the tab-separated text; returns the numbers of the lines that it cannot read.
  public static func parse(_ text: String) -> (manifest: FontManifest, badLines: [Int]) {
    var entries: [Entry] = []
    var badLines: [Int] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 9, fields[8].utf8.count == 64 else {
        badLines.append(index + 1)
        continue
      }
      entries.append(
        Entry(
          file: fields[0], package: fields[2], family: fields[3], style: fields[4],
          version: fields[5], licence: fields[6], sha256: fields[8]))
    }
    return (FontManifest(entries: entries), badLines)
  }
}
