/// What a student must have done to leave a grade.
///
/// C.G.S. 10-223a asks for objective criteria; the gate lists what is unmet, and decides nothing else.
public struct PromotionGate: Hashable, Sendable {
  /// The grade that is left.
  public let grade: GradeLevel
  /// The requirements, in the form of a plan; its credits are those in all.
  public let plan: GraduationPlan

  /// Creates a gate.
  public init(grade: GradeLevel, plan: GraduationPlan) {
    self.grade = grade
    self.plan = plan
  }
}
