public import Diagnostics

/// A text of district.yaml or policy.yaml with its place, for problems that are found later.
public struct WrittenValue: Hashable, Sendable {
  /// The keys that lead to it, joined by a dot: `school.address`.
  public let path: String
  /// As it is written.
  public let text: String
  /// Where.
  public let location: SourceLocation

  /// Creates a value.
  public init(path: String, text: String, location: SourceLocation) {
    self.path = path
    self.text = text
    self.location = location
  }
}

extension PolicyNode {
  /// Every text in it, in the order of the file; the items of a list have the path of the list.
  public func writtenValues(below path: String = "") -> [WrittenValue] {
    switch value {
    case .scalar(let text): [WrittenValue(path: path, text: text, location: location)]
    case .list(let items): items.flatMap { $0.writtenValues(below: path) }
    case .mapping(let members):
      members.flatMap {
        $0.value.writtenValues(below: path.isEmpty ? $0.key : "\(path).\($0.key)")
      }
    }
  }
}
