public import TranscriptModel

extension TranscriptRequest.Item {
  /// Whether something in the request points to this student: an id, or name and day of birth.
  ///
  /// What points to a student is not enough to answer: see ``differences(from:)``.
  public func pointsTo(_ record: RecordStudent) -> Bool {
    if student.schoolAssignedID == record.id.code { return true }
    if let sasid = record.sasid, stateIDs.contains(sasid) { return true }
    let name = RequestedName(student.name, of: record)
    return student.birthDate == record.birthDate && name.isWhole && name.differences.isEmpty
  }

  /// Every id, part of the name and day of birth that the request gives and the file has
  /// otherwise; the left side is the request's.
  ///
  /// Ids of agencies other than the state, and alternate names, are not on file and not compared.
  public func differences(from record: RecordStudent) -> [FactDifference] {
    var found: [FactDifference] = []
    if let id = student.schoolAssignedID, id != record.id.code {
      found.append(FactDifference(name: "school's id", left: id, right: record.id.code))
    }
    for id in stateIDs where id != record.sasid {
      found.append(FactDifference(name: "state's id", left: id, right: record.sasid ?? ""))
    }
    if let day = student.birthDate, day != record.birthDate {
      found.append(
        FactDifference(
          name: "day of birth", left: day.isoText, right: record.birthDate.isoText))
    }
    return found + RequestedName(student.name, of: record).differences
  }

  /// Whether the request means this student: something points to them, and nothing disagrees.
  public func isFor(_ record: RecordStudent) -> Bool {
    pointsTo(record) && differences(from: record).isEmpty
  }

  private var stateIDs: [String] {
    student.agencyIDs.filter { $0.agencyCode == "State" }.map(\.id)
  }
}
