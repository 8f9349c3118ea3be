import TranscriptModel
import XMLKit

extension DocumentCheck {
  mutating func checkDocument() {
    guard tape.count > 0 else { return note("document", "", "a transcript") }
    var root = children(of: 0, "")
    if let element = take("TransmissionData", &root) {
      checkTransmission(children(of: element, "transmission."))
    } else {
      note("TransmissionData", "", "required")
    }
    if var student = enter("Student", &root) {
      if let element = take("Person", &student) {
        checkPerson(children(of: element, "student."))
      } else {
        note("Person", "", "required")
      }
      if let element = take("AcademicRecord", &student) {
        checkRecord(children(of: element, "record."))
      } else {
        note("AcademicRecord", "", "required")
      }
      finish(student)
    } else {
      note("Student", "", "required")
    }
    finish(root)
  }

  private mutating func checkTransmission(_ data: Children) {
    var data = data
    let document = record.document
    expect("DocumentID", documentID, in: &data)
    checkOurs("CreatedDateTime", delivery?.createdAt.text, in: &data)
    checkOurs("DocumentTypeCode", delivery?.documentType.rawValue, in: &data)
    let usual: PESCDelivery.TransmissionType = document.status == .amended ? .replace : .original
    checkOurs(
      "TransmissionType", delivery.map { ($0.transmissionType ?? usual).rawValue }, in: &data)
    if let source = take("Source", &data) {
      var party = children(of: source, "source.")
      if let inside = enter("Organization", &party) {
        checkSource(inside)
      } else {
        note("source.Organization", "", record.issuer.school.name)
      }
      finish(party)
    } else {
      note("Source", "", record.issuer.school.name)
    }
    checkDestination(&data)
    let isTest = record.issuer.isFictional || document.status == .draft
    checkOurs(
      "DocumentProcessCode",
      delivery.map { $0.isTest ?? isTest ? "TEST" : "PRODUCTION" }, in: &data)
    let isOfficial = document.status == .official || document.status == .amended
    expect("DocumentOfficialCode", isOfficial ? "Official" : "Unofficial", in: &data)
    expect("DocumentCompleteCode", "Complete", in: &data)
    if let delivery {
      expect("RequestTrackingID", delivery.requestTrackingID, in: &data)
    } else {
      _ = take("RequestTrackingID", &data)
    }
    let replaced = replacedNumber(statedIn: data).map { "Replaces document \($0)." }
    let issued = document.issuedTo.map { "Issued to \($0.rawValue)." }
    expectNotes([replaced, issued].compactMap(\.self), in: &data)
    finish(data)
  }

  /// The number of the document that is replaced: the receiver's own where it got an answer to a
  /// request, which only the delivery knows.
  private func replacedNumber(statedIn data: Children) -> String? {
    guard let number = record.document.replaces else { return nil }
    if let delivery { return delivery.replaces ?? number }
    var notes = ""
    var next = data.next
    while next < data.end {
      if tape.isNamed("NoteMessage", next) { notes += tape.text(of: next) + " " }
      next = tape.end(of: next)
    }
    let stated = notes.dropFirst("Replaces document ".count).prefix(number.count + 5)
    return PESCDelivery.isCopy(String(stated), of: number) ? String(stated) : number
  }

  /// What only the delivery says: compared where the delivery is known.
  private mutating func checkOurs(
    _ name: StaticString, _ text: String?, in children: inout Children
  ) {
    if delivery == nil {
      if take(name, &children) == nil { note("\(children.place)\(name)", "", "required") }
    } else {
      expect(name, text, in: &children)
    }
  }

  private mutating func checkSource(_ organization: Children) {
    var organization = organization
    let school = record.issuer.school
    checkCodes(in: &organization)
    expect("OrganizationName", school.name, in: &organization)
    expect("OrganizationName", record.issuer.district, in: &organization)
    if var contacts = enter("Contacts", &organization) {
      if var address = enter("Address", &contacts) {
        for line in school.address { expect("AddressLine", line, in: &address) }
        expect("City", school.city, in: &address)
        expect("StateProvinceCode", school.state, in: &address)
        expect("PostalCode", school.postalCode, in: &address)
        finish(address)
      } else if !school.address.isEmpty {
        note("source.Address", "", school.address.joined(separator: ", "))
      }
      checkPhone(&contacts)
      var email = enter("Email", &contacts)
      if email != nil || school.email != nil {
        var inside = email ?? Children(next: 0, end: 0, place: contacts.place)
        expect("EmailAddress", school.email, in: &inside)
        email = nil
        finish(inside)
      }
      checkURL(school.web, note: nil, in: &contacts)
      checkURL(record.issuer.profileURL, note: "School profile", in: &contacts)
      finish(contacts)
    } else if hasContacts {
      note("source.Contacts", "", "stated")
    }
    expectNotes(
      record.issuer.isFictional ? ["This school and its students are fictional."] : [],
      in: &organization)
    finish(organization)
  }

