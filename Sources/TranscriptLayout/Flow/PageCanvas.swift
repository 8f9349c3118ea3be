/// A group of the structure tree that several strips belong to.
struct GroupKey: Hashable, Sendable {
  let id: Int
  let role: StructureRole
}

/// One page while it is being filled.
///
/// Places are given from the start side; on a right-to-left page they are mirrored here, and
/// nowhere else.
struct PageCanvas {
  let width: Double
  let height: Double
  let isMirrored: Bool
  private(set) var artifacts: [Mark] = []
  private var root = Group(key: nil)
  /// Groups that are open, outermost first.
  private var open: [Group] = []

  /// A group while it is being filled.
  private final class Group {
    enum Child {
      case group(Group)
      case element(StructureElement)
    }

    let key: GroupKey?
    var children: [Child] = []
    var marks: [Mark] = []

    init(key: GroupKey?) { self.key = key }
  }

  init(width: Double, height: Double, isMirrored: Bool) {
    self.width = width
    self.height = height
    self.isMirrored = isMirrored
  }

  /// Opens the groups of `path`, keeping those that are open already.
  mutating func enter(_ path: [GroupKey]) {
    var depth = 0
    while depth < min(open.count, path.count), open[depth].key?.id == path[depth].id { depth += 1 }
    open.removeLast(open.count - depth)
    for key in path[depth...] {
      let group = Group(key: key)
      (open.last ?? root).children.append(.group(group))
      open.append(group)
    }
  }

  /// Adds a finished element to the innermost open group.
  mutating func add(_ element: StructureElement) {
    (open.last ?? root).children.append(.element(element))
  }

  /// Adds marks to the innermost open group, which is then a leaf.
  mutating func add(marks: [Mark]) { (open.last ?? root).marks += marks }

  /// Adds a mark that belongs to no element; lines of one kind become one mark.
  mutating func artifact(_ mark: Mark) {
    guard case .strokes(let segments, let width, let color) = mark else {
      return artifacts.append(mark)
    }
    // Only text and other lines are passed: nothing that would then cover the line.
    for index in artifacts.indices.reversed() {
      switch artifacts[index] {
      case .strokes(let others, width, color):
        artifacts[index] = .strokes(
          segments.reduce(others, Segment.joined), width: width, color: color)
        return
      case .strokes, .text: continue
      default: return artifacts.append(mark)
      }
    }
    artifacts.append(mark)
  }

  /// The page as it is.
  func finished() -> PositionedPage {
    PositionedPage(
      width: width, height: height, artifacts: artifacts, elements: Self.elements(of: root))
  }

  private static func elements(of group: Group) -> [StructureElement] {
    group.children.compactMap { child in
      switch child {
      case .element(let element): return element
      case .group(let inner):
        guard let key = inner.key else { return nil }
        if inner.children.isEmpty {
          return inner.marks.isEmpty ? nil : StructureElement(key.role, .marks(inner.marks))
        }
        let elements = elements(of: inner)
        return elements.isEmpty ? nil : StructureElement(key.role, .elements(elements))
      }
    }
  }
}

extension PageCanvas {
  /// The left edge of something `width` wide whose start edge is at `x`.
  func left(_ x: Double, width: Double = 0) -> Double {
    isMirrored ? self.width - x - width : x
  }

  func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
    Rectangle(x: left(x, width: width), y: y, width: width, height: height)
  }

  func horizontal(_ x: Double, _ y: Double, _ width: Double) -> Segment {
    let left = left(x, width: width)
    return Segment(left, y, left + width, y)
  }

  func vertical(_ x: Double, _ top: Double, _ bottom: Double) -> Segment {
    Segment(left(x), top, left(x), bottom)
  }
}

extension Segment {
  /// The segments with one more, which makes the last one longer where it only goes on.
  fileprivate static func joined(_ segments: [Segment], _ next: Segment) -> [Segment] {
    guard let last = segments.last, last.x2 == next.x1, last.y2 == next.y1,
      last.x1 == last.x2 && next.x1 == next.x2 || last.y1 == last.y2 && next.y1 == next.y2
    else { return segments + [next] }
    return segments.dropLast() + [Segment(last.x1, last.y1, next.x2, next.y2)]
  }
}
