import XMLKit

extension Transmission {
  init(xml: XMLElement) {
    self.init(
      documentID: xml.value("DocumentID") ?? "",
      createdDateTime: xml.value("CreatedDateTime") ?? "",
      documentTypeCode: xml.value("DocumentTypeCode") ?? "",
      transmissionType: xml.value("TransmissionType") ?? "",
      source: Self.party(xml.first("Source")), destination: Self.party(xml.first("Destination")),
      documentProcessCode: xml.value("DocumentProcessCode"),
      documentOfficialCode: xml.value("DocumentOfficialCode"),
      documentCompleteCode: xml.value("DocumentCompleteCode"),
      requestTrackingID: xml.value("RequestTrackingID"), notes: xml.values("NoteMessage"))
  }

  private static func party(_ xml: XMLElement?) -> Organization {
    xml?.first("Organization").map(Organization.init(xml:)) ?? Organization(names: [])
  }
}

extension Organization {
  init(xml: XMLElement) {
    let contacts = xml.first("Contacts")
    self.init(
      names: xml.values("OrganizationName"),
      codes: Dictionary(
        uniqueKeysWithValues: CodeKind.allCases.compactMap { kind in
          xml.value(kind.rawValue).map { (kind, $0) }
        }),
      localCode: xml.first("LocalOrganizationID").map {
        LocalCode(
          code: $0.value("LocalOrganizationIDCode") ?? "",
          state: $0.value("LocalOrganizationIDQualifier") ?? "")
      },
      address: contacts?.first("Address").map(Address.init(xml:)),
      phone: contacts?.first("Phone").map(Phone.init(xml:)),
      email: contacts?.first("Email")?.value("EmailAddress"),
      urls: contacts?.all("URL").map {
        WebAddress(url: $0.value("URLAddress") ?? "", note: $0.value("NoteMessage"))
      } ?? [], notes: xml.values("NoteMessage"))
  }
}

extension Address {
  init(xml: XMLElement) {
    self.init(
      lines: xml.values("AddressLine"), city: xml.value("City") ?? "",
      state: xml.value("StateProvinceCode") ?? xml.value("StateProvince"),
      postalCode: xml.value("PostalCode"), country: xml.value("CountryCode"))
  }
}

extension Phone {
  init(xml: XMLElement) {
    self.init(
      countryPrefix: xml.value("CountryPrefixCode"), areaCode: xml.value("AreaCityCode"),
      number: xml.value("PhoneNumber") ?? "", extension: xml.value("PhoneNumberExtension"))
  }
}

extension Person {
  init(xml: XMLElement) {
    self.init(
      schoolAssignedID: xml.value("SchoolAssignedPersonID"),
      agencyIDs: xml.all("AgencyIdentifier").map(AgencyID.init(xml:)),
      recipientAssignedID: xml.value("RecipientAssignedID"),
      birthDate: xml.first("Birth")?.date("BirthDate"),
      name: xml.first("Name").map(PersonName.init(xml:)) ?? PersonName(),
      alternateNames: xml.all("AlternateName").map(PersonName.init(xml:)))
  }
}

extension AgencyID {
  init(xml: XMLElement) {
    self.init(
      id: xml.value("AgencyAssignedID") ?? "", agencyCode: xml.value("AgencyCode") ?? "",
      agencyName: xml.value("AgencyName"), state: xml.value("StateProvinceCode"),
      notes: xml.values("NoteMessage"))
  }
}

extension PersonName {
  init(xml: XMLElement) {
    self.init(
      nameCode: xml.value("NameCode"), first: xml.value("FirstName"),
      middle: xml.values("MiddleName"), last: xml.value("LastName"),
      suffix: xml.value("NameSuffix"), composite: xml.value("CompositeName"))
  }
}
