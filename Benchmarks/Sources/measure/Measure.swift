import ArgumentParser

/// `measure [SCENARIO…]`: prints what the product costs on this machine.
@main
struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measures speed and memory; Benchmarks/README.md says what each number means.")

  /// What can be measured; all run in this order, so that the first sees a new process.
  enum Scenario: String, CaseIterable, ExpressibleByArgument {
    case first, memory, stages, xml, reading
    case `import`
    case workers
  }

  @Argument(help: "What to measure; everything if left out.")
  var scenarios: [Scenario] = Scenario.allCases

  @Option(help: "The project's folder.")
  var root = "."

  @Option(help: "A folder with PESC's own schema files, to validate against them as well.")
  var schemas: String?

  @Option(help: "Documents for the stages; ten times as many for memory.")
  var documents = 400

  @Option(help: "Students of the class.")
  var members = 1_000

  @Option(help: "Rows of the table that is read.")
  var rows = 1_000_000

  @Option(help: "Runs of the whole class on each number of workers.")
  var repeats = 2

  @Option(help: "A folder for twenty documents of each stages scenario, and the schemas.")
  var keep: String?

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard documents > 0, members > 0, rows > 0, repeats > 0 else {
      throw ValidationError("--documents, --members, --rows and --repeats must be 1 or more.")
    }
    if let missing = Place(root: root, schemas: schemas).missing {
      throw ValidationError(
        "\(missing) is not there: run Benchmarks/run, or name the project's folder with --root.")
    }
  }

  func run() async throws {
    let place = Place(root: root, schemas: schemas)
    if let keep { try place.writeSchemas(to: "\(keep)/schemas") }
    var table = MeasurementTable()
    for scenario in Scenario.allCases where scenarios.contains(scenario) {
      switch scenario {
      case .first: try FirstScenario(place: place).run(into: &table)
      case .memory:
        try MemoryScenario(place: place, documents: documents * 10).run(into: &table)
      case .stages:
        for script in [ClassMembers.Script.latin, .eastAsian] {
          try StagesScenario(
            place: place, documents: documents, script: script,
            keep: keep.map { "\($0)/\(script.rawValue)" }
          ).run(into: &table)
        }
      case .xml:
        try XMLScenario(place: place, documents: members).run(into: &table)
        try AttackScenario().run(into: &table)
      case .reading: try ReadingScenario(rows: rows).run(into: &table)
      case .import: try ImportScenario(place: place, members: members).run(into: &table)
      case .workers:
        try await WorkersScenario(place: place, members: members, repeats: repeats)
          .run(into: &table)
      }
    }
    print(json ? table.json : table.text)
  }
}
