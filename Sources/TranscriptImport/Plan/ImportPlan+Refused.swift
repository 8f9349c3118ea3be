import Diagnostics

extension ImportPlan {
  /// A plan that does nothing, because the folder to import into is no district's.
  static func refused(because problem: Diagnostic) -> ImportPlan {
    var findings = Findings()
    findings.add(problem)
    return ImportPlan(
      changes: [], counts: [:], rejectedRows: [], diagnostics: findings.sorted.diagnostics,
      leftOut: LeftOutRows(), files: [:], stagedFiles: [], rejects: [], readFiles: [:],
      hold: .notADistrict)
  }
}
