import XMLKit

extension HighSchoolTranscript {
  /// The document's tree: only the root is in a namespace.
  var xml: XMLElement {
    var body = ElementBuilder()
    body.element("TransmissionData") { transmission.write(to: &$0) }
    body.element("Student") { student in
      student.element("Person") { person.write(to: &$0) }
      student.elements("AcademicRecord", academicRecords) { $0.write(to: &$1) }
    }
    return XMLElement(
      "HighSchoolTranscript", namespace: version.namespace, children: body.children)
  }
}

extension Transmission {
  func write(to body: inout ElementBuilder) {
    body.required("DocumentID", documentID)
    body.required("CreatedDateTime", createdDateTime)
    body.required("DocumentTypeCode", documentTypeCode)
    body.required("TransmissionType", transmissionType)
    body.element("Source") { $0.element("Organization") { source.write(to: &$0) } }
    body.element("Destination") { $0.element("Organization") { destination.write(to: &$0) } }
    body.leaf("DocumentProcessCode", documentProcessCode)
    body.leaf("DocumentOfficialCode", documentOfficialCode)
    body.leaf("DocumentCompleteCode", documentCompleteCode)
    body.leaf("RequestTrackingID", requestTrackingID)
    body.leaves("NoteMessage", notes)
  }
}

extension Organization {
  /// PESC: OrganizationType.
  func write(to body: inout ElementBuilder) {
    writeCodes(to: &body)
    body.leaves("OrganizationName", names)
    body.element("Contacts") { writeContacts(to: &$0) }
    body.leaves("NoteMessage", notes)
  }

  /// PESC: SchoolType, which has one name, before the codes.
  func writeSchool(level: String?, to body: inout ElementBuilder) {
    body.required("OrganizationName", names.first ?? "")
    writeCodes(to: &body)
    body.leaf("SchoolLevel", level)
    body.element("Contacts") { writeContacts(to: &$0) }
    body.leaves("NoteMessage", notes)
  }

  private func writeCodes(to body: inout ElementBuilder) {
    for kind in CodeKind.allCases { body.leaf(kind.rawValue, codes[kind]) }
    guard let localCode else { return }
    body.element("LocalOrganizationID") {
      $0.required("LocalOrganizationIDCode", localCode.code)
      $0.required("LocalOrganizationIDQualifier", localCode.state)
    }
  }

  private func writeContacts(to body: inout ElementBuilder) {
    if let address { body.element("Address") { address.write(to: &$0) } }
    if let phone { body.element("Phone") { phone.write(to: &$0) } }
    if let email { body.element("Email") { $0.leaf("EmailAddress", email) } }
    body.elements("URL", urls) { url, body in
      body.leaf("URLAddress", url.url)
      body.leaf("NoteMessage", url.note)
    }
  }
}

extension Address {
  func write(to body: inout ElementBuilder) {
    body.leaves("AddressLine", lines)
    body.required("City", city)
    if let country {
      body.leaf("StateProvince", state)
      body.leaf("PostalCode", postalCode)
      body.required("CountryCode", country)
    } else {
      body.required("StateProvinceCode", state ?? "")
      body.required("PostalCode", postalCode ?? "")
    }
  }
}

extension Phone {
  func write(to body: inout ElementBuilder) {
    body.leaf("CountryPrefixCode", countryPrefix)
    body.leaf("AreaCityCode", areaCode)
    body.required("PhoneNumber", number)
  }
}
