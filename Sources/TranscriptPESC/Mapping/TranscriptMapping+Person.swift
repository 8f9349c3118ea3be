import TranscriptModel

extension TranscriptMapping {
  var person: Person {
    let student = record.student
    let sasid = student.sasid.map {
      AgencyID(
        id: $0, agencyCode: "State", state: record.issuer.school.state,
        notes: ["State-assigned student identifier"])
    }
    return Person(
      schoolAssignedID: student.id.code, agencyIDs: [sasid].compactMap(\.self),
      recipientAssignedID: delivery.recipientAssignedID, birthDate: student.birthDate,
      name: legalName, alternateNames: alternateNames)
  }

  private var legalName: PersonName {
    let name = record.student.legalName
    return PersonName(
      nameCode: "Legal", first: name.first, middle: [name.middle].compactMap(\.self),
      last: name.last, suffix: name.suffix.map(Self.suffixCode))
  }

  /// The name that documents show, where it is not the legal one.
  private var alternateNames: [PersonName] {
    let shown = record.student.displayName
    guard shown != record.student.legalName.natural else { return [] }
    return [PersonName(nameCode: "Nickname", composite: shown)]
  }

  /// `Jr.` is `JR` in PESC; what is not in its list is refused later, by name.
  private static func suffixCode(_ printed: String) -> String {
    printed.filter { $0 != "." && $0 != "," }.uppercased()
  }
}
