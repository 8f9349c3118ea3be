import TranscriptModel

/// A flow of least cost on exact amounts, found by successive shortest paths.
///
/// The network of a graduation plan is small (a few groups of credit, a dozen lines), so plain
/// Bellman-Ford is quick enough, and it is simple enough to be seen to be right. The result does not
/// depend on hashing or on the machine: edges are looked at in the order in which they were added.
struct CreditFlow {
  private struct Edge {
    let from: Int
    let to: Int
    let cost: FlowCost
    /// Whether there is room, so that the search need not look at exact amounts.
    var isOpen: Bool
  }

  private let nodes: Int
  /// Each edge is followed by its reverse.
  private var edges: [Edge] = []
  /// What can still be sent along each edge.
  private var rooms: [Rational] = []

  init(nodes: Int) { self.nodes = nodes }

  /// Adds an edge; the number names it in `flow(on:)`.
  mutating func addEdge(
    from: Int, to: Int, capacity: Rational, cost: FlowCost = .zero
  ) -> Int {
    edges.append(Edge(from: from, to: to, cost: cost, isOpen: capacity > .zero))
    edges.append(Edge(from: to, to: from, cost: .zero - cost, isOpen: false))
    rooms += [capacity, .zero]
    return edges.count - 2
  }

  /// What flows on an edge: the room of its reverse.
  func flow(on edge: Int) -> Rational { rooms[edge + 1] }

  /// Sends flow from `source` to `sink` as long as that lowers the cost.
  mutating func minimizeCost(from source: Int, to sink: Int) {
    while let path = cheapestPath(from: source, to: sink) {
      let amount = path.map { rooms[$0] }.min() ?? .zero
      for edge in path {
        set(edge, rooms[edge] - amount)
        set(edge ^ 1, rooms[edge ^ 1] + amount)
      }
    }
  }

  private mutating func set(_ edge: Int, _ room: Rational) {
    rooms[edge] = room
    edges[edge].isOpen = room > .zero
  }

  /// The edges of the cheapest path that costs less than nothing; `nil` when there is none.
  private func cheapestPath(from source: Int, to sink: Int) -> [Int]? {
    var costs: [FlowCost?] = Array(repeating: nil, count: nodes)
    var arrivals: [Int?] = Array(repeating: nil, count: nodes)
    costs[source] = .zero
    for _ in 0..<nodes {
      var isChanged = false
      for (number, edge) in edges.enumerated() where edge.isOpen {
        guard let start = costs[edge.from] else { continue }
        let cost = start + edge.cost
        if let known = costs[edge.to], known <= cost { continue }
        costs[edge.to] = cost
        arrivals[edge.to] = number
        isChanged = true
      }
      if !isChanged { break }
    }
    guard let cost = costs[sink], cost < .zero else { return nil }
    return path(to: sink, by: arrivals)
  }

  private func path(to sink: Int, by arrivals: [Int?]) -> [Int] {
    var path: [Int] = []
    var node = sink
    while let edge = arrivals[node], path.count < nodes {
      path.append(edge)
      node = edges[edge].from
    }
    return path.reversed()
  }
}
