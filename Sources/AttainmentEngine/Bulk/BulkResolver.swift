public import TranscriptModel

/// Resolves packed rows by the policy's rules over evidence: millions of rows, the same results.
///
/// It answers for every competency whose rule is a rule over evidence (overall, not area by area);
/// decisions, credit from elsewhere, waivers and enrollments count as in `resolve`. Competencies with
/// a rule over children or a tree are left to `resolve`. Rows name no content area here, so the
/// outcome is not to be used where a decision lowers one area of a competency of several. Rules that
/// classes keep from before belong to engines of their own (`AttainmentEngine.earlier`). Not for use
/// by two threads at once.
public struct BulkResolver {
  private let engine: AttainmentEngine
  private let asOf: CalendarDate
  /// The rule of each competency; `nil` where it is not a rule over evidence.
  private let deciders: [EvidenceDecider?]
  /// k for competencies whose rule is the standard one without conditions that need more.
  private let fastCounts: [Int]
  /// The purposes that count, by position in `AssessmentPurpose.allCases`.
  private let countsFormative: [Bool]
  /// Where each competency's rows begin in `order`.
  private var starts: [Int32]
  private var order: [Int32] = []
  private var buffer = PieceBuffer()
  private var results: [PackedAttainment]
  /// For each competency the day through which a lowering set its evidence aside in the pools above.
  private var loweredThrough: [Int32]

  /// Prepares for the rules of `engine`.
  public init(engine: AttainmentEngine, asOf: CalendarDate) {
    self.engine = engine
    self.asOf = asOf
    deciders = zip(engine.rules, engine.framework.competencies).map { rule, competency in
      guard case .evidence(let decider) = rule else { return nil }
      return decider.conditions.areas == .each && competency.areas.count > 1 ? nil : decider
    }
    fastCounts = deciders.map { $0?.fastCount ?? 0 }
    countsFormative = deciders.map { $0?.conditions.formative ?? false }
    starts = Array(repeating: 0, count: engine.rules.count + 1)
    results = Array(repeating: .nothing, count: engine.rules.count)
    loweredThrough = Array(repeating: .min, count: engine.rules.count)
  }

  /// Positions in the framework of the competencies that it answers for.
  public var competencies: [Int] { deciders.indices.filter { deciders[$0] != nil } }

  /// The outcomes of one student by position in the framework, valid until the next call.
  ///
  /// `file` holds what is on file besides evidence, with the enrollments as they stand on the day.
  public mutating func resolve(
    _ student: PackedStudentRows, file: StudentFile? = nil
  ) -> [PackedAttainment] {
    sort(student)
    student.rows.withUnsafeBufferPointer { rows in
      for index in deciders.indices where deciders[index] != nil {
        results[index] = outcome(index, rows)
      }
      if let file { apply(file, rows) }
    }
    return results
  }

  /// Orders the usable rows by competency (a counting sort).
  private mutating func sort(_ student: PackedStudentRows) {
    let hasReplaced = !student.replaced.isEmpty
    student.rows.withUnsafeBufferPointer { rows in
      for index in starts.indices { starts[index] = 0 }
      for row in rows { starts[Int(row.competency) + 1] += 1 }
      for index in 1..<starts.count { starts[index] += starts[index - 1] }
      order.removeAll(keepingCapacity: true)
      order.append(contentsOf: repeatElement(-1, count: rows.count))
      var next = starts
      for (position, row) in rows.enumerated() {
        let competency = Int(row.competency)
        let isReplaced = hasReplaced && student.replaced.contains(row.id)
        order[Int(next[competency])] = isReplaced ? -1 : Int32(truncatingIfNeeded: position)
        next[competency] += 1
      }
    }
  }

  // MARK: - One competency

