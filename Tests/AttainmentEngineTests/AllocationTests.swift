import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Allocation of credit against trying everything")
struct AllocationTests {
  /// A small plan with some credit, in halves.
  private struct Case {
    var lines: [CreditLine] = []
    var pieces: [CreditPiece] = []

    init(seed: Int) {
      var numbers = SeededNumbers(seed: seed)
      let areas: [Identifier<CreditArea>] = ["a", "b", "c"]
      for number in 0..<numbers.pick(1...3) {
        let isPart = number > 0 && numbers.pick(0...2) == 0
        let need = Rational(numbers.pick(1...4)) * .half
        let named: [Identifier<CreditRule>] = ["P0", "P1", "P2"]
        let isNamed = number > 0 && numbers.pick(0...2) == 0
        lines.append(
          CreditLine(
            id: Identifier("L\(number)"),
            areas: isNamed ? [] : Set(areas.shuffled(using: &numbers).prefix(numbers.pick(1...2))),
            courses: isNamed
              ? Set(named.shuffled(using: &numbers).prefix(numbers.pick(1...2))) : [],
            required: need, need: need, parent: isPart ? 0 : nil, depth: isPart ? 1 : 0))
      }
      for number in 0..<numbers.pick(1...4) {
        pieces.append(
          CreditPiece(
            source: .course(Identifier("P\(number)")), title: "P\(number)",
            amount: Rational(numbers.pick(1...2)) * .half,
            areas: Array(areas.shuffled(using: &numbers).prefix(numbers.pick(1...2))),
            isEarned: numbers.pick(0...2) > 0))
      }
    }

    /// What an assignment leaves missing, of posted credit alone and of all; `nil` when a line holds
    /// more than it or its parts need.
    func missing(of amounts: [[Rational]]) -> (posted: Rational, all: Rational)? {
      let posted = zip(pieces, amounts).map { piece, row in
        piece.isEarned ? row : row.map { _ in Rational.zero }
      }
      guard let all = missing(of: amounts, in: nil), let own = missing(of: posted, in: nil) else {
        return nil
      }
      return (own, all)
    }

    /// What is missing in the lines that are parts of `whole`: what a part lacks is a lack of its whole.
    private func missing(of amounts: [[Rational]], in whole: Int?) -> Rational? {
      var sum = Rational.zero
      for place in lines.indices where lines[place].parent == whole {
        guard let inParts = missing(of: amounts, in: place) else { return nil }
        let parts = lines.indices.filter { lines[$0].parent == place }
        let held = ([place] + parts).reduce(Rational.zero) { held, line in
          amounts.reduce(held) { $0 + $1[line] }
        }
        let needed = parts.reduce(Rational.zero) { $0 + lines[$1].need }
        guard held <= max(lines[place].need, needed) else { return nil }
        sum += max(inParts, lines[place].need - held)
      }
      return sum
    }

    /// The best value over all ways to give every half credit to a line or to none.
    func best() -> (posted: Rational, all: Rational)? {
      let units = pieces.indices.flatMap { piece in
        Array(repeating: piece, count: (pieces[piece].amount * Rational(2)).wholeValue ?? 0)
      }
      var best: (posted: Rational, all: Rational)?
      var amounts = Array(
        repeating: Array(repeating: Rational.zero, count: lines.count), count: pieces.count)
      func place(_ unit: Int) {
        guard unit < units.count else {
          guard let found = missing(of: amounts) else { return }
          if let known = best, known <= found { return }
          best = found
          return
        }
        place(unit + 1)
        let piece = units[unit]
        for line in lines.indices
        where lines[line].courses.contains(Identifier("P\(piece)"))
          || pieces[piece].areas.contains(where: lines[line].areas.contains)
        {
          amounts[piece][line] += .half
          place(unit + 1)
          amounts[piece][line] -= .half
        }
      }
      place(0)
      return best
    }
  }

