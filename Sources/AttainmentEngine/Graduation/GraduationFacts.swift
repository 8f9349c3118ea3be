import TranscriptModel

/// What graduation is decided from: a student's outcomes and what is on file besides.
struct GraduationFacts {
  let student: Student
  let asOf: CalendarDate
  let credits: [CreditDecision]
  let external: [ExternalCredit]
  /// Competencies that a course under way or planned requires.
  let underWay: Set<Identifier<Competency>>
  let waivers: [Waiver]
  private let statuses: [Identifier<Competency>: AttainmentStatus]
  private let file: StudentFile

  init(
    student: Student, file: StudentFile, asOf: CalendarDate, competencies: [CompetencyResult],
    credits: [CreditDecision], external: [ExternalCredit], underWay: Set<Identifier<Competency>>
  ) {
    self.student = student
    self.asOf = asOf
    self.credits = credits
    self.external = external
    self.underWay = underWay
    self.file = file
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

  /// Credit that is posted, and credit under way.
  var pieces: [CreditPiece] {
    let posted = credits.filter { $0.earned > .zero }.map { piece($0, $0.earned, isEarned: true) }
    let elsewhere = external.filter { $0.credit > .zero }.map {
      CreditPiece(
        source: .external($0.id), title: $0.title, amount: $0.credit, areas: $0.creditAreas,
        isEarned: true)
    }
    return posted + elsewhere + credits.compactMap(underWay)
  }

  private func underWay(_ credit: CreditDecision) -> CreditPiece? {
    let status = credit.enrollment?.status
    let rest = credit.rule.credit - credit.earned
    guard status == .enrolled || status == .planned, rest > .zero else { return nil }
    return piece(credit, rest, isEarned: false)
  }

  private func piece(
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
  func hours(_ pathways: [Pathway]) -> Rational {
    let shown = demonstrations(pathways)
    let names = Set(pathways.map(\.rawValue))
    let done = file.experiences.filter {
      ($0.endedOn ?? $0.startedOn).map { $0 <= asOf } ?? true
        && (names.isEmpty || names.contains($0.kind.rawValue))
    }
    let beyond = done.map { experience in
      let within = shown.filter { experience.includes($0.key) }.map(\.value).reduce(.zero, +)
      return max((experience.hours ?? .zero) - within, .zero)
    }
    return (shown.map(\.value) + beyond).reduce(.zero, +)
  }

  /// Hours of each demonstration, the most that one of its records gives.
  private func demonstrations(_ pathways: [Pathway]) -> [Demonstration: Rational] {
    let replaced = Set(file.evidence.compactMap(\.replaces))
    let shown = file.evidence.filter {
      $0.demonstratedOn <= asOf && !replaced.contains($0.id)
        && ($0.status == .rated && (pathways.isEmpty || pathways.contains($0.pathway)))
    }
    return Dictionary(
      shown.compactMap { record in
        record.hours.map { (Demonstration(title: record.title, day: record.demonstratedOn), $0) }
      }, uniquingKeysWith: max)
  }

  /// Whether a notation of this kind has been awarded.
  func hasNotation(_ kind: Notation.Kind) -> Bool {
    file.notations.contains { $0.kind == kind && $0.awardedOn <= asOf }
  }
}

/// What was shown: one title on one day.
private struct Demonstration: Hashable {
  let title: String
  let day: CalendarDate
}

extension Experience {
  /// Whether a demonstration is a part of it.
  fileprivate func includes(_ demonstration: Demonstration) -> Bool {
    title == demonstration.title && startedOn.map { $0 <= demonstration.day } ?? true
      && endedOn.map { demonstration.day <= $0 } ?? true
  }
}