  private mutating func outcome(
    _ index: Int, _ rows: UnsafeBufferPointer<PackedEvidence>, after day: Int32? = nil
  ) -> PackedAttainment {
    guard let decider = deciders[index] else { return .nothing }
    buffer.removeAll()
    let isPooled = decider.conditions.pool == .withObjectives
    for member in isPooled ? engine.pools[index] : [index] {
      collect(member, for: index, rows, decider, after: day)
    }
    guard !buffer.pieces.isEmpty else { return absence(index, rows) }
    buffer.collapse()
    return fastCounts[index] > 0
      ? standard(count: fastCounts[index]) : general(decider)
  }

  private mutating func collect(
    _ member: Int, for index: Int, _ rows: UnsafeBufferPointer<PackedEvidence>,
    _ decider: EvidenceDecider, after day: Int32?
  ) {
    let lowered = member == index ? .min : loweredThrough[member]
    let from = max(
      decider.conditions.from?.dayNumber ?? .min, day.map { $0 + 1 } ?? .min,
      lowered == .min ? .min : lowered + 1)
    let through = min(decider.conditions.through?.dayNumber ?? .max, asOf.dayNumber)
    let formative: UInt8 = countsFormative[index] ? 1 : 0
    for place in Int(starts[member])..<Int(starts[member + 1]) where order[place] >= 0 {
      let row = rows[Int(order[place])]
      // Summative is the first case, formative the second; a pre-assessment never counts.
      guard row.level >= 0, row.purpose <= formative, row.day >= from, row.day <= through else {
        continue
      }
      buffer.append(
        PackedPiece(
          title: row.title, day: row.day, delay: row.delay, level: row.level, type: row.type))
    }
  }

  /// The standard rule, counted directly.
  private func standard(count needed: Int) -> PackedAttainment {
    let pieces = buffer.pieces
    guard pieces.count >= needed else {
      return PackedAttainment(
        status: .insufficientEvidence, level: -1, counted: UInt16(clamping: pieces.count),
        metOn: .min)
    }
    let bar = Int8(clamping: engine.policy.scale.bar)
    var level = Int8(clamping: engine.policy.scale.levels.count - 1)
    var reaching = pieces.count { $0.level >= level }
    while reaching < needed, level > 0 {
      level -= 1
      reaching = pieces.count { $0.level >= level }
    }
    var metOn = Int32.min
    var atBar = 0
    for piece in pieces where piece.level >= bar {
      atBar += 1
      if atBar == needed {
        metOn = piece.day
        break
      }
    }
    return PackedAttainment(
      status: level >= bar ? .attained : .notYet, level: level,
      counted: UInt16(clamping: min(reaching, needed)), metOn: metOn)
  }

  /// Any other rule over evidence, exactly as for one student.
  private func general(_ decider: EvidenceDecider) -> PackedAttainment {
    let pieces = buffer.pieces.enumerated().map { place, piece in
      EvidencePiece(
        index: Int32(clamping: place), day: piece.day, level: Int16(piece.level), type: piece.type)
    }
    let scale = engine.policy.scale
    let scores = pieces.map { scale.level(Int($0.level)).number }
    let standing = decider.standing(
      of: pieces, entered: buffer.pieces.map { $0.day + Int32($0.delay) }, scores: scores,
      scale: scale)
    let (history, deciding) = (standing.history, standing.deciding)
    let level = history.level
    let status: AttainmentStatus =
      history.metOn != nil ? .attained : level == nil ? .insufficientEvidence : .notYet
    return PackedAttainment(
      status: status, level: Int8(clamping: level ?? -1),
      counted: UInt16(clamping: min(deciding.counted ?? deciding.used.count, decider.needed)),
      metOn: history.metOn?.dayNumber ?? .min)
  }