  @Test("No other way of giving credit leaves less missing", arguments: 0..<400)
  func optimal(seed: Int) throws {
    let world = Case(seed: seed)
    let result = CreditAllocator(lines: world.lines).allocate(world.pieces)
    let amounts = world.pieces.map { piece in
      result.allocations.map { given in
        given.filter { $0.source == piece.source }.reduce(Rational.zero) { $0 + $1.amount }
      }
    }
    let found = try #require(world.missing(of: amounts), "a line holds more than it needs")
    let best = try #require(world.best())
    #expect(found == best)
    for (piece, row) in zip(world.pieces, amounts) {
      let left = result.unallocated.filter { $0.source == piece.source }
      #expect(row.reduce(.zero, +) + left.reduce(.zero) { $0 + $1.amount } == piece.amount)
    }
  }

  @Test("A credit is not split while a line has room for the whole of it")
  func whole() {
    let lines = [
      CreditLine(
        id: "x", areas: ["a"], required: .one, need: .one, parent: nil, depth: 0),
      CreditLine(
        id: "y", areas: ["a"], required: .one, need: .one, parent: nil, depth: 0),
    ]
    let pieces = [("P1", "1/2"), ("P2", "1"), ("P3", "1/2")].map {
      CreditPiece(
        source: .course(Identifier($0.0)), title: $0.0, amount: exact($0.1), areas: ["a"],
        isEarned: true)
    }
    let result = CreditAllocator(lines: lines).allocate(pieces)
    #expect(result.allocations.map { $0.map(\.title) } == [["P2"], ["P1", "P3"]])
  }

  /// Lines of one credit, and pieces as (name, amount, areas), all posted.
  private func allocate(
    _ lines: [(String, String, Set<Identifier<CreditArea>>)],
    _ pieces: [(String, String, [Identifier<CreditArea>])]
  ) -> CreditAllocator.Result {
    let lines = lines.map { id, need, areas in
      CreditLine(
        id: Identifier(id), areas: areas, required: exact(need), need: exact(need), parent: nil,
        depth: 0)
    }
    let pieces = pieces.map { title, amount, areas in
      CreditPiece(
        source: .course(Identifier(title)), title: title, amount: exact(amount), areas: areas,
        isEarned: true)
    }
    return CreditAllocator(lines: lines).allocate(pieces)
  }

  @Test("A course is not torn while a smaller one can be left over in its place")
  func leftOver() {
    let result = allocate(
      [("humanities", "1/2", ["hum"]), ("electives", "1/2", ["hum", "career"])],
      [("English", "1", ["hum"]), ("Economics", "1/2", ["hum"])])
    #expect(result.allocations.map { $0.map(\.title) } == [["English"], ["English"]])
    #expect(result.unallocated.map(\.title) == ["Economics"])
  }

  @Test("Of two courses that would both be torn, one is used whole and the other left over whole")
  func bothTorn() {
    let result = allocate(
      [
        ("humanities", "1/2", ["hum"]), ("language", "1", ["lang"]),
        ("electives", "1/2", ["hum", "lang"]),
      ],
      [("English", "1", ["hum"]), ("A Spanish", "1", ["lang"]), ("B Spanish", "1", ["lang"])])
    let titles = result.allocations.map { $0.map(\.title) }
    #expect(titles == [["English"], ["A Spanish"], ["English"]])
    #expect(result.unallocated.map(\.title) == ["B Spanish"])
    #expect(result.unallocated.map(\.amount) == [.one])
  }

  @Test(
    "No course is split where whole ones come to the amount",
    arguments: [
      (["1/2", "1/4", "1/4", "3/4"], ["3/4", "1/4"]),
      (["3/5", "3/5", "2/5"], ["3/5", "2/5"]),
      (["1/3", "1/3", "1/3", "1/2"], ["1/3", "1/3", "1/3"]),
    ])
  func notSplit(amounts: [String], held: [String]) {
    let pieces = amounts.enumerated().map {
      ("P\($0.offset)", $0.element, ["math" as Identifier<CreditArea>])
    }
    let result = allocate([("math", "1", ["math"])], pieces)
    #expect(result.allocations[0].map(\.amount) == held.map(exact))
    let left: Rational = result.unallocated.map(\.amount).reduce(.zero, +)
    let whole: Rational = amounts.map(exact).reduce(.zero, +)
    #expect(left == whole - .one)
  }

