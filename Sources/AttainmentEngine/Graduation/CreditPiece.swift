import TranscriptModel

/// An amount of credit that may be given to the lines of a plan.
struct CreditPiece: Hashable {
  let source: CreditAllocation.Source
  let title: String
  let amount: Rational
  /// Categories it may count as, in order of preference.
  let areas: [Identifier<CreditArea>]
  /// Whether it is posted; otherwise it is under way or planned.
  let isEarned: Bool
  /// Whether its course has yet to begin.
  var isPlanned = false

  /// The course that it is of; `nil` for credit from elsewhere.
  var course: Identifier<CreditRule>? {
    guard case .course(let id) = source else { return nil }
    return id
  }

  /// A text that orders pieces of one amount.
  var key: String {
    switch source {
    case .course(let id): "1 \(id)"
    case .external(let id): "2 \(id)"
    }
  }

  /// So much of it, given to a line.
  func allocation(of amount: Rational) -> CreditAllocation {
    CreditAllocation(
      source: source, title: title, amount: amount, isEarned: isEarned, isPlanned: isPlanned)
  }

  /// Orders by size, the largest first, then by source: large pieces are placed while there is room
  /// to place them whole.
  static func largerFirst(_ left: CreditPiece, _ right: CreditPiece) -> Bool {
    guard left.amount == right.amount else { return left.amount > right.amount }
    // As by `key`, without making texts.
    return switch (left.source, right.source) {
    case (.course(let left), .course(let right)): left.code < right.code
    case (.external(let left), .external(let right)): left.code < right.code
    case (.course, .external): true
    case (.external, .course): false
    }
  }
}

/// A line of a plan that credit can be given to.
struct CreditLine {
  let id: Identifier<GraduationRequirement>
  let areas: Set<Identifier<CreditArea>>
  /// The courses that it names; empty for a line by areas.
  var courses: Set<Identifier<CreditRule>> = []
  /// What is asked for.
  let required: Rational
  /// What is left to fill when waivers are taken off.
  let need: Rational
  /// The line that this one is a part of, by position.
  let parent: Int?
  /// How many lines it is a part of.
  let depth: Int

  /// How far down the credit's own list of areas the line stands, before the first one where it names
  /// the course; `nil` where the credit may not count.
  func rank(of piece: CreditPiece) -> Int? {
    if let course = piece.course, courses.contains(course) { return -1 }
    return piece.areas.firstIndex(where: areas.contains)
  }

  /// The rank as a cost of each unit, never below zero.
  func cost(of piece: CreditPiece) -> Int { 1 + (rank(of: piece) ?? 0) }
}
