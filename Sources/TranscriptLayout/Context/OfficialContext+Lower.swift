import TranscriptModel

/// The sections of page 2 below the competencies: in pairs side by side, or, where room is short,
/// stacked in two columns.
extension OfficialContext {
  /// What the sections hold, by name; `nil` for those that have nothing to say.
  var lowerParts: [(name: String, values: Values?)] {
    [
      (Self.graduationKey, graduationCompetencies), ("notations", notations),
      ("experiences", experiences), ("narrative", narrative),
    ]
  }

  /// The sections that have something to say, each as a value under its own name.
  func lowerSections(of parts: [(name: String, values: Values?)]) -> [Values] {
    parts.compactMap { name, values in values.map { lowerSection(name, $0) } }
  }

  private static let graduationKey = "graduationCompetencies"

  /// Every name is there, so that none is looked up further out.
  private func lowerSection(_ name: String, _ values: Values) -> Values {
    var section: Values = [
      Self.graduationKey: false, "notations": false, "experiences": false, "narrative": false,
      "reading": false,
    ]
    section[name] = values
    return section
  }

  /// Two by two; graduation competencies always have a neighbour, for levels far from their names
  /// are hard to read.
  func lowerRows(of all: [Values], reading: Values) -> [Values] {
    var sections = all
    if record.notations.isEmpty, hasGraduationCompetencies, all.count == 3 {
      // The advisor's words are nearer in height than a short list.
      sections.swapAt(1, 2)
    }
    if isHowToReadBeside(all) { sections.append(lowerSection("reading", reading)) }
    return stride(from: 0, to: sections.count, by: 2).map { index in
      ["columns": Array(sections[index..<min(index + 2, sections.count)])]
    }
  }

  /// Whether the guide to reading stands beside the graduation competencies: nothing else does.
  func isHowToReadBeside(_ sections: [Values]) -> Bool {
    hasGraduationCompetencies && sections.count == 1
  }

  private var hasGraduationCompetencies: Bool { !record.graduationCompetencies.isEmpty }
}
