import TranscriptModel

/// The sections of page 2 below the competencies: in pairs side by side, or, where room is short,
/// stacked in two columns.
extension OfficialContext {
  /// The sections that have something to say, each as a value under its own name.
  var lowerSections: [Values] {
    let all: [(String, Values?)] = [
      (Self.graduationKey, graduationCompetencies), ("notations", notations),
      ("experiences", experiences), ("narrative", narrative),
    ]
    return all.compactMap { name, values in values.map { lowerSection(name, $0) } }
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
  var lowerRows: [Values] {
    var sections = lowerSections
    if notations == nil, graduationCompetencies != nil, experiences != nil,
      narrative != nil
    {
      // The advisor's words are nearer in height than a short list.
      sections.swapAt(1, 2)
    }
    if isHowToReadBeside { sections.append(lowerSection("reading", howToRead)) }
    return stride(from: 0, to: sections.count, by: 2).map { index in
      ["columns": Array(sections[index..<min(index + 2, sections.count)])]
    }
  }

  /// Whether the guide to reading stands beside the graduation competencies: nothing else does.
  var isHowToReadBeside: Bool { graduationCompetencies != nil && lowerSections.count == 1 }
}
