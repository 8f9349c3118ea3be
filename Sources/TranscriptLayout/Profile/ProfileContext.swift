import TranscriptModel

/// The values of the school profile.
struct ProfileContext {
  let content: SchoolProfileContent
  let record: TranscriptRecord
  let phrases: PhraseTable
  let dates: DateText
  let levels: LevelText
  private let official: OfficialContext

  typealias Values = [String: Any]

  init?(_ content: SchoolProfileContent, phrases: PhraseTable) {
    guard let record = content.records.first else { return nil }
    self.content = content
    self.record = record
    self.phrases = phrases
    dates = DateText(phrases: phrases)
    levels = LevelText(scale: record.scale, phrases: phrases)
    official = OfficialContext(record, phrases: phrases, kind: .guide)
  }

  var values: Values {
    var values = official.values
    values["document"] = [
      "kind": phrases.text("kind-profile"), "date": content.schoolYear.text,
    ]
    values["claim"] = plain(content.answers.claim ?? phrases.text("profile-claim"))
    values["figures"] =
      content.answers.figures.isEmpty
      ? false as Any
      : ["items": content.answers.figures.map(figure)] as Any
    values["texts"] = texts
    values["levels"] = levelShares ?? false
    values["points"] = pointRanges ?? false
    values["requirements"] = requirements
    values["destinations"] = destinations ?? false
    values["contact"] = official.guide["contact"]
    values["rules"] = rules
    values["footer"] = footer
    return values
  }

  private func figure(_ figure: SchoolProfileAnswers.Figure) -> Values {
    ["value": plain(figure.value), "lines": figure.lines.map(plain)]
  }

  /// The district's own words; an item without any vanishes.
  private var texts: Values {
    Dictionary(
      uniqueKeysWithValues: SchoolProfileItem.allCases.map { item in
        (item.rawValue, content.answers.texts[item].map { ["text": plain($0)] as Any } ?? false)
      })
  }

  private var rules: String {
    let policy = record.policy
    return phrases.text(
      "how-level",
      [
        "rule": plain(policy.competencyRule),
        "level": levels.mark(record.scale.bar),
      ]) + " "
      + (policy.averagingRules.isEmpty
        ? phrases.text("how-no-average")
        : phrases.text(
          "how-average", ["rules": official.joined(policy.averagingRules.map(plain))]))
  }

  /// The share of final marks at each level, the highest first.
  ///
  /// Marks of courses that ended without credit count as well: below the bar there are no others. The
  /// level so far of a course that goes on is no final mark.
  private var levelShares: Values? {
    let marks = content.records.map { record in
      record.courses.filter { $0.status == .earned || $0.status == .notEarned }
        .compactMap(\.mark)
    }
    let levelIndices = record.scale.levels.indices
    let distribution = Distribution(
      levelIndices.map { level in marks.joined().count { $0 == level } },
      of: levelIndices.map { level in
        Set(marks.indices.filter { marks[$0].contains(level) })
      })
    guard content.records.count >= Distribution.least, distribution.isShown else { return nil }
    return [
      "note": phrases.text("profile-marks-note", ["year": "\(content.classOf)"]),
      "rows": levelIndices.reversed().map { level in
        row(
          levels.mark(level), distribution.share(level), dots: levels.dots(level),
          style: levels.style(level), isBar: level == record.scale.bar && level > 0)
      },
    ]
  }

  private func row(
    _ title: String, _ share: Rational?, dots: Any = false, style: String = "data",
    isBar: Bool = false
  ) -> Values {
    [
      "title": title, "dots": dots, "style": style, "isBar": isBar,
      "value": (share ?? .zero).decimalText(places: 4),
      "number": share.map { ($0 * Rational(100)).decimalText(places: 0) + "%" }
        ?? OfficialContext.dash,
    ]
  }

