import TranscriptModel

extension StudentFile {
  /// Puts the lists in orders that do not depend on the order of rows or files: by day, then by what
  /// is written (DESIGN.md, invariant 9).
  mutating func order() {
    evidence.sort { ($0.demonstratedOn, $0.id) < ($1.demonstratedOn, $1.id) }
    enrollments.sort { $0.order.lexicographicallyPrecedes($1.order) }
    determinations.sort { ($0.decidedOn, $0.id) < ($1.decidedOn, $1.id) }
    externalCredits.sort { ($0.earnedOn, $0.id) < ($1.earnedOn, $1.id) }
    waivers.sort { $0.order.lexicographicallyPrecedes($1.order) }
    notations.sort { $0.order.lexicographicallyPrecedes($1.order) }
    experiences.sort { $0.order.lexicographicallyPrecedes($1.order) }
    habits.sort { $0.order.lexicographicallyPrecedes($1.order) }
  }
}

// Texts are compared by Unicode scalars, never by a locale's rules; days and years as digits.
extension Enrollment {
  fileprivate var order: [String] {
    ["\(schoolYear.start)", course.code, status.rawValue, expectedOn?.isoText ?? ""]
  }
}

extension Waiver {
  fileprivate var order: [String] {
    [authorizedOn.isoText, requirement, credit?.fractionText ?? "", authorizedBy]
  }
}

extension Notation {
  fileprivate var order: [String] {
    [awardedOn.isoText, kind.rawValue, title.countingOrder, detail?.countingOrder ?? ""]
  }
}

extension Experience {
  fileprivate var order: [String] {
    [
      startedOn?.isoText ?? "", endedOn?.isoText ?? "", kind.rawValue, title.countingOrder,
      organization ?? "",
      description ?? "", hours?.fractionText ?? "",
    ]
  }
}

extension String {
  /// The text with every number as long as the longest, so that 2 comes before 10; the text itself
  /// follows, for numbers that are written in two ways.
  fileprivate var countingOrder: String {
    var padded = ""
    var digits = ""
    for character in self {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      padded += Self.padded(digits)
      digits = ""
      padded.append(character)
    }
    return padded + Self.padded(digits) + "\n" + self
  }

  private static func padded(_ digits: String) -> String {
    digits.isEmpty ? "" : String(repeating: "0", count: Swift.max(0, 12 - digits.count)) + digits
  }
}

extension HabitRecord {
  fileprivate var order: [String] { [observedOn.isoText, habit, rating] }
}
