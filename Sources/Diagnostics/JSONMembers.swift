/// The members of a JSON object, in the order in which they are written.
///
/// A sorted list, not a dictionary: a record has thousands of small objects, each made once and
/// written once.
public struct JSONMembers: Hashable, Sendable, ExpressibleByDictionaryLiteral {
  /// A member.
  public struct Member: Hashable, Sendable {
    /// Its name.
    public let key: String
    /// Its value.
    public let value: JSONValue
  }

  /// The members, keys in order of their Unicode scalars; no key twice.
  public private(set) var sorted: [Member] = []

  /// Members with different keys; of equal keys the last one stays.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    for (key, value) in members { self[key] = value }
  }

  /// Members as written in code, without those whose value is `nil`.
  public init(present members: KeyValuePairs<String, JSONValue?>) {
    sorted.reserveCapacity(members.count)
    for (key, value) in members where value != nil { self[key] = value }
  }

  /// Members of a dictionary.
  public init(_ members: [String: JSONValue]) { self.init(members.map { ($0.key, $0.value) }) }

  /// Members as written in code.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

  /// The value of a key; `nil` takes the member away.
  public subscript(key: String) -> JSONValue? {
    get {
      let (index, isThere) = place(of: key)
      return isThere ? sorted[index].value : nil
    }
    set {
      let (index, isThere) = place(of: key)
      if isThere { sorted.remove(at: index) }
      if let newValue { sorted.insert(Member(key: key, value: newValue), at: index) }
    }
  }

  /// Where a key stands or would stand; most are looked for behind the last.
  private func place(of key: String) -> (index: Int, isThere: Bool) {
    var index = sorted.count
    while index > 0 {
      let order = Self.compare(key, sorted[index - 1].key)
      if order == 0 { return (index - 1, true) }
      if order > 0 { break }
      index -= 1
    }
    return (index, false)
  }

  /// UTF-8 sorts as the scalars that it encodes.
  private static func compare(_ left: String, _ right: String) -> Int {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        var index = 0
        while index < left.count, index < right.count {
          if left[index] != right[index] { return Int(left[index]) - Int(right[index]) }
          index += 1
        }
        return left.count - right.count
      }
    }
  }
}
