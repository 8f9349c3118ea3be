import TranscriptModel

/// One row of evidence before it has an id.
struct EvidenceRow {
  let student: String
  let competency: String
  let day: CalendarDate
  var recordedOn: CalendarDate
  var level: String
  var type: String
  var purpose = "summative"
  var contentArea = ""
  var pathway = ""
  let title: String
  var assessor = ""
  var status = ""
  /// Whether it corrects the row before it.
  var correctsPrevious = false

  /// The columns of `evidence/*.csv` that the example uses, in order.
  static let header = [
    "evidence_id", "student_id", "competency", "demonstrated_on", "recorded_on", "level",
    "assessment_type", "purpose", "content_area", "pathway", "title", "assessor", "status",
    "replaces",
  ]

  /// The cells of the row.
  func cells(id: String, replaces: String) -> [String] {
    [
      id, student, competency, day.isoText, recordedOn.isoText, level, type, purpose, contentArea,
      pathway, title, assessor, status, replaces,
    ]
  }
}
