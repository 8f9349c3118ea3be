import TranscriptModel

extension TranscriptMapping {
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
