/// What a rule's own file says about it; the reference page `docs/rules.md` is made from these.
public struct RuleDocumentation: Hashable, Sendable {
  /// What a rule looks at.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case evidence, children, tree
  }

  /// One option of a rule.
  public struct Option: Hashable, Sendable {
    /// Its key in the policy file.
    public let name: String
    /// What may be written there, in words.
    public let values: String
    /// What holds when it is left out, in words.
    public let standard: String
    /// What it does.
    public let meaning: String

    /// Describes an option.
    public init(_ name: String, _ values: String, standard: String, _ meaning: String) {
      self.name = name
      self.values = values
      self.standard = standard
      self.meaning = meaning
    }
  }

  /// The name in the policy file.
  public let name: String
  /// A title for people.
  public let title: String
  /// What the rule looks at.
  public let family: Family
  /// How it decides, in one or two sentences.
  public let decides: String
  /// Why a district would choose it.
  public let why: String
  /// A case worked by hand.
  public let example: String
  /// Who uses or recommends it.
  public let authority: String
  /// Its own options, without those that every evidence rule shares.
  public let options: [Option]
  /// What it averages, in words for every document; `nil` for a rule that does not.
  public let average: String?

  /// Whether it averages: never a default, and named on every document.
  public var averages: Bool { average != nil }

  /// Describes a rule.
  public init(
    name: String, title: String, family: Family, decides: String, why: String, example: String,
    authority: String, options: [Option] = [], average: String? = nil
  ) {
    self.name = name
    self.title = title
    self.family = family
    self.decides = decides
    self.why = why
    self.example = example
    self.authority = authority
    self.options = options
    self.average = average
  }
}
