import XMLKit

extension HighSchoolTranscript {
  /// The whole document: only the root, and what is in the extension, is in a namespace.
  func write(
    to body: inout ElementWriter, competencies: CompetencyWriter? = nil,
    extending record: MasteryRecordElement? = nil
  ) {
    body.markup.declaration()
    body.markup.append("<hst:HighSchoolTranscript xmlns:hst=\"")
    body.markup.text(version.namespace)
    body.markup.append("\">")
    body.element("TransmissionData") { transmission.write(to: &$0) }
    body.element("Student") { student in
      student.element("Person") { person.write(to: &$0) }
      student.elements("AcademicRecord", academicRecords) {
        $0.write(to: &$1, competencies: competencies, extending: record)
      }
    }
    body.markup.append("</hst:HighSchoolTranscript>\n")
  }
}

extension Transmission {
  func write(to body: inout ElementWriter) {
    body.required(.documentID, documentID)
    body.required(.createdDateTime, createdDateTime)
    body.required(.documentTypeCode, documentTypeCode)
    body.required(.transmissionType, transmissionType)
    body.element("Source") { $0.element("Organization") { source.write(to: &$0) } }
    body.element("Destination") { $0.element("Organization") { destination.write(to: &$0) } }
    body.leaf(.documentProcessCode, documentProcessCode)
    body.leaf(.documentOfficialCode, documentOfficialCode)
    body.leaf(.documentCompleteCode, documentCompleteCode)
    body.leaf(.requestTrackingID, requestTrackingID)
    body.leaves(.noteMessage, notes)
  }
}

extension Organization {
  /// PESC: OrganizationType.
  func write(to body: inout ElementWriter) {
    writeCodes(to: &body)
    body.leaves(.organizationName, names)
    body.element("Contacts") { writeContacts(to: &$0) }
    body.leaves(.noteMessage, notes)
  }

  /// PESC: SchoolType, which has one name, before the codes.
  func writeSchool(level: String?, to body: inout ElementWriter) {
    body.required(.organizationName, names.first ?? "")
    writeCodes(to: &body)
    body.leaf(.schoolLevel, level)
    body.element("Contacts") { writeContacts(to: &$0) }
    body.leaves(.noteMessage, notes)
  }

  private func writeCodes(to body: inout ElementWriter) {
    for kind in CodeKind.allCases where codes[kind] != nil {
      body.leaf(kind.element, codes[kind])
    }
    guard let localCode else { return }
    body.element("LocalOrganizationID") {
      $0.required(.localOrganizationIDCode, localCode.code)
      $0.required(.localOrganizationIDQualifier, localCode.state)
    }
  }

  private func writeContacts(to body: inout ElementWriter) {
    if let address { body.element("Address") { address.write(to: &$0) } }
    if let phone { body.element("Phone") { phone.write(to: &$0) } }
    if let email { body.element("Email") { $0.leaf(.emailAddress, email) } }
    body.elements("URL", urls) { url, body in
      body.leaf(.urlAddress, url.url)
      body.leaf(.noteMessage, url.note)
    }
  }
}

extension Address {
  func write(to body: inout ElementWriter) {
    body.leaves(.addressLine, lines)
    body.required(.city, city)
    if let country {
      body.leaf(.stateProvince, state)
      body.leaf(.postalCode, postalCode)
      body.required(.countryCode, country)
    } else {
      body.required(.stateProvinceCode, state ?? "")
      body.required(.postalCode, postalCode ?? "")
    }
  }
}

extension Phone {
  func write(to body: inout ElementWriter) {
    body.leaf(.countryPrefixCode, countryPrefix)
    body.leaf(.areaCityCode, areaCode)
    body.required(.phoneNumber, number)
    body.leaf(.phoneNumberExtension, `extension`)
  }
}

extension Organization.CodeKind {
  /// The element of the same name.
  fileprivate var element: PESCElement {
    switch self {
    case .opeid: .opeid
    case .nchelp: .nchelpID
    case .ipeds: .ipeds
    case .atp: .atp
    case .fice: .fice
    case .act: .act
    case .ccd: .ccd
    case .pss: .pss
    case .ceebAct: .ceebAct
    case .csis: .csis
    case .usis: .usis
    case .esis: .esis
    case .psis: .psis
    case .duns: .duns
    case .mutuallyDefined: .mutuallyDefined
    }
  }
}