  @Test("Credit beyond what a waiver left open is one entry of its course, and tears no other")
  func waivedLine() {
    let line = CreditLine(
      id: "sci", areas: ["sci"], required: .one, need: exact("3/4"), parent: nil, depth: 0)
    func given(_ amounts: [String]) -> CreditAllocator.Result {
      CreditAllocator(lines: [line]).allocate(
        amounts.enumerated().map { place, amount in
          CreditPiece(
            source: .course(Identifier("P\(place)")), title: "P\(place)", amount: exact(amount),
            areas: ["sci"], isEarned: true)
        })
    }
    #expect(given(["1"]).allocations[0].map(\.amount) == [.one])
    let several = given(["0.5", "0.44", "0.34"])
    #expect(several.allocations[0].map(\.amount) == ["0.5", "0.44", "0.06"].map(exact))
    #expect(several.unallocated.map(\.amount) == [exact("0.28")])
  }

  @Test("Credit that a narrow line names is used before credit that only electives take")
  func narrowFirst() {
    let result = allocate(
      [("humanities", "1", ["hum"]), ("electives", "1", ["hum", "stem", "career"])],
      [
        ("A internship", "1", ["career"]), ("English 11", "1", ["hum"]),
        ("English 12", "1", ["hum"]),
      ])
    #expect(result.unallocated.map(\.title) == ["A internship"])
  }

  @Test("Whole-year courses are used before half-year ones, whatever their areas")
  func wholeYearFirst() {
    let result = allocate(
      [("humanities", "2", ["hum", "arts"])],
      [
        ("Ceramics", "1/2", ["arts"]), ("Photography", "1/2", ["arts"]),
        ("English", "1", ["hum"]), ("World History", "1", ["hum"]),
      ])
    #expect(result.allocations.map { $0.map(\.title) } == [["English", "World History"]])
  }

  @Test("Waivers never make a result worse", arguments: 0..<60)
  func waivers(seed: Int) throws {
    var world = World.random(seed: seed)
    world.file.waivers = []
    let before = try #require(try world.resolve().graduation)
    world.waive("stem")
    let after = try #require(try world.resolve().graduation)
    for (old, new) in zip(before.outcomes, after.outcomes) {
      #expect(!old.status.satisfies || new.status.satisfies)
    }
  }

  @Test("What two lines share is brought together where either takes what the other holds")
  func together() {
    let lines = [
      CreditLine(id: "math", areas: ["math"], required: .one, need: .one, parent: nil, depth: 0),
      CreditLine(
        id: "sciart", areas: ["sci", "art"], required: exact("1.5"), need: exact("1.5"),
        parent: nil, depth: 0),
      CreditLine(
        id: "art", areas: ["art"], required: .half, need: .half, parent: 1, depth: 1),
    ]
    let given: [(String, String, [Identifier<CreditArea>])] = [
      ("K0", "1", ["math", "art"]), ("K1", "1", ["sci"]), ("K2", "0.5", ["math", "art"]),
    ]
    let pieces = given.map { title, amount, areas in
      CreditPiece(
        source: .course(Identifier(title)), title: title, amount: exact(amount), areas: areas,
        isEarned: true)
    }
    let result = CreditAllocator(lines: lines).allocate(pieces)
    #expect(result.allocations.map { $0.map(\.title) } == [["K0"], ["K1"], ["K2"]])
    #expect(result.allocations.map { $0.map(\.amount) } == [[.one], [.one], [.half]])
  }

