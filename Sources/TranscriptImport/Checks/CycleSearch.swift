/// Finds circles among things that name each other, without recursion: chains may be long.
struct CycleSearch<Node: Hashable & Comparable> {
  /// Each circle once, beginning with its smallest member, in order of that member.
  private(set) var cycles: [[Node]] = []
  private var edges: [Node: [Node]] = [:]
  /// Nodes whose ways onward have all been followed.
  private var done: Set<Node> = []

  init(_ links: [(Node, [Node])]) {
    for (node, targets) in links { edges[node] = targets.sorted() }
    for node in edges.keys.sorted() where !done.contains(node) { follow(node) }
  }

  private mutating func follow(_ start: Node) {
    var path: [(node: Node, next: Int)] = [(start, 0)]
    var onPath: Set<Node> = [start]
    while let (node, next) = path.last {
      let targets = edges[node] ?? []
      guard next < targets.count else {
        done.insert(node)
        onPath.remove(node)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[next]
      if onPath.contains(target) {
        note(path.map(\.node), from: target)
      } else if !done.contains(target), edges[target] != nil {
        path.append((target, 0))
        onPath.insert(target)
      }
    }
  }

  private mutating func note(_ path: [Node], from first: Node) {
    guard let start = path.firstIndex(of: first) else { return }
    let cycle = Array(path[start...])
    guard let least = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return }
    cycles.append(Array(cycle[least...] + cycle[..<least]))
  }
}