  /// Ranges of the equivalent, with the number of students in each.
  private var pointRanges: Values? {
    let values = content.records.compactMap(\.gradePoints)
    guard let table = values.first, values.count >= Distribution.least else { return nil }
    let floors = ["3.70", "3.30", "3.00", "2.75", "2.50", "0"].compactMap { Rational(text: $0) }
    let people = floors.indices.map { index in
      Set(
        values.indices.filter {
          values[$0].unweighted >= floors[index]
            && (index == 0 || values[$0].unweighted < floors[index - 1])
        })
    }
    let distribution = Distribution(people.map(\.count), of: people)
    guard distribution.isShown else { return nil }
    let rows = floors.indices.map { index in
      var row = row(rangeTitle(floors, index), distribution.share(index))
      row["number"] = distribution.counts[index].map(String.init) ?? OfficialContext.dash
      return row
    }
    return [
      "title": plain(table.title), "rows": rows,
      "note": phrases.text("profile-points-note", ["year": "\(content.classOf)"]),
      "text": [
        scale(of: table), official.weights(of: table),
        phrases.text("profile-points-text", ["title": plain(table.title)]),
      ].compactMap(\.self).joined(separator: " "),
    ]
  }

  /// `4 = 4.00, 3 = 3.30, 2 = 2.00.`: without it a reader converts by a table of their own.
  private func scale(of table: RecordGradePoints) -> String {
    zip(record.scale.levels, table.points).reversed().compactMap { level, points in
      points.map { "\(level.number.exactText) = \($0.creditText)" }
    }.joined(separator: ", ") + "."
  }

  private func rangeTitle(_ floors: [Rational], _ index: Int) -> String {
    let floor = floors[index].decimalText(places: 2)
    if index == 0 { return phrases.text("profile-or-more", ["points": floor]) }
    let below = floors[index - 1]
    if index == floors.count - 1 {
      return phrases.text("profile-under", ["points": below.decimalText(places: 2)])
    }
    let top = below - (Rational(text: "0.01") ?? .zero)
    return "\(floor)\u{2013}\(top.decimalText(places: 2))"
  }

  private var requirements: Values {
    let graduation = record.graduation
    let others = graduation.requirements.filter { !$0.isCredit }.map(otherTitle)
    return [
      "note": phrases.text(
        "profile-credits", ["credits": graduation.creditsRequired.shortText]),
      "rows": graduation.requirements.filter(\.isCredit).map { line -> Values in
        let parts = line.parts.map { "\(plain($0.title)) (\($0.required.shortText))" }
        let title =
          parts.isEmpty
          ? plain(line.title)
          : phrases.text(
            "profile-with", ["title": plain(line.title), "parts": official.joined(parts)])
        return ["title": title, "credit": line.required.creditText]
      },
      "others": others.isEmpty
        ? "" : phrases.text("profile-also", ["titles": others.joined(separator: ", ")]),
    ]
  }

  /// The title; of hours with their number.
  private func otherTitle(_ requirement: RecordRequirement) -> String {
    guard requirement.unit == .hours else { return plain(requirement.title) }
    let hours = phrases.text("hours", ["hours": requirement.required.shortText])
    return "\(plain(requirement.title)) (\(hours))"
  }

  private var destinations: Values? {
    guard !content.answers.destinations.isEmpty else { return nil }
    return [
      "rows": content.answers.destinations.map { destination in
        row(plain(destination.title), destination.percent.divided(by: Rational(100)))
      }
    ]
  }

  private var footer: Values {
    let suppressed = phrases.text("profile-suppressed")
    let policy = phrases.text(
      "policy-version",
      ["title": plain(record.policy.title), "version": plain(record.policy.version)])
    let specimen = record.issuer.isFictional ? [phrases.text("specimen")] : []
    // What is hidden has to be said; the policy's name gives way.
    let starts = [[suppressed, policy] + specimen, [suppressed] + specimen]
    return [
      "starts": starts.map { $0.joined(separator: " \u{B7} ") },
      "end": phrases.text("issued-on", ["date": dates.full(content.issuedOn)]),
      "page": phrases.text("page"),
    ]
  }

  var metadata: DocumentMetadata {
    let kind = phrases.text("kind-profile")
    let isDraft = record.document.status == .draft
    return DocumentMetadata(
      title: "\(kind): \(plain(record.issuer.school.name)), \(content.schoolYear.text)",
      language: "en", author: plain(record.issuer.school.name),
      subject: isDraft ? "\(phrases.text("status-draft")) \u{B7} \(kind)" : kind,
      id: record.document.id, status: isDraft ? .draft : .unofficial, issuedOn: content.issuedOn)
  }
}