  /// Whether the record says how the school can be reached.
  private var hasContacts: Bool {
    let school = record.issuer.school
    let addresses = [school.phone, school.email, school.web, record.issuer.profileURL]
    return !school.address.isEmpty || addresses.contains { $0 != nil }
  }

  private mutating func checkPhone(_ contacts: inout Children) {
    guard var phone = enter("Phone", &contacts) else {
      if let printed = record.issuer.school.phone { note("source.Phone", "", printed) }
      return
    }
    var digits = ""
    let parts: [StaticString] = [
      "CountryPrefixCode", "AreaCityCode", "PhoneNumber", "PhoneNumberExtension",
    ]
    for name in parts {
      if let element = take(name, &phone) { digits += tape.text(of: element) }
    }
    let printed = (record.issuer.school.phone ?? "").filter { $0.isASCII && $0.isNumber }
    if digits != printed { note("source.Phone", digits, printed) }
    finish(phone)
  }

  private mutating func checkURL(
    _ address: String?, note: String?, in contacts: inout Children
  ) {
    guard let address else { return }
    guard var url = enter("URL", &contacts) else {
      return self.note("\(contacts.place)URL", "", address)
    }
    expect("URLAddress", address, in: &url)
    expect("NoteMessage", note, in: &url)
    finish(url)
  }

  /// The receiver is in no record: its names and codes are those of the delivery.
  private mutating func checkDestination(_ data: inout Children) {
    guard var destination = enter("Destination", &data) else {
      return note("Destination", "", "required")
    }
    guard let delivery else { return }
    let expected = delivery.destination ?? Organization(names: ["Recipient named by the student"])
    guard var organization = enter("Organization", &destination) else { return }
    for kind in Organization.CodeKind.allCases {
      guard let code = expected.codes[kind] else { continue }
      let element = organization.next
      guard element < organization.end, tape.name(of: element) == kind.rawValue,
        holds(element, code)
      else {
        note("destination.\(kind.rawValue)", "", code)
        continue
      }
      organization.next = tape.end(of: element)
    }
    _ = take("LocalOrganizationID", &organization)
    for name in expected.names { expect("OrganizationName", name, in: &organization) }
    _ = take("Contacts", &organization)
    for note in expected.notes { expect("NoteMessage", note, in: &organization) }
    finish(organization)
    finish(destination)
  }

  mutating func checkCodes(in organization: inout Children) {
    let school = record.issuer.school
    expect("CCD", school.ncessch, in: &organization)
    expect("CEEBACT", school.ceeb ?? school.act, in: &organization)
  }

  private mutating func checkPerson(_ person: Children) {
    var person = person
    let student = record.student
    expect("SchoolAssignedPersonID", student.id.code, in: &person)
    if let sasid = student.sasid {
      var agency =
        enter("AgencyIdentifier", &person) ?? Children(next: 0, end: 0, place: "student.")
      expect("AgencyAssignedID", sasid, in: &agency)
      expect("AgencyCode", "State", in: &agency)
      expect("StateProvinceCode", record.issuer.school.state, in: &agency)
      expectNotes(["State-assigned student identifier"], in: &agency)
      finish(agency)
    }
    if let delivery {
      expect("RecipientAssignedID", delivery.recipientAssignedID, in: &person)
    } else {
      _ = take("RecipientAssignedID", &person)
    }
    var birth = enter("Birth", &person) ?? Children(next: 0, end: 0, place: "student.")
    expect("BirthDate", day: student.birthDate, in: &birth)
    finish(birth)
    checkName(in: &person)
    finish(person)
  }

  private mutating func checkName(in person: inout Children) {
    let legal = record.student.legalName
    var name = enter("Name", &person) ?? Children(next: 0, end: 0, place: "student.")
    expect("NameCode", "Legal", in: &name)
    expect("FirstName", legal.first, in: &name)
    expect("MiddleName", legal.middle, in: &name)
    expect("LastName", legal.last, in: &name)
    let suffix = legal.suffix?.uppercased().filter { $0.isLetter || $0.isNumber }
    expect("NameSuffix", suffix, in: &name)
    finish(name)
    let shown = record.student.displayName
    guard shown != legal.natural else { return }
    var other =
      enter("AlternateName", &person) ?? Children(next: 0, end: 0, place: "student.shown.")
    expect("NameCode", "Nickname", in: &other)
    expect("CompositeName", shown, in: &other)
    finish(other)
  }
}
