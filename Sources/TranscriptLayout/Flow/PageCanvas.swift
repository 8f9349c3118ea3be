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
  var height: Double
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

    /// A copy of the group and all below it; `map` finds the copy of an open group.
    func copied(_ map: inout [ObjectIdentifier: Group]) -> Group {
      let copy = Group(key: key)
      copy.marks = marks
      copy.children = children.map { child in
        if case .group(let group) = child { .group(group.copied(&map)) } else { child }
      }
      map[ObjectIdentifier(self)] = copy
      return copy
    }
  }

  init(width: Double, height: Double, isMirrored: Bool) {
    self.width = width
    self.height = height
    self.isMirrored = isMirrored
  }

  /// The same page, sharing nothing with this one, to try a setting on.
  func copied() -> PageCanvas {
    var copy = self
    var map: [ObjectIdentifier: Group] = [:]
    copy.root = root.copied(&map)
    copy.open = open.compactMap { map[ObjectIdentifier($0)] }
    return copy
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

  mutating func artifact(_ mark: Mark) { artifacts.append(mark) }

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
