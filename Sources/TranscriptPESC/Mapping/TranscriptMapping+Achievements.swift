import TranscriptModel

extension TranscriptMapping {
  /// One competency with its outcome; its id is the first note.
  func proficiency(_ competency: RecordCompetency) -> Achievement {
    let level = competency.level.map(record.scale.level)
    var notes = [competency.id.code]
    if !areaNotes.isEmpty, let areas = areaNotes[competency.id] { notes += areas }
    return Achievement(
      code: level?.code, name: competency.shortName,
      subName: level?.label ?? StatusWords.text(competency.status),
      conditionsMet: Self.conditionsMet(competency.status),
      conditionsMetDate: competency.status.satisfies ? competency.date : nil,
      notes: notes)
  }

  /// `No` only for what was judged; what is not assessed yet is not a No.
  private static func conditionsMet(_ status: AttainmentStatus) -> String? {
    if status.satisfies { return "Yes" }
    return status == .notYet ? "No" : nil
  }

  /// Graduation competencies, and those of content areas that no course carries, assessed or not.
  var proficienciesAcrossCourses: [Achievement] {
    // By index: a copy of a whole competency costs more than what is read of it.
    var seen = Set<Identifier<Competency>>(minimumCapacity: 256)
    for group in record.courseGroups.indices {
      for course in record.courseGroups[group].courses.indices {
        for index in record.courseGroups[group].courses[course].competencies.indices {
          seen.insert(record.courseGroups[group].courses[course].competencies[index].id)
        }
      }
    }
    var proficiencies = record.graduationCompetencies.map(proficiency)
    for area in record.areas.indices {
      for index in record.areas[area].competencies.indices
      where seen.insert(record.areas[area].competencies[index].id).inserted {
        proficiencies.append(proficiency(overall(record.areas[area].competencies[index])))
      }
    }
    return proficiencies
  }

  /// The outcome over all content areas, where there are several.
  private func overall(_ competency: RecordCompetency) -> RecordCompetency {
    guard !record.acrossAreas.isEmpty else { return competency }
    return record.acrossAreas.first { $0.id == competency.id } ?? competency
  }

  /// For each competency of several content areas, where it stands in each of them.
  static func areaNotes(_ record: TranscriptRecord) -> [Identifier<Competency>: [String]] {
    var notes: [Identifier<Competency>: [String]] = [:]
    for across in record.acrossAreas {
      var lines: [String] = []
      for area in record.areas {
        for index in area.competencies.indices where area.competencies[index].id == across.id {
          let words = outcome(area.competencies[index], scale: record.scale)
          lines += PESCText.notes("In \(area.title): \(words)")
        }
      }
      notes[across.id] = lines
    }
    return notes
  }

  /// `Proficient, 2026-03-02`, or what stands in the place of a level.
  private static func outcome(_ one: RecordCompetency, scale: PerformanceScale) -> String {
    let words = one.level.map { scale.level($0).label } ?? StatusWords.text(one.status)
    guard one.status.satisfies, let date = one.date else { return words }
    return "\(words), \(date.isoText)"
  }

  /// Requirements that are not lines of credit, and the parts of those that are.
  var requirements: [Achievement] {
    record.graduation.requirements.flatMap { requirement in
      (requirement.isCredit ? [] : [achievement(requirement)])
        + requirement.parts.map(achievement)
    }
  }

  private func achievement(_ requirement: RecordRequirement) -> Achievement {
    Achievement(
      name: requirement.title,
      subName: requirement.isCredit
        ? "\(PESCText.decimal(requirement.earned)) of \(PESCText.decimal(requirement.required)) credits"
        : nil,
      conditionsMet: Self.conditionsMet(requirement.status),
      notes: [requirement.id.code] + Self.remark(requirement.status))
  }

  /// What is under way is neither met nor missed.
  private static func conditionsMet(_ status: RequirementStatus) -> String? {
    switch status {
    case .met, .waived: "Yes"
    case .notMet: "No"
    case .inProgress: nil
    }
  }

  private static func remark(_ status: RequirementStatus) -> [String] {
    switch status {
    case .met, .notMet: []
    case .waived: ["Waived"]
    case .inProgress: ["In progress"]
    }
  }

  /// Seals, state goals, and honours whose title is too long for an honour.
  var attributes: [Achievement] {
    record.notations.filter { !Self.isHonor($0) }.map { notation in
      Achievement(
        name: notation.title, subName: notation.detail, conditionsMet: "Yes",
        conditionsMetDate: notation.awardedOn, notes: [notation.kind.rawValue])
    }
  }
}

/// The words for a status where there is no level.
enum StatusWords {
  static func text(_ status: AttainmentStatus) -> String {
    switch status {
    case .attained: "Attained"
    case .notYet: "Not yet"
    case .insufficientEvidence: "Insufficient evidence"
    case .notAssessed: "Not assessed"
    case .inProgress: "In progress"
    case .missed: "Missed"
    case .excused: "Excused"
    case .withdrawn: "Withdrawn"
    case .waived: "Waived"
    case .transferred: "Met by transfer"
    case .metByDecision: "Met by decision"
    }
  }
}
