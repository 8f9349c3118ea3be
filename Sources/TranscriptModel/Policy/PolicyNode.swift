public import Diagnostics

/// A located value of the policy file, for parts whose meaning belongs to a rule of the engine.
///
/// Scalars are kept as written: `0.1` stays exact and `NO` stays a word until a rule reads it.
public struct PolicyNode: Hashable, Sendable {
  /// What the value is.
  public indirect enum Value: Hashable, Sendable {
    /// A word, number or text, as written.
    case scalar(String)
    /// A list.
    case list([PolicyNode])
    /// Keys in the order of the file.
    case mapping([Member])
  }

  /// One key of a mapping with its value.
  public struct Member: Hashable, Sendable {
    /// The key as written.
    public let key: String
    /// Where the key is.
    public let location: SourceLocation
    /// Its value.
    public let value: PolicyNode

    /// Creates a member.
    public init(key: String, location: SourceLocation, value: PolicyNode) {
      self.key = key
      self.location = location
      self.value = value
    }
  }

  /// What the value is.
  public let value: Value
  /// Where it is.
  public let location: SourceLocation

  /// Creates a value.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  /// The scalar as written, if it is one.
  public var text: String? {
    guard case .scalar(let text) = value else { return nil }
    return text
  }

  /// The list, if it is one.
  public var items: [PolicyNode]? {
    guard case .list(let items) = value else { return nil }
    return items
  }

  /// The members, if it is a mapping.
  public var members: [Member]? {
    guard case .mapping(let members) = value else { return nil }
    return members
  }

  /// The value under `key`, if this is a mapping that has it.
  public subscript(key: String) -> PolicyNode? {
    members?.first { $0.key == key }?.value
  }
}

/// A rule by name with its options as written: what `rule: highest-in-distinct` holds.
///
/// The engine's catalogue reads it; an unknown rule or option is an error there, never ignored.
public struct RuleSpecification: Hashable, Sendable {
  /// The rule's name.
  public let name: String
  /// The whole mapping, `rule:` included.
  public let options: PolicyNode

  /// Creates a specification.
  public init(name: String, options: PolicyNode) {
    self.name = name
    self.options = options
  }

  /// Where it is.
  public var location: SourceLocation { options.location }
}
