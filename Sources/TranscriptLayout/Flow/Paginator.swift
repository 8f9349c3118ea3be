import Diagnostics

/// The frame of a page in points.
struct PageGeometry {
  var width: Double
  var height: Double
  /// Start edge of the text block.
  var side: Double
  /// Top of the text block on the first page.
  var top: Double
  /// Top of the text block on the pages after it, below the running head.
  var nextTop: Double
  /// Bottom of the text block.
  var bottom: Double
  /// Smallest step of the grid.
  var half: Double
}

/// A strip at its place on a page, not drawn yet.
struct Placement {
  var strip: Strip
  var x: Double
  var y: Double
}

/// Sets flows one below the other and begins pages as they fill.
///
/// It only says where each strip goes, so that several settings can be tried before one is drawn.
struct Paginator {
  let geometry: PageGeometry
  private(set) var pages: [[Placement]] = [[]]
  private(set) var overflows = false
  /// Where the last thing set ends.
  private(set) var y: Double
  private var bottom: Double
  private var isAtTop = true
  private var anchored: ColumnsFlow?

  init(geometry: PageGeometry) {
    self.geometry = geometry
    y = geometry.top
    bottom = geometry.bottom
  }

  /// Sets a page's content: on a new page, unless the page before has run over onto one.
  mutating func set(_ flows: [Flow], anchored band: ColumnsFlow?, gap: Double, isFirst: Bool) {
    if !isFirst, !hasRunOver { breakPage() }
    if let band { anchor(band, gap: gap) }
    let start = pages.count
    for index in flows.indices { place(flows, at: index) }
    drawAnchored()
    hasRunOver = pages.count > start
  }

  /// Whether the content of the page element before goes on onto a page of its own.
  private(set) var hasRunOver = false

  private mutating func breakPage() {
    drawAnchored()
    pages.append([])
    y = geometry.nextTop
    bottom = geometry.bottom
    isAtTop = true
  }

  /// Keeps room for a band at the foot of this page.
  private mutating func anchor(_ band: ColumnsFlow, gap: Double) {
    anchored = band
    bottom = anchoredTop(band) - gap
  }

  private func anchoredTop(_ band: ColumnsFlow) -> Double {
    let free = geometry.bottom - band.height - geometry.top
    return geometry.top + (free / geometry.half).rounded(.down) * geometry.half
  }

  private mutating func drawAnchored() {
    guard let band = anchored else { return }
    anchored = nil
    draw(band.columns, at: anchoredTop(band))
    bottom = geometry.bottom
    y = geometry.bottom
  }
}

extension Paginator {
  private mutating func place(_ flows: [Flow], at index: Int) {
    switch flows[index] {
    case .strip(let strip): place(strip, needing: needed(flows, from: index))
    case .columns(let columns): place(columns)
    case .balanced(let balanced): place(balanced)
    }
  }

  /// The height from `index` to the next place where a break is allowed.
  private func needed(_ flows: [Flow], from index: Int) -> Double {
    guard index < flows.count else { return 0 }
    switch flows[index] {
    case .strip(let strip):
      guard strip.keepsWithNext else { return strip.height }
      return strip.height + space(flows, before: index + 1) + needed(flows, from: index + 1)
    case .columns(let columns):
      return columns.columns.reduce(0) {
        $1.strips.isEmpty ? $0 : max($0, $1.strips.chainHeight(from: 0))
      }
    case .balanced(let balanced):
      return balanced.groups.first.map { $0.isEmpty ? 0 : $0.chainHeight(from: 0) } ?? 0
    }
  }

  private func space(_ flows: [Flow], before index: Int) -> Double {
    guard index < flows.count else { return 0 }
    switch flows[index] {
    case .strip(let strip): return strip.spaceBefore
    case .columns(let columns): return columns.spaceBefore
    case .balanced(let balanced): return balanced.groups.first?.first?.spaceBefore ?? 0
    }
  }

  private var room: Double { bottom - y + 0.01 }

  private mutating func place(_ strip: Strip, needing height: Double) {
    var space = isAtTop ? 0 : strip.spaceBefore
    let isTooHigh = height > geometry.bottom - geometry.nextTop
    if space + (isTooHigh ? strip.height : height) > room, !isAtTop {
      breakPage()
      for head in strip.pageRepeats + strip.repeats { draw(head, x: geometry.side) }
      space = 0
    }
    if strip.height > room { overflows = true }
    y += space
    draw(strip, x: geometry.side)
  }

