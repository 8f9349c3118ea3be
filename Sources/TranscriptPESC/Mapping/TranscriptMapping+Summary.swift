import TranscriptModel

extension TranscriptMapping {
  /// The diploma, once an authorised person has posted it.
  var awards: [AcademicAward] {
    guard case .graduated(let date) = record.graduation.status else { return [] }
    return [
      AcademicAward(
        level: "B18", date: date, title: "High School Diploma", isComplete: true,
        completionDate: date)
    ]
  }

  var summaries: [AcademicSummary] {
    [totals] + (record.gradePoints.map { [weighted($0)] } ?? [])
  }

  private var totals: AcademicSummary {
    let graduation = record.graduation
    var summary = AcademicSummary(
      type: "All", level: "Secondary", creditsEarned: Credits.written(graduation.creditsEarned),
      creditsRequired: Credits.written(graduation.creditsRequired),
      creditsDeficient: Credits.deficient(
        required: graduation.creditsRequired, earned: graduation.creditsEarned),
      creditUnit: Credits.unit, honors: honors, notes: summaryNotes,
      subjectAreas: creditLines.map(subjectArea), entryDate: record.student.enrolledOn,
      exitDate: withdrawal)
    if let points = record.gradePoints {
      summary.gradePointAverage = points.unweighted
      summary.gpaMinimum = .zero
      summary.gpaMaximum = points.points.compactMap(\.self).max()
    }
    return summary
  }

  private func weighted(_ points: RecordGradePoints) -> AcademicSummary {
    let highest = points.points.compactMap(\.self).max()
    return AcademicSummary(
      type: "Weighted", level: "Secondary", gradePointAverage: points.weighted,
      gpaMinimum: .zero,
      gpaMaximum: highest.map { $0 + (points.weights.values.max() ?? .zero) },
      notes: PESCText.notes("\(points.title), weighted for demanding courses."))
  }

  private var summaryNotes: [String] {
    let left = withdrawal.map { ["Left on \($0.isoText) without a diploma."] } ?? []
    return PESCText.notes("Plan: \(record.graduation.planTitle)") + averageNotes + waivedLines
      + left
  }

  /// The day on which the student left without a diploma.
  var withdrawal: CalendarDate? {
    guard case .withdrawn(let date) = record.graduation.status else { return nil }
    return date
  }

  private var averageNotes: [String] {
    guard let points = record.gradePoints else {
      return ["This transcript states no GPA or class rank. Credit is awarded on mastery."]
    }
    let source = "\(points.title) from final course marks as of \(points.asOf.isoText)"
    return PESCText.notes(
      "\(source), by the table adopted \(points.adoptedOn.isoText) by \(points.adoptedBy).")
  }

  private var waivedLines: [String] {
    creditLines.filter { $0.waived > .zero }.flatMap {
      PESCText.notes(
        "\($0.title): \(PESCText.decimal($0.waived)) of the credit is waived, and not required.")
    }
  }

  /// Lines of credit at the top of the plan; their parts would count the same credit again.
  private var creditLines: [RecordRequirement] {
    record.graduation.requirements.filter(\.isCredit)
  }

  private func subjectArea(_ line: RecordRequirement) -> SubjectAreaCredit {
    SubjectAreaCredit(
      code: line.pescCode ?? "Other", name: line.title, unit: Credits.unit,
      required: Credits.written(line.required), earned: Credits.written(line.earned),
      deficient: Credits.deficient(required: line.required, earned: line.earned))
  }

  /// Honours with a short title; a longer one is an attribute, which has room for it.
  private var honors: [AcademicHonor] {
    record.notations.filter(Self.isHonor).map { notation in
      // The detail stands by itself, so that a value that does not fit is the one in the file.
      AcademicHonor(
        title: notation.title,
        notes: PESCText.notes(notation.detail ?? "")
          + ["Awarded \(notation.awardedOn.isoText)"])
    }
  }

  static func isHonor(_ notation: RecordNotation) -> Bool {
    guard notation.kind == .award || notation.kind == .honor else { return false }
    return PESCText.length(PESCText.prepared(notation.title)) <= 30
  }
}

/// Credits as PESC can hold them: three decimals, rounded once.
enum Credits {
  static let unit = "CarnegieUnits"

  static func written(_ credits: Rational) -> Rational { PostedCredit.written(credits) }

  /// What is missing, from the values that are written, so that the three always agree.
  static func deficient(required: Rational, earned: Rational) -> Rational {
    max(.zero, written(required) - written(earned))
  }
}
