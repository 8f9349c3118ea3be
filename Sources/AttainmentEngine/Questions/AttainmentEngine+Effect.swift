public import Diagnostics
public import TranscriptModel

extension AttainmentEngine {
  /// Says that the policy takes effect only after the day for which is asked; `nil` where it does not.
  public func policyNotInEffect(on day: CalendarDate) -> Diagnostic? {
    guard day < policy.effectiveOn else { return nil }
    return Diagnostic(
      AttainmentDiagnostic.policyNotInEffect, at: SourceLocation(file: "policy.yaml"),
      "the policy takes effect on \(policy.effectiveOn), after \(day)",
      hint: "correct effective_on, or ask about a later day")
  }
}
