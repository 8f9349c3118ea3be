/// A step of a path; coordinates are points from the page's top left corner, y downwards.
public enum PathElement: Hashable, Sendable {
  /// Starts a subpath.
  case move(x: Double, y: Double)
  /// A straight line.
  case line(x: Double, y: Double)
  /// A cubic curve with its two control points and its end.
  case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
  /// A whole circle as a subpath of its own.
  case circle(x: Double, y: Double, radius: Double)
  /// A rectangle as a subpath of its own.
  case rectangle(Rectangle)
  /// Closes the subpath.
  case close

  var isFinite: Bool {
    switch self {
    case .move(let x, let y), .line(let x, let y): x.isFinite && y.isFinite
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      [x1, y1, x2, y2, x, y].allSatisfy(\.isFinite)
    case .circle(let x, let y, let radius): x.isFinite && y.isFinite && radius.isFinite
    case .rectangle(let rectangle): rectangle.isFinite
    case .close: true
    }
  }
}
