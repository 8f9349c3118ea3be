import Diagnostics
import TranscriptModel

/// What graduation is decided from: a student's outcomes and what is on file besides.
struct GraduationFacts {
  let student: Student
  let asOf: CalendarDate
  /// What courses under way and planned courses will bring.
  let work: CourseWork
  let waivers: [Waiver]
  /// Credit that is posted, and credit under way.
  let pieces: [CreditPiece]
  private let statuses: [Identifier<Competency>: AttainmentStatus]
  private let file: StudentFile

  init(
    student: Student, file: StudentFile, asOf: CalendarDate, competencies: [CompetencyResult],
    credits: [CreditDecision], external: [ExternalCredit], work: CourseWork
  ) {
    self.student = student
    self.asOf = asOf
    self.work = work
    self.file = file
    pieces = Self.pieces(credits, external, of: student)
    waivers = file.waivers.filter { $0.authorizedOn <= asOf }.sorted {
      ($0.authorizedOn, $0.requirement, $0.authorizedBy)
        < ($1.authorizedOn, $1.requirement, $1.authorizedBy)
    }
    statuses = Dictionary(
      competencies.map { ($0.competency, $0.overall.status) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where the student stands on a competency.
  func status(of id: Identifier<Competency>) -> AttainmentStatus { statuses[id] ?? .notAssessed }

  private static func pieces(
    _ credits: [CreditDecision], _ external: [ExternalCredit], of student: Student
  ) -> [CreditPiece] {
    let posted = credits.filter { $0.earned > .zero }.map { piece($0, $0.earned, isEarned: true) }
    let elsewhere = external.filter { $0.credit > .zero }.map {
      CreditPiece(
        source: .external($0.id), title: $0.title, amount: $0.credit, areas: $0.creditAreas,
        isEarned: true)
    }
    return posted + elsewhere + credits.compactMap { underWay($0, of: student) }
  }

  private static func underWay(_ credit: CreditDecision, of student: Student) -> CreditPiece? {
    let status = (credit.continuation ?? credit.enrollment)?.status
    let rest = credit.rule.credit - credit.earned
    guard status == .enrolled || status == .planned, rest > .zero, credit.isInTime(for: student)
    else { return nil }
    var piece = piece(credit, rest, isEarned: false)
    piece.isPlanned = status == .planned
    return piece
  }

  private static func piece(
    _ credit: CreditDecision, _ amount: Rational, isEarned: Bool
  ) -> CreditPiece {
    CreditPiece(
      source: .course(credit.rule.id), title: credit.rule.title, amount: amount,
      areas: credit.rule.creditAreas, isEarned: isEarned)
  }

  /// Hours on file for these pathways, pooled over experiences and evidence; all when none is named.
  ///
  /// A demonstration is one title on one day: its hours count once, however many competencies it was
  /// rated on, and so do those of an experience of the same title whose days it falls into.
  func hours(_ pathways: [Pathway]) -> [PooledHours] {
    let shown = demonstrations(pathways)
    let names = Set(pathways.map(\.rawValue))
    let done = file.experiences.filter {
      ($0.endedOn ?? $0.startedOn).map { $0 <= asOf } ?? true
        && (names.isEmpty || names.contains($0.kind.rawValue))
    }
    let repeated = repeats(among: done)
    let beyond = done.enumerated().compactMap { place, experience -> PooledHours? in
      guard let hours = experience.hours else { return nil }
      if let other = repeated[place] {
        return PooledHours(
          title: experience.title, counted: .zero, given: hours, location: experience.location,
          repeated: other)
      }
      let own = DemonstrationTitle(experience.title)
      let within = shown.filter { $0.key.title == own && experience.spans($0.key.day) }.reduce(
        Rational.zero
      ) {
        $0 + ($1.value.hours ?? .zero)
      }
      return PooledHours(
        title: experience.title, counted: max(hours - within, .zero), given: hours,
        location: experience.location)
    }
    let counted = shown.values.sorted { ($0.demonstratedOn, $0.id) < ($1.demonstratedOn, $1.id) }
    return counted.map { record in
      let hours = record.hours ?? .zero
      return PooledHours(
        title: record.title, counted: hours, given: hours, location: record.location)
    }
      + beyond.sorted {
        ($0.location.file, $0.location.line) < ($1.location.file, $1.location.line)
      }
  }

  /// The places of experiences that another one of the same kind, title, organization and days
  /// repeats, with at least as many hours: entered twice, they count once.
  ///
  /// The value is where that other one stands.
  private func repeats(among experiences: [Experience]) -> [Int: SourceLocation] {
    let counting = experiences.indices.filter { experiences[$0].hours != nil }
    var repeats: [Int: SourceLocation] = [:]
    for group in Dictionary(grouping: counting, by: { experiences[$0].identity }).values {
      let sorted = group.sorted { left, right in
        let (first, second) = (experiences[left], experiences[right])
        return first.hours == second.hours
          ? first.location < second.location : first.hours ?? .zero > second.hours ?? .zero
      }
      for place in sorted.dropFirst() { repeats[place] = experiences[sorted[0]].location }
    }
    return repeats
  }

  /// For each demonstration the record that gives the most hours.
  private func demonstrations(_ pathways: [Pathway]) -> [Demonstration: EvidenceRecord] {
    let replaced = Set(file.evidence.compactMap(\.replaces))
    let shown = file.evidence.filter {
      // Few rows say hours, so that is asked first.
      $0.hours != nil && $0.demonstratedOn <= asOf && !replaced.contains($0.id)
        && ($0.status == .rated && (pathways.isEmpty || pathways.contains($0.pathway)))
    }
    let pairs = shown.map { record in
      (
        Demonstration(
          title: DemonstrationTitle(record.title), day: record.demonstratedOn), record
      )
    }
    return Dictionary(pairs) { left, right in
      let (first, second) = (left.hours ?? .zero, right.hours ?? .zero)
      return (first, right.id) > (second, left.id) ? left : right
    }
  }

  /// Whether a notation of this kind has been awarded.
  func hasNotation(_ kind: Notation.Kind) -> Bool {
    file.notations.contains { $0.kind == kind && $0.awardedOn <= asOf }
  }
}

extension CreditDecision {
  /// Whether its course can bring credit before the student's class leaves; what is planned for a
  /// later year cannot.
  fileprivate func isInTime(for student: Student) -> Bool {
    guard let enrollment = continuation ?? enrollment, enrollment.status == .planned else {
      return true
    }
    return enrollment.isInTime(for: student)
  }
}

/// What was shown: one title on one day.
private struct Demonstration: Hashable {
  let title: DemonstrationTitle
  let day: CalendarDate
}

extension Experience {
  /// Whether a day is one of its days.
  fileprivate func spans(_ day: CalendarDate) -> Bool {
    (startedOn.map { $0 <= day } ?? true) && (endedOn.map { day <= $0 } ?? true)
  }

  /// What two rows share that tell of one and the same thing; without a day, all that they say.
  fileprivate var identity: [String] {
    let own = [
      kind.rawValue, DemonstrationTitle(title).text, DemonstrationTitle(organization ?? "").text,
    ]
    guard startedOn != nil || endedOn != nil else {
      return own + [hours?.exactText ?? "", description ?? ""]
    }
    return own + [startedOn, endedOn].map { $0?.isoText ?? "" }
  }
}
