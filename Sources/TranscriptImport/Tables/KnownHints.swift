import Diagnostics
import Synchronization

/// What was found for wrong codes: the first import of a table often has one code in a hundred thousand
/// rows.
final class KnownHints: Sendable {
  /// So many are remembered.
  private static let most = 4_096
  private let names: [String]
  private let found = Mutex<[String: String?]>([:])

  /// Hints among `names`, of which the first of several counts.
  init(_ names: [String]) { self.names = names }

  /// The name that is nearest to a wrong one.
  func nearest(to text: String) -> String? {
    if let known = found.withLock({ $0[text] }) { return known }
    let nearest = NearestName.find(text, in: names)
    found.withLock { if $0.count < Self.most { $0[text] = .some(nearest) } }
    return nearest
  }
}