  /// What "nothing counts" is called, from the competency's own summative rows.
  private func absence(
    _ index: Int, _ rows: UnsafeBufferPointer<PackedEvidence>
  ) -> PackedAttainment {
    var found = PackedAttainment.nothing
    var last = Int32.min
    for place in Int(starts[index])..<Int(starts[index + 1]) where order[place] >= 0 {
      let row = rows[Int(order[place])]
      guard row.level < 0, row.purpose == 0, row.day <= asOf.dayNumber else { continue }
      let status = Self.absences[Int(row.status)]
      guard row.day >= last else { continue }
      if row.day > last || Self.rank(status) < Self.rank(found.status) { found.status = status }
      last = row.day
    }
    return found
  }

  /// What each evidence status is called, by position in `EvidenceStatus.allCases`.
  private static let absences: [AttainmentStatus] = [.notAssessed, .missed, .excused, .withdrawn]

  /// Of several on one day missed comes before withdrawn, and withdrawn before excused.
  private static func rank(_ status: AttainmentStatus) -> Int {
    [.missed, .withdrawn, .excused].firstIndex(of: status) ?? 3
  }

  // MARK: - What else is on file

  private mutating func apply(
    _ file: StudentFile, _ rows: UnsafeBufferPointer<PackedEvidence>
  ) {
    let grounds = AttainmentGrounds(file, asOf: asOf)
    let work = CourseWork(file.enrollments, engine: engine)
    setAside(loweredBy: grounds, rows)
    defer {
      if grounds.hasLowerings {
        for index in loweredThrough.indices { loweredThrough[index] = .min }
      }
    }
    for index in deciders.indices where deciders[index] != nil {
      let competency = engine.framework.competencies[index]
      lower(index, rows, grounds)
      if results[index].status == .notAssessed {
        results[index].status = work.absence(of: competency.id)
      }
      guard let ground = grounds.first(for: competency, inEach: engine.rules[index].asksForEachArea)
      else { continue }
      let days = [results[index].metDate, ground.shownOn].compactMap(\.self)
      results[index].metOn = (days.min() ?? ground.day).dayNumber
      let isAbove = ground.level.map { $0 > Int(results[index].level) } ?? false
      if !results[index].status.satisfies || isAbove {
        results[index].status = ground.status
        results[index].level = Int8(clamping: ground.level ?? -1)
      }
    }
  }

  /// Decides again, without the evidence that lowerings set aside, what pools evidence of objectives.
  private mutating func setAside(
    loweredBy grounds: AttainmentGrounds, _ rows: UnsafeBufferPointer<PackedEvidence>
  ) {
    guard grounds.hasLowerings else { return }
    for (index, competency) in engine.framework.competencies.enumerated() {
      let act = grounds.lowering(of: competency, in: nil)
      if let act, act.level != nil { loweredThrough[index] = act.decidedOn.dayNumber }
    }
    for index in deciders.indices where deciders[index] != nil {
      let isTouched = engine.pools[index].contains { $0 != index && loweredThrough[$0] > .min }
      if isTouched { results[index] = outcome(index, rows) }
    }
  }

  /// What `AttainmentResolver` does for a result that was lowered.
  private mutating func lower(
    _ index: Int, _ rows: UnsafeBufferPointer<PackedEvidence>, _ grounds: AttainmentGrounds
  ) {
    let competency = engine.framework.competencies[index]
    let bar = engine.policy.scale.bar
    let found = results[index]
    guard let act = grounds.lowering(of: competency, in: nil), let given = act.level,
      let held = grounds.held(
        competency, in: nil, until: act.decidedOn, level: found.level < 0 ? nil : Int(found.level),
        metOn: found.metDate, bar: bar, inEach: engine.rules[index].asksForEachArea)
    else { return }
    let base = min(held.level, given)
    var later = outcome(index, rows, after: act.decidedOn.dayNumber)
    let level = max(base, Int(later.level))
    later.level = Int8(clamping: level)
    later.status = level >= bar ? .attained : .notYet
    let metOn = base >= bar ? held.metOn?.dayNumber ?? .min : later.metOn
    later.metOn = level < bar ? .min : metOn
    results[index] = later
  }
}
