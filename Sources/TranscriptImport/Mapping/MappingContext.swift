import Diagnostics
import TranscriptModel

/// What a mapping may look up in the district: labels of levels, state ids, declared crosswalks.
struct MappingContext: Sendable {
  var scale: PerformanceScale?
  var crosswalk = Crosswalk()
  /// The codes of the district's competencies.
  var competencies: [String] = []
  /// Student ids by SASID; a SASID that two students share is not there.
  var studentBySASID: [String: String] = [:]
  /// Where rows of mended reject files came from at first.
  var mended = MendedRows()
  /// Where the students on file are, by id.
  var placeOfStudent: [String: SourceLocation] = [:]

  /// The level's code for a label such as `Proficient`, compared without regard to case.
  func level(labelled label: String) -> String? {
    scale?.levels.first { $0.label.lowercased() == label.lowercased() }?.code
  }

  /// The first students whose SASID is one character from `text`, in order of id.
  func students(
    nearSASID text: String
  ) -> [(id: String, place: SourceLocation, distance: String)] {
    let wanted = Array(text.unicodeScalars)
    let near = studentBySASID.filter {
      NearMissIDs.isOneApart(wanted, Array($0.key.unicodeScalars))
    }
    return near.sorted { $0.value < $1.value }.prefix(3).compactMap { sasid, id in
      placeOfStudent[id].map { (id, $0, NearMissIDs.distance(text, sasid)) }
    }
  }
}

/// Connecticut's id of a student (SASID): ten digits.
enum StateID {
  /// What is wrong with one, and what to type; `nil` for ten digits.
  static func fault(in text: String) -> (message: String, hint: String)? {
    if text.utf8.count == 10, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      guard Set(text.utf8).count == 1 else { return nil }
      return (
        "ten equal digits are the SASID of nobody",
        "write the student's own, or leave the cell empty until it is known"
      )
    }
    let length = text.unicodeScalars.count
    guard length == 10 else {
      return (
        "a SASID is ten digits; this has \(length) characters",
        "write all ten; spreadsheets drop leading zeros unless the column is text"
      )
    }
    return (
      "a SASID is ten digits; this has something else among them",
      "write digits alone: 0 and 1, not the letters O, I and l"
    )
  }
}
