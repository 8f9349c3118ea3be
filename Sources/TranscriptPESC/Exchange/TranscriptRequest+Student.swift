public import TranscriptModel

extension TranscriptRequest.Item {
  /// Whether something in the request points to this student: an id, or name and day of birth.
  ///
  /// What points to a student is not enough to answer: see ``differences(from:)``.
  ///
  /// - Parameter formerLast: an earlier last name of the student, which is as good as today's.
  public func pointsTo(_ record: RecordStudent, formerLast: String? = nil) -> Bool {
    if student.schoolAssignedID == record.id.code { return true }
    if let sasid = record.sasid, stateIDs.contains(sasid) { return true }
    let name = RequestedName(student.name, of: record, formerLast: formerLast)
    return student.birthDate == record.birthDate && name.isWhole && name.differences.isEmpty
  }

  /// Every id, part of the name and day of birth that the request gives and the file has
  /// otherwise; the left side is the request's.
  ///
  /// Ids of agencies other than the state, and alternate names, are not on file and not compared.
  public func differences(
    from record: RecordStudent, formerLast: String? = nil
  ) -> [FactDifference] {
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
    return found + RequestedName(student.name, of: record, formerLast: formerLast).differences
  }

  /// Whether the request means this student: something points to them, and nothing disagrees.
  public func isFor(_ record: RecordStudent) -> Bool {
    pointsTo(record) && differences(from: record).isEmpty
  }

  /// Whether the request is for a student of this school: it names no school, or this one.
  ///
  /// A code that both have decides; without one the name does, or that of the district.
  public func names(_ school: School, of district: String) -> Bool {
    attended.isEmpty
      || attended.contains { other in
        let pairs = [
          (other.codes[.ceebAct], school.ceeb), (other.codes[.act], school.act),
          (other.codes[.ccd], school.ncessch),
        ].compactMap { stated, own in stated.flatMap { stated in own.map { (stated, $0) } } }
        if !pairs.isEmpty { return pairs.contains { $0.0 == $0.1 } }
        let own = [school.name, district].map(RequestedName.folded)
        return other.names.isEmpty
          || other.names.contains { own.contains(RequestedName.folded($0)) }
      }
  }

  private var stateIDs: [String] {
    student.agencyIDs.filter { $0.agencyCode == "State" }.map(\.id)
  }
}
