import Diagnostics
public import TranscriptModel

/// Something that is not on file, supposed for a question; nothing is saved.
public enum Hypothesis: Hashable, Sendable {
  /// So many more summative demonstrations of a competency at a level, in an area where it has several.
  case demonstrations(
    Identifier<Competency>, level: LevelIndex, count: Int, area: Identifier<ContentArea>? = nil)
  /// Every competency of a course shown, at the level given or else at the bar: as often as its rule
  /// asks for, so that competencies above it that draw on its evidence see it as well.
  case course(Identifier<CreditRule>, level: LevelIndex?)
  /// A requirement or competency waived.
  case waiver(String)
  /// So many more hours of experience.
  case hours(Rational, Experience.Kind)
  /// A notation of this kind awarded.
  case notation(Notation.Kind)
}

extension AttainmentEngine {
  /// What would follow on `asOf` if the hypotheses came true that day.
  public func resolve(
    student: Student, file: StudentFile, supposing hypotheses: [Hypothesis], asOf: CalendarDate
  ) -> StudentResolution {
    var supposed = file
    for (number, hypothesis) in hypotheses.enumerated() {
      add(hypothesis, number: number + 1, to: &supposed, student: student, on: asOf)
    }
    return resolve(student: student, file: supposed, asOf: asOf)
  }

  private func add(
    _ hypothesis: Hypothesis, number: Int, to file: inout StudentFile, student: Student,
    on day: CalendarDate
  ) {
    let place = SourceLocation(file: "what-if", line: number)
    switch hypothesis {
    case .demonstrations(let competency, let level, let count, let area):
      for piece in 1...max(1, count) {
        file.evidence.append(
          EvidenceRecord(
            id: Identifier("what-if-\(number)-\(piece)"), student: student.id,
            competency: competency, demonstratedOn: day,
            rating: EvidenceRating(level: level, score: policy.scale.level(level).number),
            assessmentType: .other, purpose: .summative, area: area,
            title: "What if \(number).\(piece)", location: place))
      }
    case .course(let course, let level):
      let rule = policy.creditRules.first { $0.id == course }
      let members = rule?.requires.members ?? []
      for member in members {
        file.evidence += evidence(
          of: member, in: rule?.contentArea, level: level ?? policy.scale.bar,
          named: "what-if-\(number)-\(member)", student: student, on: day, place)
      }
      // What a rule asks for besides, such as an exhibition, is supposed as well; below the bar it
      // would not be met by any of it.
      guard (level ?? policy.scale.bar) >= policy.scale.bar else { return }
      file.determinations += members.map { member in
        ProfessionalDetermination(
          id: Identifier("what-if-\(number)-\(member)-met"), student: student.id,
          competency: member,
          level: level ?? policy.scale.bar, decidedOn: day, decidedBy: "what-if", role: "what-if",
          reason: "supposed", location: place)
      }
    case .waiver(let requirement):
      file.waivers.append(
        Waiver(
          student: student.id, requirement: requirement, authorizedBy: "what-if",
          authorizedOn: day, location: place))
    case .hours(let hours, let kind):
      file.experiences.append(
        Experience(
          student: student.id, kind: kind, title: "What if \(number)", hours: hours, endedOn: day,
          location: place))
    case .notation(let kind):
      file.notations.append(
        Notation(
          student: student.id, kind: kind, title: "What if \(number)", awardedOn: day,
          location: place))
    }
  }

  /// As many demonstrations as the member's rule asks for, by different kinds of work.
  private func evidence(
    of member: Identifier<Competency>, in area: Identifier<ContentArea>?, level: LevelIndex,
    named id: String, student: Student, on day: CalendarDate, _ place: SourceLocation
  ) -> [EvidenceRecord] {
    guard let index = framework.index(of: member) else { return [] }
    let areas = framework.areas(of: member)
    let kinds = AssessmentType.allCases
    return (0..<rules[index].demonstrations).map { piece in
      EvidenceRecord(
        id: Identifier("\(id)-\(piece + 1)"), student: student.id, competency: member,
        demonstratedOn: day,
        rating: EvidenceRating(level: level, score: policy.scale.level(level).number),
        assessmentType: kinds[piece % kinds.count], purpose: .summative,
        area: area.flatMap { areas.contains($0) ? $0 : nil } ?? (areas.count == 1 ? areas[0] : nil),
        title: "\(id) \(piece + 1)", location: place)
    }
  }
}
