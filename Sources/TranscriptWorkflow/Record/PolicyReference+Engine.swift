import AttainmentEngine
import TranscriptModel

extension AttainmentEngine {
  /// The rules in words, as documents name them.
  var policyReference: PolicyReference {
    PolicyReference(
      title: policy.title, version: policy.version, effectiveOn: policy.effectiveOn,
      adoptedOn: policy.adoptedOn, adoptedBy: policy.adoptedBy,
      competencyRule: statement(of: .contentArea),
      graduationCompetencyRule: statement(of: .graduation),
      objectiveRule: statement(of: .objective), courseMarkRule: statement(of: .courseMark),
      averagingRules: averagingRules)
  }
}
