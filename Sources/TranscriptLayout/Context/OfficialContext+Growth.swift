import TranscriptModel

/// Growth over the years: how many competencies had reached their level by the end of each year.
extension OfficialContext {
  /// For the head of a year's courses: how many were met by the end of the year.
  func growth(by year: SchoolYear) -> Values {
    let all = contentAreaCompetencies
    guard !all.isEmpty else { return Self.noGrowth }
    let count = met(by: year)
    let share = Rational(count).divided(by: Rational(all.count)) ?? .zero
    let counts = ["count": "\(count)", "total": "\(all.count)"]
    return [
      "share": share.decimalText(places: 4), "text": phrases.text("growth-met", counts),
      "short": phrases.text("growth-met-short", counts),
    ]
  }

  /// For the heads of other institutions.
  static let noGrowth = ["share": "0", "text": "", "short": ""]

  /// What is met without a day is as old as the record: it counts from the first year.
  private func met(by year: SchoolYear) -> Int {
    contentAreaCompetencies.count { one in
      one.status.satisfies && (one.date.map { SchoolYear(containing: $0) <= year } ?? true)
    }
  }

  /// `nil` until there are two years to compare.
  var growth: Values? {
    let all = contentAreaCompetencies
    let years = all.filter { $0.status.satisfies }.compactMap(\.date)
      .map(SchoolYear.init(containing:))
    guard let first = years.min(), let last = years.max(), first < last,
      last.start - first.start < 8
    else { return nil }
    let total = Rational(all.count)
    let rows = (first.start...last.start).map { start -> Values in
      let year = SchoolYear(start: start)
      let count = met(by: year)
      let share = Rational(count).divided(by: total) ?? .zero
      return [
        "title": phrases.text(
          "growth-year", ["grade": "\(grade(in: year))", "year": year.text]),
        "value": share.decimalText(places: 4), "number": "\(count)",
      ]
    }
    return [
      "note": phrases.text("note-growth", ["total": "\(all.count)"]), "rows": rows,
    ]
  }

  /// The student's grade in a school year, if every year is one grade.
  private func grade(in year: SchoolYear) -> Int {
    12 - (record.student.classOf - 1 - year.start)
  }
}
