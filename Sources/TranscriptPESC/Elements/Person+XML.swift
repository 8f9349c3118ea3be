extension Person {
  func write(to body: inout ElementWriter) {
    body.leaf(.schoolAssignedPersonID, schoolAssignedID)
    body.elements("AgencyIdentifier", agencyIDs) { $0.write(to: &$1) }
    body.leaf(.recipientAssignedID, recipientAssignedID)
    body.element("Birth") { $0.date(.birthDate, birthDate) }
    body.element("Name") { name.write(to: &$0) }
    body.elements("AlternateName", alternateNames) { $0.write(to: &$1) }
  }
}

extension AgencyID {
  func write(to body: inout ElementWriter) {
    body.required(.agencyAssignedID, id)
    body.required(.agencyCode, agencyCode)
    body.leaf(.agencyName, agencyName)
    body.leaf(.stateProvinceCode, state)
    body.leaves(.noteMessage, notes)
  }
}

extension PersonName {
  func write(to body: inout ElementWriter) {
    body.leaf(.nameCode, nameCode)
    body.leaf(.firstName, first)
    body.leaves(.middleName, middle)
    body.leaf(.lastName, last)
    body.leaf(.nameSuffix, suffix)
    body.leaf(.compositeName, composite)
  }
}
