import TranscriptModel
import XMLKit

/// Writes competencies straight from the record: there are more of them than of all other parts
/// together.
///
/// A class, so that a closure over it costs one count and not one for each part of the record.
final class CompetencyWriter {
  private let record: TranscriptRecord
  /// The competencies of each course, in the record's order.
  private let courses: [[RecordCompetency]]
  /// Notes on competencies of several content areas.
  private let areaNotes: [Identifier<Competency>: [String]]
  /// Where competencies have been written: most are in several courses with the same outcome.
  private var written = WrittenCompetencies()
  /// What a level has in each competency: its code, and its word with whether it is enough.
  private let levels: [Level]

  private struct Level: Sendable {
    let code: ElementWriter.Fragment?
    let met: ElementWriter.Fragment?
    let notMet: ElementWriter.Fragment?

    init(_ level: PerformanceLevel) {
      code = ElementWriter.Fragment { $0.leaf(.rapCode, level.code) }
      met = Self.word(level, .attained)
      notMet = Self.word(level, .notYet)
    }

    private static func word(
      _ level: PerformanceLevel, _ status: AttainmentStatus
    ) -> ElementWriter.Fragment? {
      ElementWriter.Fragment {
        $0.leaf(.rapSubName, level.label)
        $0.leaf(.conditionsMetCode, CompetencyWriter.conditionsMet(status))
      }
    }
  }

  init(_ record: TranscriptRecord) {
    self.record = record
    levels = record.scale.levels.map(Level.init)
    courses = record.courseGroups.flatMap { $0.courses.map(\.competencies) }
    areaNotes = Self.areaNotes(record)
  }

  /// The competencies of the course at this place in the record.
  func write(ofCourseAt place: Int, to body: inout ElementWriter) {
    for index in courses[place].indices { write(courses[place], at: index, to: &body) }
  }

  /// Graduation competencies, and those of content areas that no course carries, assessed or not.
  ///
  /// Every course has to be written before.
  func writeAcrossCourses(to body: inout ElementWriter) {
    written.markStated()
    for index in record.graduationCompetencies.indices {
      write(record.graduationCompetencies, at: index, to: &body)
    }
    for area in record.areas.indices {
      let competencies = record.areas[area].competencies
      for index in competencies.indices where written.state(competencies[index].id.code) {
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

  /// One competency with its outcome, from what was written before where nothing of it differs.
  private func write(
    _ competencies: [RecordCompetency], at index: Int, to body: inout ElementWriter
  ) {
    let place = written.place(of: competencies[index].id.code)
    if let known = written.bytes(at: place, of: competencies, at: index) {
      return body.markup.append(again: known)
    }
    let start = body.markup.count
    writeAnew(competencies, at: index, to: &body)
    written.keep(start..<body.markup.count, at: place, of: competencies, at: index)
  }

  /// One competency with its outcome; its id is the first note.
  ///
  /// By index, because a copy of a whole competency costs more than what is read of it.
  private func writeAnew(
    _ competencies: [RecordCompetency], at index: Int, to body: inout ElementWriter
  ) {
    let status = competencies[index].status
    body.element("Proficiency") { body in
      let level = competencies[index].level
      if let level {
        write(levels[level].code, at: level, to: &body) { $0.leaf(.rapCode, $1.code) }
      }
      body.leaf(.rapName, competencies[index].shortName)
      writeOutcome(status, level, to: &body)
      if status.satisfies { body.date(.conditionsMetDate, competencies[index].date) }
      body.leaf(.noteMessage, competencies[index].id.code)
      if !areaNotes.isEmpty, let notes = areaNotes[competencies[index].id] {
        body.leaves(.noteMessage, notes)
      }
    }
  }

  private func writeOutcome(
    _ status: AttainmentStatus, _ level: LevelIndex?, to body: inout ElementWriter
  ) {
    if let level, status.satisfies || status == .notYet {
      let fragment = status.satisfies ? levels[level].met : levels[level].notMet
      write(fragment, at: level, to: &body) {
        $0.leaf(.rapSubName, $1.label)
        $0.leaf(.conditionsMetCode, Self.conditionsMet(status))
      }
    } else {
      body.leaf(
        .rapSubName, level.map { record.scale.levels[$0].label } ?? StatusWords.text(status))
      body.leaf(.conditionsMetCode, Self.conditionsMet(status))
    }
  }

  private func write(
    _ fragment: ElementWriter.Fragment?, at level: LevelIndex, to body: inout ElementWriter,
    _ write: (inout ElementWriter, PerformanceLevel) -> Void
  ) {
    if let fragment {
      body.append(fragment)
    } else {
      write(&body, record.scale.levels[level])
    }
  }

  /// `No` only for what was judged; what is not assessed yet is not a No.
  fileprivate static func conditionsMet(_ status: AttainmentStatus) -> String? {
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
