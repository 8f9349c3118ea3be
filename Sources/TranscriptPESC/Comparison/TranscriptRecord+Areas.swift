import TranscriptModel

extension TranscriptRecord {
  /// Where a competency of several content areas stands in each: `In Arts: Proficient, 2026-03-02`;
  /// nothing for a competency of one area.
  func statements(ofAreasOf id: Identifier<Competency>) -> [String] {
    guard acrossAreas.contains(where: { $0.id == id }) else { return [] }
    var texts: [String] = []
    for area in areas {
      for index in area.competencies.indices where area.competencies[index].id == id {
        let status = area.competencies[index].status
        let word = area.competencies[index].level.map { scale.level($0).label } ?? status.words
        let day = status.satisfies ? area.competencies[index].date : nil
        texts.append("In \(area.title): \(word)" + (day.map { ", \($0.isoText)" } ?? ""))
      }
    }
    return texts
  }
}
