import Testing
import TranscriptModel

@testable import AttainmentEngine

@Suite("Packed rows give the results of single students")
struct BulkTests {
  private func packed(_ world: World) -> PackedStudentRows {
    let framework = world.framework()
    let rows = world.file.evidence.map { record in
      PackedEvidence(
        id: PackedEvidence.hash(of: record.id.code), title: PackedEvidence.hash(of: record.title),
        day: record.demonstratedOn.dayNumber,
        competency: Int32(framework.index(of: record.competency) ?? 0),
        level: Int8(record.rating?.level ?? -1),
        type: UInt8(AssessmentType.allCases.firstIndex(of: record.assessmentType) ?? 0),
        purpose: UInt8(AssessmentPurpose.allCases.firstIndex(of: record.purpose) ?? 0),
        status: UInt8(EvidenceStatus.allCases.firstIndex(of: record.status) ?? 0),
        delay: record.replaces == nil
          ? UInt16(
            (record.recordedOn ?? record.demonstratedOn).dayNumber - record.demonstratedOn.dayNumber
          )
          : 0)
    }
    let replaced = Set(
      world.file.evidence.compactMap(\.replaces).map {
        PackedEvidence.hash(of: $0.code)
      })
    return PackedStudentRows(student: 0, rows: rows[...], replaced: replaced)
  }

  private func compare(_ world: World, asOf: String = "2027-06-30") throws {
    let engine = try world.engine()
    var bulk = BulkResolver(engine: engine, asOf: day(asOf))
    var rest = world.file
    rest.evidence = []
    rest.enrollments = rest.enrollments(of: world.student, on: day(asOf))
    let found = bulk.resolve(packed(world), file: rest)
    let expected = try world.resolve(asOf: asOf).competencies
    for index in bulk.competencies {
      let overall = expected[index].overall
      #expect(found[index].status == overall.status, "\(overall.competency)")
      #expect(Int(found[index].level) == overall.level ?? -1, "\(overall.competency)")
      #expect(found[index].metDate == overall.metOn, "\(overall.competency)")
    }
  }

  @Test("The standard rule, on any day", arguments: 0..<80)
  func standard(seed: Int) throws {
    let world = World.random(seed: seed)
    try compare(world)
    try compare(world, asOf: "2025-01-31")
  }

  @Test("Every other rule over evidence", arguments: RuleCatalogue.evidenceRules.indices)
  func others(number: Int) throws {
    let name = RuleCatalogue.evidenceRules[number].documentation.name
    for seed in 0..<12 {
      var world = World.random(seed: seed)
      for slot in [RuleSlot.graduation, .contentArea, .objective] { world.rules[slot] = rule(name) }
      try compare(world)
      for slot in [RuleSlot.graduation, .contentArea, .objective] {
        world.rules[slot] = rule(name, "formative", "yes", "types", "2", "from", "2024-01-01")
      }
      try compare(world)
    }
  }

  @Test("Rules over children are left to the single path")
  func children() throws {
    var world = World.random(seed: 1)
    world.rules[.contentArea] = rule("all-children")
    let bulk = BulkResolver(engine: try world.engine(), asOf: day("2027-06-30"))
    let tiers = Set(bulk.competencies.map { world.competencies[$0].tier })
    #expect(tiers == [.graduation, .objective])
  }
}
