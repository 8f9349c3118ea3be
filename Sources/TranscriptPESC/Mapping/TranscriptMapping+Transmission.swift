import TranscriptModel

extension TranscriptMapping {
  var transmission: Transmission {
    Transmission(
      documentID: delivery.documentID ?? Self.documentID(of: record),
      createdDateTime: delivery.createdAt.text,
      documentTypeCode: delivery.documentType.rawValue,
      transmissionType: transmissionType.rawValue, source: source, destination: destination,
      documentProcessCode: isTest ? "TEST" : "PRODUCTION",
      documentOfficialCode: isOfficial ? "Official" : "Unofficial",
      documentCompleteCode: "Complete",
      requestTrackingID: delivery.requestTrackingID,
      notes: transmissionNotes)
  }

  /// What this document replaces, and into whose hands it is given: a note each.
  private var transmissionNotes: [String] {
    let replaced = record.document.replaces.map { delivery.replaces ?? $0 }
    let replaces = replaced.map { "Replaces document \($0)." }
    let issued = record.document.issuedTo.map { "Issued to \($0.rawValue)." }
    return [replaces, issued].compactMap(\.self).flatMap { PESCText.notes($0) }
  }

  /// The number that is printed on the PDF as well; before there is one, the content's id.
  static func documentID(of record: TranscriptRecord) -> String {
    record.document.number ?? record.document.id
  }

  private var transmissionType: PESCDelivery.TransmissionType {
    delivery.transmissionType ?? (record.document.status == .amended ? .replace : .original)
  }

  private var isOfficial: Bool {
    record.document.status == .official || record.document.status == .amended
  }

  private var isTest: Bool {
    delivery.isTest ?? (record.issuer.isFictional || record.document.status == .draft)
  }

  /// The standard requires a destination even where the student carries the document.
  private var destination: Organization {
    delivery.destination ?? Organization(names: ["Recipient named by the student"])
  }

  private var source: Organization {
    let school = record.issuer.school
    var urls = school.web.map { [WebAddress(url: $0)] } ?? []
    if let profile = record.issuer.profileURL {
      urls.append(WebAddress(url: profile, note: "School profile"))
    }
    return Organization(
      names: [school.name, record.issuer.district], codes: codes, address: address,
      phone: school.phone.map(Phone.init(printed:)), email: school.email, urls: urls,
      notes: record.issuer.isFictional ? ["This school and its students are fictional."] : [])
  }

  var school: Organization {
    Organization(names: [record.issuer.school.name], codes: codes)
  }

  private var codes: [Organization.CodeKind: String] {
    let school = record.issuer.school
    // PESC's ACT is a college's code of four characters; a high school has one code with both.
    return [.ceebAct: school.ceeb ?? school.act, .ccd: school.ncessch]
      .compactMapValues(\.self)
  }

  /// All or nothing: PESC has no address without a street, a state and a postal code.
  private var address: Address? {
    let school = record.issuer.school
    guard !school.address.isEmpty else { return nil }
    return Address(
      lines: school.address, city: school.city, state: school.state,
      postalCode: school.postalCode)
  }
}
