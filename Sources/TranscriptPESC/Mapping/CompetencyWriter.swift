import TranscriptModel
import XMLKit

/// Writes competencies straight from the record: there are more of them than of all other parts
/// together.
///
/// A class, so that a closure over it costs one count and not one for each part of the record.
final class CompetencyWriter: Sendable {
  private let record: TranscriptRecord
  /// The competencies of each course, in the record's order.
  private let courses: [[RecordCompetency]]
  /// Notes on competencies of several content areas.
  private let areaNotes: [Identifier<Competency>: [String]]

  init(_ record: TranscriptRecord) {
    self.record = record
    courses = record.courseGroups.flatMap { $0.courses.map(\.competencies) }
    areaNotes = Self.areaNotes(record)
  }

  /// The competencies of the course at this place in the record.
  func write(ofCourseAt place: Int, to body: inout ElementWriter) {
    for index in courses[place].indices { write(courses[place], at: index, to: &body) }
  }

  /// Graduation competencies, and those of content areas that no course carries, assessed or not.
  func writeAcrossCourses(to body: inout ElementWriter) {
    var seen = Set<String>(minimumCapacity: 256)
    for competencies in courses {
      for index in competencies.indices { seen.insert(competencies[index].id.code) }
    }
    for index in record.graduationCompetencies.indices {
      write(record.graduationCompetencies, at: index, to: &body)
    }
    for area in record.areas.indices {
      let competencies = record.areas[area].competencies
      for index in competencies.indices where seen.insert(competencies[index].id.code).inserted {
        if let across = overall(competencies[index].id) {
          write(record.acrossAreas, at: across, to: &body)
        } else {
          write(competencies, at: index, to: &body)
        }
      }
    }
  }

  /// The place of the outcome over all content areas, where there are several.
  private func overall(_ id: Identifier<Competency>) -> Int? {
    record.acrossAreas.isEmpty ? nil : record.acrossAreas.firstIndex { $0.id == id }
  }

  /// One competency with its outcome; its id is the first note.
  ///
  /// By index, because a copy of a whole competency costs more than what is read of it.
  private func write(
    _ competencies: [RecordCompetency], at index: Int, to body: inout ElementWriter
  ) {
    let status = competencies[index].status
    body.element("Proficiency") { body in
      if let level = competencies[index].level {
        body.leaf(.rapCode, record.scale.levels[level].code)
      }
      body.leaf(.rapName, competencies[index].shortName)
      if let level = competencies[index].level {
        body.leaf(.rapSubName, record.scale.levels[level].label)
      } else {
        body.leaf(.rapSubName, StatusWords.text(status))
      }
      body.leaf(.conditionsMetCode, Self.conditionsMet(status))
      if status.satisfies { body.date(.conditionsMetDate, competencies[index].date) }
      body.leaf(.noteMessage, competencies[index].id.code)
      if !areaNotes.isEmpty, let notes = areaNotes[competencies[index].id] {
        body.leaves(.noteMessage, notes)
      }
    }
  }

  /// `No` only for what was judged; what is not assessed yet is not a No.
  private static func conditionsMet(_ status: AttainmentStatus) -> String? {
    if status.satisfies { return "Yes" }
    return status == .notYet ? "No" : nil
  }

  /// For each competency of several content areas, where it stands in each of them.
  private static func areaNotes(
    _ record: TranscriptRecord
  ) -> [Identifier<Competency>: [String]] {
    var notes: [Identifier<Competency>: [String]] = [:]
    for across in record.acrossAreas {
      var lines: [String] = []
      for area in record.areas {
        for index in area.competencies.indices where area.competencies[index].id == across.id {
          let words = outcome(area.competencies[index], scale: record.scale)
          lines += PESCText.notes("In \(area.title): \(words)")
        }
      }
      notes[across.id] = lines
    }
    return notes
  }

  /// `Proficient, 2026-03-02`, or what stands in the place of a level.
  private static func outcome(_ one: RecordCompetency, scale: PerformanceScale) -> String {
    let words = one.level.map { scale.level($0).label } ?? StatusWords.text(one.status)
    guard one.status.satisfies, let date = one.date else { return words }
    return "\(words), \(date.isoText)"
  }
}
