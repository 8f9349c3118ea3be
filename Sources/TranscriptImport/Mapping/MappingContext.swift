import TranscriptModel

/// What a mapping may look up in the district: labels of levels, state ids, declared crosswalks.
struct MappingContext: Sendable {
  var scale: PerformanceScale?
  var crosswalk = Crosswalk()
  /// The codes of the district's competencies.
  var competencies: [String] = []
  /// Student ids by SASID; a SASID that two students share is not there.
  var studentBySASID: [String: String] = [:]

  /// The level's code for a label such as `Proficient`, compared without regard to case.
  func level(labelled label: String) -> String? {
    scale?.levels.first { $0.label.lowercased() == label.lowercased() }?.code
  }
}
