/// The place of each column in a row, ready for the loop over all rows.
struct ColumnPlaces: Sendable {
  let id, student, competency, demonstratedOn, recordedOn, level, scale, assessmentType: Int
  let purpose, contentArea, pathway, title, status, replaces, hours: Int

  init(_ positions: [Int?], width: Int) {
    func place(_ column: EvidenceColumn) -> Int {
      positions[column.rawValue] ?? LineCells.absent(width: width)
    }
    id = place(.evidenceID)
    student = place(.student)
    competency = place(.competency)
    demonstratedOn = place(.demonstratedOn)
    recordedOn = place(.recordedOn)
    level = place(.level)
    scale = place(.scale)
    assessmentType = place(.assessmentType)
    purpose = place(.purpose)
    contentArea = place(.contentArea)
    pathway = place(.pathway)
    title = place(.title)
    status = place(.status)
    replaces = place(.replaces)
    hours = place(.hours)
  }
}
