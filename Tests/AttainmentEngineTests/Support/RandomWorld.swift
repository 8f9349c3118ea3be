import TranscriptModel

extension World {
  /// A district with a student, all of it chosen by `seed`: two areas, a dozen competencies,
  /// six courses, dozens of rows of every kind.
  static func random(seed: Int) -> World {
    var numbers = SeededNumbers(seed: seed)
    var world = World()
    world.addRandomFramework(&numbers)
    world.addRandomEvidence(&numbers)
    world.addRandomRecords(&numbers)
    world.plan(
      "5",
      [
        line("humanities", "2", ["hum", "civ"], within: [line("civics", "1/2", ["civ"])]),
        line("stem", "2", ["stem"]), line("electives", "1", ["hum", "civ", "stem"]),
        requirement("core", .competencies(CompetencySet(members: world.cores))),
      ])
    world.equivalence = EquivalenceTable(
      title: "GPA equivalent", adoptedOn: day("2024-06-01"), adoptedBy: "Board", places: 2,
      points: ["PR": exact("3.3"), "EX": exact("4")], weights: [.ap: exact("0.5")])
    return world
  }

  private var cores: [Identifier<Competency>] {
    competencies.filter { $0.tier == .contentArea && $0.isCore }.map(\.id)
  }

  private mutating func addRandomFramework(_ numbers: inout SeededNumbers) {
    add("G.1", .graduation)
    for number in 1...4 {
      let areas: [[Identifier<ContentArea>]] = [["MATH"], ["SCI"], ["MATH", "SCI"]]
      let parent = Identifier<Competency>("C.\(number)")
      add(parent, areas: numbers.pick(areas), core: numbers.pick(0...3) > 0)
      for part in ["a", "b"] {
        add(Identifier("\(parent).\(part)"), .objective, parents: [parent])
      }
    }
    for number in 1...6 {
      let members = competencies.filter { $0.tier == .objective }.map(\.id)
      course(
        Identifier("K\(number)"), numbers.pick(["1", "1/2", "1/3", "0.66"]),
        areas: numbers.pick([["hum"], ["civ", "hum"], ["stem"], ["stem", "hum"]]),
        Array(members.shuffled(using: &numbers).prefix(numbers.pick(1...3))),
        level: numbers.pick([.regular, .ap]),
        partial: numbers.pick(PartialCredit.allCases))
    }
  }

  private mutating func addRandomEvidence(_ numbers: inout SeededNumbers) {
    for number in 1...numbers.pick(10...60) {
      let target = numbers.pick(competencies)
      let date = day("2023-09-01").adding(days: numbers.pick(0...1300))
      show(
        target.id, numbers.pick(["BG", "DV", "PR", "PR", "EX"]), date.isoText,
        title: "Work \(numbers.pick(1...8))",
        purpose: numbers.pick([.summative, .summative, .summative, .formative]),
        area: target.areas.count > 1 ? numbers.pick(target.areas) : nil,
        status: numbers.pick([.rated, .rated, .rated, .rated, .missed, .excused]),
        replaces: numbers.pick(0...9) == 0 && number > 1 ? Identifier("E\(number - 1)") : nil,
        // Some are entered late, in another order than that in which they were shown.
        recordedOn: number % 3 == 0 ? date.adding(days: number * 53 % 200).isoText : nil)
    }
  }

  private mutating func addRandomRecords(_ numbers: inout SeededNumbers) {
    for course in courses where numbers.pick(0...1) == 0 {
      enroll(
        course.id, numbers.pick(Enrollment.Status.allCases), year: numbers.pick(2023...2026),
        grade: numbers.pick(9...12))
    }
    for number in 0..<numbers.pick(0...3) {
      transfer(
        Identifier("T\(number)"), numbers.pick(["1", "0.5", "1/3"]),
        areas: numbers.pick([["hum"], ["stem"], ["civ"]]),
        satisfies: [numbers.pick(competencies).id])
    }
    if numbers.pick(0...1) == 0 { decide(numbers.pick(competencies).id, on: "2026-03-01") }
    for _ in 0..<numbers.pick(0...2) {
      let date = day("2024-09-01").adding(days: numbers.pick(0...900))
      lower(numbers.pick(competencies).id, numbers.pick(["BG", "DV", "PR"]), on: date.isoText)
    }
    if numbers.pick(0...2) == 0 { waive(numbers.pick(competencies).id.code) }
    if numbers.pick(0...2) == 0 { waive(numbers.pick(["humanities", "stem"]), "0.5") }
  }

  /// The same rows in another order.
  func shuffled(seed: Int) -> World {
    var numbers = SeededNumbers(seed: seed)
    var world = self
    world.file.evidence.shuffle(using: &numbers)
    world.file.enrollments.shuffle(using: &numbers)
    world.file.determinations.shuffle(using: &numbers)
    world.file.externalCredits.shuffle(using: &numbers)
    world.file.waivers.shuffle(using: &numbers)
    return world
  }
}
