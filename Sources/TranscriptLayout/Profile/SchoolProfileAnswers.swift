public import Diagnostics
public import TranscriptModel

/// What a district says about itself for its profile: the file `profile.yaml`.
///
/// One `key: text` a line. `claim` is the sentence at the top; `figure-1` to `figure-4` are
/// `94% | graduated in four years, | Class of 2026`; `destination-1` and so on are
/// `Four-year college | 60`, in percent; the other keys are those of `SchoolProfileItem`.
public struct SchoolProfileAnswers: Sendable, Hashable {
  /// A large figure with two lines below it.
  public struct Figure: Sendable, Hashable {
    /// The figure as printed: `94%`.
    public var value: String
    /// At most two lines.
    public var lines: [String]
  }

  /// What graduates did, in percent of a class.
  public struct Destination: Sendable, Hashable {
    /// What they did.
    public var title: String
    /// Percent, 0 to 100.
    public var percent: Rational
  }

  /// The sentence at the top.
  public let claim: String?
  /// At most four.
  public let figures: [Figure]
  /// In the file's order.
  public let destinations: [Destination]
  /// One paragraph an item.
  public let texts: [SchoolProfileItem: String]

  /// Reads the file; every line that cannot be used is reported.
  public init(_ bytes: [UInt8], name: String, problems: inout DiagnosticList) {
    let file = KeyValueFile(bytes, name: name, problems: &problems)
    var figures: [Figure] = []
    var destinations: [Destination] = []
    var texts: [SchoolProfileItem: String] = [:]
    for entry in file.entries {
      let parts = entry.value.split(separator: "|").map { String($0.trimmingSpaces()) }
      if let item = SchoolProfileItem(rawValue: entry.key) {
        texts[item] = entry.value
      } else if entry.key.hasPrefix("figure-"), let value = parts.first, figures.count < 4 {
        figures.append(Figure(value: value, lines: Array(parts.dropFirst().prefix(2))))
      } else if entry.key.hasPrefix("destination-"), parts.count == 2,
        let percent = Rational(text: parts[1]), percent >= .zero, percent <= Rational(100)
      {
        destinations.append(Destination(title: parts[0], percent: percent))
      } else if entry.key != "claim" {
        problems.add(
          Diagnostic(
            LayoutCode.profileValue, at: file.location(entry),
            "`\(entry.key)` is not something that a school profile says, or its value is not",
            hint: "see the keys in docs/templates.md"))
      }
    }
    let whole = destinations.reduce(Rational.zero) { $0 + $1.percent }
    // Rounded shares may add up to a little more.
    if whole > Rational(102),
      let last = file.entries.last(where: { $0.key.hasPrefix("destination-") })
    {
      problems.add(
        Diagnostic(
          LayoutCode.profileValue, at: file.location(last),
          "the destinations add up to \(whole.shortText) percent",
          hint: "what graduates did are shares of one class: each graduate counts once"))
    }
    claim = file["claim"]?.value
    self.figures = figures
    self.destinations = destinations
    self.texts = texts
  }

  /// Nothing at all: every item is then missing.
  public init() {
    claim = nil
    figures = []
    destinations = []
    texts = [:]
  }
}
