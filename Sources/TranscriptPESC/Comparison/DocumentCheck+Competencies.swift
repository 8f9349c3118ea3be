import TranscriptModel

extension DocumentCheck {
  /// Graduation competencies, then each competency of an area that no course carries, once.
  mutating func checkCompetenciesAcrossCourses(in children: inout Children) {
    var seen = Set<String>(minimumCapacity: 256)
    for group in record.courseGroups {
      for course in group.courses {
        for competency in course.competencies.indices {
          seen.insert(course.competencies[competency].id.code)
        }
      }
    }
    for index in record.graduationCompetencies.indices {
      check(record.graduationCompetencies, at: index, in: &children)
    }
    for area in record.areas {
      for index in area.competencies.indices
      where seen.insert(area.competencies[index].id.code).inserted {
        let id = area.competencies[index].id
        if let across = record.acrossAreas.firstIndex(where: { $0.id == id }) {
          check(record.acrossAreas, at: across, in: &children)
        } else {
          check(area.competencies, at: index, in: &children)
        }
      }
    }
  }

  mutating func check(
    _ competencies: [RecordCompetency], at index: Int, in children: inout Children
  ) {
    let differencesBefore = differences.count
    var inside = Children(next: 0, end: 0, place: "")
    if let element = take("Proficiency", &children) { inside = self.children(of: element, "") }
    let status = competencies[index].status
    let level = competencies[index].level.map { record.scale.levels[$0] }
    expect("RAPCode", level?.code, in: &inside)
    expect("RAPName", competencies[index].shortName, in: &inside)
    expect("RAPSubName", level?.label ?? status.words, in: &inside)
    let met: String? = status.satisfies ? "Yes" : status == .notYet ? "No" : nil
    expect("ConditionsMetCode", met, in: &inside)
    expect(
      "ConditionsMetDate", day: status.satisfies ? competencies[index].date : nil, in: &inside)
    expect("NoteMessage", competencies[index].id.code, in: &inside)
    if !record.acrossAreas.isEmpty {
      expectNotes(record.statements(ofAreasOf: competencies[index].id), in: &inside)
    }
    finish(inside)
    guard differences.count > differencesBefore else { return }
    name(from: differencesBefore, "\(children.place)competency \(competencies[index].id.code).")
  }
}
