import TranscriptModel

/// A transcript of any sender as plain text for people: what `show` prints.
public struct TranscriptListing: Sendable {
  private let transcript: HighSchoolTranscript

  /// Makes a listing of a transcript.
  public init(_ transcript: HighSchoolTranscript) {
    self.transcript = transcript
  }

  /// The whole listing, ending with a newline.
  public var text: String {
    let parts = [heading] + transcript.academicRecords.map(record)
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var heading: [String] {
    let sent = transcript.transmission
    let person = transcript.person
    let labels = [
      ("Document", "\(sent.documentID), \(sent.transmissionType), \(sent.createdDateTime)"),
      ("Standard", "PESC High School Transcript \(transcript.version.rawValue)"),
      ("From", Self.name(sent.source)), ("To", Self.name(sent.destination)),
      ("Student", person.name.joined), ("Student id", person.schoolAssignedID ?? ""),
      ("Born", person.birthDate?.isoText ?? ""),
      ("Tests", transcript.testNames.joined(separator: ", ")),
    ]
    return Self.labelled(labels)
  }

  private func record(_ record: AcademicRecord) -> [String] {
    var lines = Self.labelled([
      ("School", record.school.map(Self.name) ?? ""),
      ("Level", record.studentLevelCode ?? ""),
      ("Class of", record.cohortGraduationYear.map(String.init) ?? ""),
    ])
    lines += record.awards.map(Self.award)
    lines += record.summaries.flatMap(Self.summary)
    lines += record.sessions.flatMap(Self.session)
    if !record.courses.isEmpty {
      lines += ["", "Courses outside any session"] + Self.courses(record.courses)
    }
    lines += Self.achievements("Requirements", record.requirements)
    lines += Self.achievements("Attributes", record.attributes)
    lines += Self.achievements("Proficiencies", record.proficiencies)
    if !record.notes.isEmpty { lines += ["", "Notes"] + record.notes.map { "  \($0)" } }
    if let namespace = record.extensionNamespace { lines += ["", "Extension   \(namespace)"] }
    return lines
  }

  private static func name(_ organization: Organization) -> String {
    organization.names.joined(separator: ", ")
  }

  private static func award(_ award: AcademicAward) -> String {
    let words = [
      award.title ?? award.level, award.date?.isoText, award.isComplete == true ? "complete" : nil,
    ]
    return "Award       " + words.compactMap(\.self).joined(separator: ", ")
  }

  private static func summary(_ summary: AcademicSummary) -> [String] {
    let figures = [
      ("earned", summary.creditsEarned), ("required", summary.creditsRequired),
      ("deficient", summary.creditsDeficient), ("GPA", summary.gradePointAverage),
    ].compactMap { label, value in value.map { "\(label) \(number($0))" } }
    let rank = summary.classRank.map { "rank \($0) of \(summary.classSize ?? 0)" }
    let totals = (figures + [rank].compactMap(\.self)).joined(separator: ", ")
    let rows = summary.subjectAreas.map {
      [
        "  \($0.name ?? $0.code ?? "")", $0.earned.map(number) ?? "", "of",
        $0.required.map(number) ?? "",
      ]
    }
    return ["", "Summary (\(summary.type ?? "unnamed")): \(totals)"]
      + TextColumns.aligned(rows) + summary.honors.map { "  Honour: \($0.title ?? "")" }
      + summary.notes.map { "  \($0)" }
  }

  private static func session(_ session: AcademicSession) -> [String] {
    let title = [session.designator, session.name, session.studentLevelCode]
    let school = session.school.map { "at \(name($0))" }
    return ["", (title + [school]).compactMap(\.self).joined(separator: "  ")]
      + courses(session.courses)
  }

  private static func courses(_ courses: [Course]) -> [String] {
    TextColumns.aligned(
      [["  Number", "Course", "Mark", "Status", "Earned"]]
        + courses.map { course in
          [
            "  \(course.number ?? "")", course.title, course.academicGrade ?? "",
            course.gradeStatusCode ?? "", course.creditEarned.map(number) ?? "",
            course.proficiencies.isEmpty ? "" : "\(course.proficiencies.count) competencies",
          ]
        })
  }

  private static func achievements(_ title: String, _ list: [Achievement]) -> [String] {
    guard !list.isEmpty else { return [] }
    let rows = list.map {
      [
        "  \($0.code ?? "")", $0.name ?? "", $0.subName ?? "", $0.conditionsMet ?? "",
        $0.conditionsMetDate?.isoText ?? "",
      ]
    }
    return ["", title]
      + TextColumns.aligned([["  Code", "Name", "Level or detail", "Met", "On"]] + rows)
  }

  private static func labelled(_ labels: [(String, String)]) -> [String] {
    labels.filter { !$0.1.isEmpty }.map { label, value in
      label + String(repeating: " ", count: max(1, 12 - label.count)) + value
    }
  }

  private static func number(_ value: Rational) -> String {
    value.exactDecimalText() ?? value.fractionText
  }
}

/// Rows of text with their columns aligned.
enum TextColumns {
  static func aligned(_ rows: [[String]]) -> [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