  @Test("A course under way is not split where one that has posted can stand in the other line")
  func postedForUnderWay() {
    // STEM 1.5 takes stem, electives 1 stem and arts: Robotics is under way, all else posted.
    let lines = [
      CreditLine(
        id: "stem", areas: ["stem"], required: exact("1.5"), need: exact("1.5"), parent: nil,
        depth: 0),
      CreditLine(
        id: "electives", areas: ["stem", "arts"], required: .one, need: .one, parent: nil, depth: 0),
    ]
    let given: [(String, String, Identifier<CreditArea>, Bool)] = [
      ("Design", "0.5", "stem", true), ("Biology", "0.5", "stem", true),
      ("Art", "0.5", "arts", true), ("Robotics", "1", "stem", false),
    ]
    let pieces = given.map { title, amount, area, isEarned in
      CreditPiece(
        source: .course(Identifier(title)), title: title, amount: exact(amount), areas: [area],
        isEarned: isEarned)
    }
    let result = CreditAllocator(lines: lines).allocate(pieces)
    let held = result.allocations.map { $0.filter { !$0.isEarned }.map(\.amount) }
    #expect(held == [[.one], []])
    #expect(result.allocations[1].map(\.amount).reduce(.zero, +) == .one)
  }

  @Test("What two lines share is brought together by way of a third")
  func ring() {
    // Split: half of P in x and half in y. y holds Q, which only z may take; z holds R, which x may.
    let lines = [("x", ["p", "r"]), ("y", ["p", "q"]), ("z", ["q", "r"])].map { id, areas in
      CreditLine(
        id: Identifier(id), areas: Set(areas.map { Identifier($0) }), required: .one, need: .one,
        parent: nil, depth: 0)
    }
    let given = [
      ("P", "1", "p"), ("Q", "0.5", "q"), ("Q2", "0.5", "q"), ("R", "0.5", "r"), ("R2", "0.5", "r"),
    ]
    let pieces = given.map { title, amount, area in
      CreditPiece(
        source: .course(Identifier(title)), title: title, amount: exact(amount),
        areas: [Identifier(area)], isEarned: true)
    }
    func part(_ place: Int, _ amount: String) -> CreditAllocation {
      pieces[place].allocation(of: exact(amount))
    }
    var result = CreditAllocator.Result(allocations: [
      [part(0, "0.5"), part(3, "0.5")], [part(0, "0.5"), part(1, "0.5")],
      [part(2, "0.5"), part(4, "0.5")],
    ])
    CreditAllocator(lines: lines).joinSplit(of: pieces, in: &result)
    let holding = result.allocations.filter { $0.contains { $0.title == "P" } }
    #expect(holding.map { $0.map(\.amount) } == [[.one]])
    #expect(
      result.allocations.map { $0.reduce(Rational.zero) { $0 + $1.amount } } == [.one, .one, .one])
  }

  @Test("No exchange of whole courses between two lines would split fewer", arguments: 0..<400)
  func fewestSplit(seed: Int) {
    let world = Case(seed: seed)
    let result = CreditAllocator(lines: world.lines).allocate(world.pieces)
    let holding = world.pieces.map { piece in
      result.allocations.indices.filter { result.allocations[$0].contains(where: piece.isFrom) }
    }
    func held(_ piece: CreditPiece, _ line: Int) -> Rational {
      result.allocations[line].filter(piece.isFrom).reduce(.zero) { $0 + $1.amount }
    }
    func cost(_ piece: CreditPiece, _ line: Int) -> Rational {
      held(piece, line) * Rational(world.lines[line].cost(of: piece))
    }
    for (piece, lines) in zip(world.pieces, holding) where lines.count > 1 {
      for source in lines {
        for target in lines where target != source {
          for (other, its) in zip(world.pieces, holding) where other.source != piece.source {
            guard its == [target], other.isEarned == piece.isEarned,
              held(other, target) == held(piece, source),
              world.lines[source].rank(of: other) != nil
            else { continue }
            let amount = held(piece, source)
            let before = cost(piece, source) + cost(other, target)
            let after =
              amount * Rational(world.lines[target].cost(of: piece))
              + amount * Rational(world.lines[source].cost(of: other))
            #expect(after > before, "\(piece.title) is split although \(other.title) could go")
          }
        }
      }
    }
  }
}
