import TranscriptModel

/// The words that the cells of an evidence table may hold, ready for fast look-up.
///
/// A class, so that the loop over all rows copies a pointer and not two dozen tables.
final class BlockVocabulary: Sendable {
  let students: ByteTable
  let studentPositions: [Identifier<Student>: Int32]
  let competencies: ByteTable
  let framework: CompetencyFramework
  let areas: ByteTable
  /// For each competency a bit for each area that it may name; all bits when it names none.
  let areasOfCompetency: [UInt64]
  /// For each competency whether its evidence counts only in the area that it names.
  let needsArea: [Bool]
  let levels: ByteTable
  /// The level of each text in `levels`.
  let levelOfText: [Int8]
  /// Scales for which a table is declared.
  let scales: ByteTable
  /// For each such scale the scores that are looked up; others go the careful way.
  let scores: [ByteTable]
  /// The level of each text in `scores`.
  let levelOfScore: [[Int8]]
  let types: ByteTable
  let purposes: ByteTable
  let statuses: ByteTable
  let pathways: ByteTable
  /// The first day on which each student can have shown anything.
  let births: [Int32]
  /// The last day on which each student was at the school; none for those who are.
  let departures: [Int32]
  let today: Int32
  let days = DayReader()
  /// Where each of our columns is in a row.
  let columns: ColumnPlaces

  init(
    _ district: District, needingArea demand: Set<Identifier<Competency>>, positions: [Int?],
    width: Int, today: CalendarDate?
  ) {
    let framework = district.framework
    self.framework = framework
    students = ByteTable(district.students.map(\.id.code))
    studentPositions = Dictionary(
      district.students.enumerated().map { ($0.element.id, Int32(clamping: $0.offset)) },
      uniquingKeysWith: { first, _ in first })
    competencies = ByteTable(framework.competencies.map(\.id.code))
    areas = ByteTable(framework.areas.map(\.id.code))
    areasOfCompetency = framework.competencies.map { Self.areas(of: $0, in: framework) }
    needsArea = framework.competencies.map { demand.contains($0.id) }
    let scale = district.policy.scale
    let texts = scale.levels.map(\.code) + scale.levels.map(\.number.fractionText)
    levels = ByteTable(texts)
    levelOfText = texts.map { Int8(clamping: scale.index(written: $0) ?? -1) }
    let tables = district.policy.scoreTables
    let written = tables.map { table in
      Self.scores(of: table).filter { table.level(of: $0) != nil }
    }
    scales = ByteTable(tables.map(\.scale))
    scores = written.map { ByteTable($0) }
    levelOfScore = zip(tables, written).map { table, texts in
      texts.map { Int8(clamping: table.level(of: $0) ?? -1) }
    }
    types = ByteTable(AssessmentType.allCases.map(\.rawValue))
    purposes = ByteTable(AssessmentPurpose.allCases.map(\.rawValue))
    statuses = ByteTable(EvidenceStatus.allCases.map(\.rawValue))
    pathways = ByteTable(Pathway.allCases.map(\.rawValue))
    births = district.students.map(\.birthDate.dayNumber)
    departures = district.students.map { $0.withdrawnOn?.dayNumber ?? .max }
    self.today = today?.dayNumber ?? .max
    columns = ColumnPlaces(positions, width: width)
  }

  /// The single scores of a table, and the whole numbers up to its highest.
  private static func scores(of table: ScoreTable) -> [String] {
    let highest = table.highest.flatMap { Int($0.fractionText) } ?? 0
    return table.scores.keys.sorted()
      + (highest > 0 ? (0...min(highest, 1000)).map(String.init) : [])
  }

  private static func areas(
    of competency: Competency, in framework: CompetencyFramework
  ) -> UInt64 {
    guard !competency.areas.isEmpty else { return .max }
    return competency.areas.reduce(0) { bits, area in
      let place = framework.areas.firstIndex { $0.id == area }
      return place.map { $0 < 64 ? bits | 1 << UInt64($0) : bits } ?? bits
    }
  }
}
