extension Person {
  func write(to body: inout ElementBuilder) {
    body.leaf("SchoolAssignedPersonID", schoolAssignedID)
    body.elements("AgencyIdentifier", agencyIDs) { $0.write(to: &$1) }
    body.leaf("RecipientAssignedID", recipientAssignedID)
    body.element("Birth") { $0.date("BirthDate", birthDate) }
    body.element("Name") { name.write(to: &$0) }
    body.elements("AlternateName", alternateNames) { $0.write(to: &$1) }
  }
}

extension AgencyID {
  func write(to body: inout ElementBuilder) {
    body.required("AgencyAssignedID", id)
    body.required("AgencyCode", agencyCode)
    body.leaf("AgencyName", agencyName)
    body.leaf("StateProvinceCode", state)
    body.leaves("NoteMessage", notes)
  }
}

extension PersonName {
  func write(to body: inout ElementBuilder) {
    body.leaf("NameCode", nameCode)
    body.leaf("FirstName", first)
    body.leaves("MiddleName", middle)
    body.leaf("LastName", last)
    body.leaf("NameSuffix", suffix)
    body.leaf("CompositeName", composite)
  }
}
