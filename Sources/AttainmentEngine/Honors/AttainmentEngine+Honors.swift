public import TranscriptModel

extension AttainmentEngine {
  /// The day for which honours are decided: the freeze, or `day` if that comes first.
  public func honorsDay(_ day: CalendarDate, classOf year: Int) -> CalendarDate {
    policy.honors?.freeze?.day(forClassOf: year).map { min($0, day) } ?? day
  }

  /// The figures of those who have one and have been at the school long enough.
  ///
  /// `resolutions` are those of one class on `honorsDay`.
  public func figures(of resolutions: [StudentResolution]) -> [ClassFigure] {
    merged([
      resolutions.compactMap { figure($0.gradePoints, of: $0.student, asOf: $0.asOf) }
    ])
  }

  /// The figure of one student on `honorsDay`, by marks alone: as `figures` finds it in a whole
  /// resolution, of which it takes a part to find.
  public func figure(
    of student: Student, file: StudentFile, asOf: CalendarDate
  ) -> ClassFigure? {
    figure(gradePoints(of: student, file: file, asOf: asOf), of: student, asOf: asOf)
  }

  private func figure(
    _ points: GradePointEquivalent?, of student: Student, asOf: CalendarDate
  ) -> ClassFigure? {
    guard let points else { return nil }
    let years = student.enrolledOn.map {
      SchoolYear(containing: asOf).start - SchoolYear(containing: $0).start + 1
    }
    let basis = policy.honors?.basis ?? .weighted
    let figure = ClassFigure(
      student: student.id, figure: basis == .weighted ? points.weighted : points.unweighted,
      years: years ?? 4)
    return figure.years >= (policy.honors?.residency ?? 0) ? figure : nil
  }

  /// The figures of parts of a class as those of the whole.
  public func merged(_ parts: [[ClassFigure]]) -> [ClassFigure] {
    parts.flatMap(\.self).sorted { ($1.figure, $0.student) < ($0.figure, $1.student) }
  }

  /// Places in the class, whether or not the policy shows them.
  public func ranks(of figures: [ClassFigure]) -> [ClassRank] {
    let method =
      "by \(policy.honors?.basis.rawValue ?? "weighted") GPA equivalent, ties share a place"
    return figures.map { figure in
      ClassRank(
        student: figure.student, place: 1 + figures.count { $0.figure > figure.figure },
        count: figures.count, method: method)
    }
  }

  /// The rank that documents may show; empty unless the policy switches rank on.
  public func printedRanks(of figures: [ClassFigure]) -> [ClassRank] {
    policy.ranksClass ? ranks(of: figures) : []
  }

  /// The highest honour that each student reaches, in order of place.
  ///
  /// A percentile of n students covers the whole places in n × percent / 100; students tied with the
  /// last of them are in.
  public func honors(of figures: [ClassFigure]) -> [HonorDecision] {
    guard let honors = policy.honors?.honors else { return [] }
    let ranks = ranks(of: figures)
    return zip(figures, ranks).compactMap { figure, rank in
      honors.first { isReached($0.criterion, figure, rank) }.map { honor in
        var place: ClassRank?
        if case .topPercent = honor.criterion { place = rank }
        return HonorDecision(
          student: figure.student, honor: honor, figure: figure.figure, rank: place)
      }
    }
  }

  private func isReached(
    _ criterion: HonorsPolicy.Criterion, _ figure: ClassFigure, _ rank: ClassRank
  ) -> Bool {
    switch criterion {
    case .atLeast(let least): figure.figure >= least
    case .topPercent(let percent):
      Rational(rank.place * 100) <= percent * Rational(rank.count)
    }
  }
}