  private mutating func draw(_ strip: Strip, x: Double) {
    draw(strip, x: x, y: y)
    y += strip.height
    isAtTop = false
  }

  private mutating func draw(_ strip: Strip, x: Double, y: Double) {
    pages[pages.count - 1].append(Placement(strip: strip, x: x, y: y))
  }

  private mutating func draw(_ columns: [ColumnsFlow.Column], at top: Double) {
    for column in columns {
      var y = top
      for (index, strip) in column.strips.enumerated() {
        if index > 0 { y += strip.spaceBefore }
        draw(strip, x: column.x, y: y)
        y += strip.height
      }
    }
  }

  private mutating func place(_ flow: ColumnsFlow) {
    let space = isAtTop ? 0 : flow.spaceBefore
    if space + flow.height <= room { return place(flow.columns, space: space) }
    let page = geometry.bottom - geometry.nextTop
    // What is tall goes on over the page rather than leave most of this one white.
    let isWorthSplitting = flow.height > page / 2 && room > page / 5
    if !isAtTop, !isWorthSplitting, flow.height <= page - repeatedHeight(flow) {
      startPage(flow.pageRepeats)
      return place(flow.columns, space: 0)
    }
    split(flow)
  }

  private func repeatedHeight(_ flow: ColumnsFlow) -> Double { flow.pageRepeats.totalHeight }

  private mutating func startPage(_ heads: [Strip]) {
    breakPage()
    for head in heads { draw(head, x: geometry.side) }
  }

  private mutating func place(_ columns: [ColumnsFlow.Column], space: Double) {
    y += space
    draw(columns, at: y)
    y += columns.reduce(0) { max($0, $1.strips.totalHeight) }
    isAtTop = false
  }

  /// Fills each column to the foot of the page and goes on with what is left on the next.
  private mutating func split(_ flow: ColumnsFlow) {
    var rest = flow
    var isFirst = true
    while rest.columns.contains(where: { !$0.strips.isEmpty }) {
      let space = isAtTop ? 0 : rest.spaceBefore
      var placed = rest.columns
      var hasProgress = false
      for index in rest.columns.indices where !rest.columns[index].strips.isEmpty {
        let strips = rest.columns[index].strips
        let part = strips.prefix(from: 0, limit: room - space, isFirst: isFirst)
        placed[index].strips = part.strips
        rest.columns[index].strips = Array(strips[part.next...])
        hasProgress = hasProgress || part.next > 0
      }
      guard hasProgress else {
        if isAtTop || !isFirst { return forceOut(rest) }
        startPage(rest.pageRepeats)
        continue
      }
      place(placed, space: space)
      isFirst = false
      if rest.columns.contains(where: { !$0.strips.isEmpty }) { startPage(rest.pageRepeats) }
    }
  }

  /// Sets what no page can hold, and says so.
  private mutating func forceOut(_ flow: ColumnsFlow) {
    overflows = true
    place(flow.columns, space: 0)
  }

  private mutating func place(_ flow: BalancedFlow) {
    var rest = flow
    if !isAtTop { y += flow.groups.first?.first?.spaceBefore ?? 0 }
    while rest.groups.contains(where: { !$0.isEmpty }) {
      if let shared = rest.shared(height: room) { return place(shared, of: rest) }
      let part = rest.filled(height: room)
      if part.columns.allSatisfy(\.isEmpty) {
        guard !isAtTop, y > geometry.nextTop + rest.pageRepeats.totalHeight + 1 else {
          overflows = true
          return place([rest.groups.flatMap(\.self)], of: rest)
        }
      } else {
        place(part.columns, of: rest)
      }
      guard !part.rest.isEmpty else { return }
      rest.groups = BalancedFlow.regrouped(part.rest)
      startPage(rest.pageRepeats)
    }
  }

  private mutating func place(_ columns: [[Strip]], of flow: BalancedFlow) {
    let placed = zip(flow.columns, columns).map { ColumnsFlow.Column(x: $0, strips: $1) }
    place(placed, space: 0)
  }
}

extension BalancedFlow {
  /// The rest of a flow in its groups again; one that was split begins with its repeated head.
  static func regrouped(_ strips: [Strip]) -> [[Strip]] {
    var groups: [[Strip]] = []
    for strip in strips {
      if let last = groups.last?.last, last.group == strip.group {
        groups[groups.count - 1].append(strip)
      } else {
        groups.append(strip.repeats + [strip])
      }
    }
    return groups
  }
}
