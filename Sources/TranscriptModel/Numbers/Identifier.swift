/// A code that names one thing of kind `Entity`, compared exactly as written.
///
/// Things are identified by codes, never by titles: two courses may share a title.
public struct Identifier<Entity>: Hashable, Sendable {
  /// The code as written.
  public let code: String

  /// Creates an identifier from the code as written.
  public init(_ code: String) { self.code = code }
}

extension Identifier: Comparable {
  /// Orders by Unicode scalars, the same on every machine and in every locale.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    // UTF-8 sorts as the scalars that it encodes, and needs no decoding.
    left.code.utf8.lexicographicallyPrecedes(right.code.utf8)
  }
}

extension Identifier: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates an identifier from a literal.
  public init(stringLiteral value: String) { self.init(value) }

  /// The code as written.
  public var description: String { code }
}
