import XMLKit

extension ListingLines {
  /// What kind of document it is and whether it is meant, who sends it to whom, and about whom.
  mutating func addHeading(version: PESCVersion) {
    let sent = leaves.first("TransmissionData", in: 0)
    let identity = [
      leaves.value("DocumentID", in: sent), leaves.value("TransmissionType", in: sent),
      leaves.value("CreatedDateTime", in: sent), leaves.value("DocumentTypeCode", in: sent),
    ]
    field("Document", joined(identity))
    field(
      "Status",
      joined([
        leaves.value("DocumentProcessCode", in: sent),
        leaves.value("DocumentOfficialCode", in: sent),
        leaves.value("DocumentCompleteCode", in: sent),
      ]))
    field("Standard", "PESC High School Transcript \(version.rawValue)")
    field("Request", leaves.value("RequestTrackingID", in: sent))
    for note in leaves.values("NoteMessage", in: sent) { field("Note", note) }
    addOrganization("From", leaves.first("Organization", in: leaves.first("Source", in: sent)))
    addOrganization(
      "To", leaves.first("Organization", in: leaves.first("Destination", in: sent)))
    addPerson(leaves.first("Person", in: leaves.first("Student", in: 0)))
  }

  func joined(_ parts: [String?], by separator: String = ", ") -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: separator)
  }

  private mutating func addOrganization(_ label: String, _ organization: Int?) {
    field(label, organizationText(organization))
    let contacts = leaves.all("Contacts", in: organization).flatMap { leaves.rest(of: $0) }
    field("", joined(contacts))
    for note in leaves.values("NoteMessage", in: organization) { field("", note) }
  }

  /// Names, then every code with its kind.
  mutating func organizationText(_ organization: Int?) -> String {
    var parts = leaves.values("OrganizationName", in: organization)
    for child in leaves.children(of: organization) where !leaves.tape.hasChildren(child) {
      let name = leaves.tape.name(of: child)
      guard name != "OrganizationName", name != "NoteMessage" else { continue }
      if let text = leaves.text(of: child) { parts.append("\(name) \(text)") }
    }
    let local = leaves.rest(of: leaves.first("LocalOrganizationID", in: organization))
    return joined(parts + [joined(local, by: " ")])
  }

  private mutating func addPerson(_ person: Int?) {
    let own = leaves.first("Name", in: person)
    let kind = leaves.value("NameCode", in: own)
    field("Student", joined([name(own), kind == "Legal" ? nil : kind.map { "(\($0))" }], by: " "))
    for other in leaves.all("AlternateName", in: person) {
      let kind = leaves.value("NameCode", in: other)
      field("Also", joined([name(other), kind.map { "(\($0))" }], by: " "))
    }
    field("Student id", leaves.value("SchoolAssignedPersonID", in: person))
    for agency in leaves.all("AgencyIdentifier", in: person) {
      let id = leaves.value("AgencyAssignedID", in: agency)
      let kind = leaves.value("AgencyCode", in: agency) ?? "Agency"
      field("\(kind) id", joined([id] + leaves.rest(of: agency).map(Optional.some)))
    }
    field("Receiver id", leaves.value("RecipientAssignedID", in: person))
    let birth = leaves.first("Birth", in: person)
    field("Born", joined([leaves.value("BirthDate", in: birth)] + leaves.rest(of: birth)))
    for note in leaves.values("NoteMessage", in: person) { field("Note", note) }
  }

  private mutating func name(_ name: Int?) -> String {
    let first = [leaves.value("NamePrefix", in: name), leaves.value("FirstName", in: name)]
    let middle = leaves.values("MiddleName", in: name).map(Optional.some)
    let last = [
      leaves.value("LastName", in: name), leaves.value("NameSuffix", in: name),
      leaves.value("CompositeName", in: name),
    ]
    return joined(first + middle + last, by: " ")
  }

  /// A test by another body, with its scores.
  mutating func addTest(_ test: Int) {
    let name =
      leaves.value("TestName", in: test) ?? leaves.value("EducationTestCode", in: test)
      ?? leaves.value("TestCode", in: test)
    let dates = [
      leaves.value("TestDate", in: test), leaves.value("TestYearMonth", in: test),
      leaves.value("TestYear", in: test),
    ]
    field("Test", joined([name] + dates))
    for subtest in leaves.all("Subtest", in: test) {
      let title =
        leaves.value("SubtestName", in: subtest) ?? leaves.value(
          "EducationSubtestCode", in: subtest)
        ?? leaves.value("SubtestCode", in: subtest)
      let scores = leaves.all("TestScores", in: subtest).map { self.score($0) }
      field("", joined([title] + scores.map(Optional.some), by: "  "))
      for note in leaves.values("NoteMessage", in: subtest) { field("", "  note: \(note)") }
    }
    for note in leaves.values("NoteMessage", in: test) { field("", "note: \(note)") }
  }

  /// A score with its kind, and with every word that keeps it from being an official one.
  private mutating func score(_ score: Int) -> String {
    let value = joined(
      [leaves.value("ScoreValue", in: score), leaves.value("TestScoreMethod", in: score)], by: " ")
    let indicators: [(StaticString, String)] = [
      ("ScoreRevisedIndicator", "revised"), ("ScoreInvalidatedIndicator", "invalidated"),
      ("ScoreSelfreportedIndicator", "self-reported"),
    ]
    let words = indicators.map { name, word -> String? in
      leaves.value(name, in: score).flatMap { ["true", "1"].contains($0) ? word : nil }
    }
    let notes = leaves.values("NoteMessage", in: score).map { Optional.some("note: \($0)") }
    return joined([value] + words + notes)
  }
}
