import Testing
import TranscriptModel
import TranscriptPESC
import XMLKit

@Suite struct TranscriptRequestTests {
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <r:TranscriptRequest xmlns:r="urn:org:pesc:message:TranscriptRequest:v1.4.0">
      <r:TransmissionData>
        <DocumentID>REQ-77</DocumentID>
        <CreatedDateTime>2026-06-18T10:00:00Z</CreatedDateTime>
        <DocumentTypeCode>Request</DocumentTypeCode>
        <TransmissionType>Original</TransmissionType>
        <Source><Organization><OrganizationName>Fictional Exchange</OrganizationName>\
    </Organization></Source>
        <Destination><Organization><CEEBACT>070999</CEEBACT></Organization></Destination>
      </r:TransmissionData>
      <r:Request>
        <CreatedDateTime>2026-06-18T09:59:00Z</CreatedDateTime>
        <RequestedStudent>
          <Person>
            <SchoolAssignedPersonID>S-100234</SchoolAssignedPersonID>
            <RecipientAssignedID>APP-5</RecipientAssignedID>
            <Birth><BirthDate>2008-03-14</BirthDate></Birth>
            <Name><FirstName>ZOË</FirstName><LastName>O’Brien-Løvås</LastName></Name>
          </Person>
          <Attendance><School><OrganizationName>Example Regional High School</OrganizationName>\
    </School></Attendance>
          <ReleaseAuthorizedIndicator>true</ReleaseAuthorizedIndicator>
        </RequestedStudent>
        <Recipient>
          <RequestTrackingID>TRK-0001</RequestTrackingID>
          <Receiver>
            <RequestorReceiverOrganization>
              <OrganizationName>University of Fiction</OrganizationName>
              <IPEDS>129020</IPEDS>
            </RequestorReceiverOrganization>
          </Receiver>
        </Recipient>
        <Recipient>
          <RequestTrackingID>TRK-0002</RequestTrackingID>
          <Receiver>
            <Person><Name><FirstName>Ana</FirstName><LastName>Fiction</LastName></Name></Person>
          </Receiver>
          <UpdateReason>Duplicate</UpdateReason>
        </Recipient>
      </r:Request>
    </r:TranscriptRequest>
    """

  @Test func `A request fills the destination and the tracking id`() throws {
    let request = try TranscriptRequest(bytes: Array(Self.text.utf8), name: "request.xml")
    #expect(request.documentID == "REQ-77")
    let item = try #require(request.items.first)
    #expect(item.isReleaseAuthorized)
    #expect(item.recipients.map(\.trackingID) == ["TRK-0001", "TRK-0002"])

    let sample = SampleRecord()
    #expect(item.isFor(sample.make().student))
    let time = PESCExporterTests.delivery.createdAt
    let delivery = PESCDelivery(answering: item.recipients[0], createdAt: time)
    let root = try PESCExporterTests.tree(sample, delivery: delivery)
    let data = try #require(root.first("TransmissionData"))
    #expect(data.first(at: "Destination", "Organization", "IPEDS")?.text == "129020")
    #expect(data.text(of: "RequestTrackingID") == "TRK-0001")
    #expect(data.text(of: "TransmissionType") == "Original")
    #expect(root.first(at: "Student", "Person", "RecipientAssignedID")?.text == "APP-5")

    let second = PESCDelivery(answering: item.recipients[1], createdAt: time)
    #expect(second.destination?.names == ["Ana Fiction"])
    #expect(second.transmissionType == .duplicate)
  }

  @Test func `Without an id the names and the day of birth have to agree`() throws {
    let text = Self.text.replacing(
      "<SchoolAssignedPersonID>S-100234</SchoolAssignedPersonID>", with: "")
    let item = try #require(
      try TranscriptRequest(bytes: Array(text.utf8), name: "r.xml").items.first)
    var sample = SampleRecord()
    #expect(item.isFor(sample.make().student))
    sample.last = "O’Brien"
    #expect(!item.isFor(sample.make().student))
    sample = SampleRecord()
    sample.studentID = "another"
    let other = try #require(
      try TranscriptRequest(bytes: Array(Self.text.utf8), name: "r.xml").items.first)
    #expect(!other.isFor(sample.make().student))
  }

  private static func item(_ changes: [(String, String)]) throws -> TranscriptRequest.Item {
    let text = changes.reduce(Self.text) { $0.replacing($1.0, with: $1.1) }
    return try #require(try TranscriptRequest(bytes: Array(text.utf8), name: "r.xml").items.first)
  }

  @Test(arguments: [
    ("ZOË", "Someone", ["first name"]), ("O’Brien-Løvås", "Else", ["last name"]),
    ("2008-03-14", "2001-01-01", ["day of birth"]),
    ("S-100234", "S-9", ["school's id"]),
    (
      "<Birth>",
      "<AgencyIdentifier><AgencyAssignedID>0000000009</AgencyAssignedID>"
        + "<AgencyCode>State</AgencyCode></AgencyIdentifier><Birth>", ["state's id"]
    ),
  ])
  func `Whatever disagrees is named, also where an id agrees`(
    from: String, to: String, names: [String]
  ) throws {
    let student = SampleRecord().make().student
    let item = try Self.item([(from, to)])
    #expect(item.pointsTo(student) && !item.isFor(student))
    #expect(item.differences(from: student).map(\.name) == names)
  }

  @Test(arguments: [
    ("ZOË", "zoe"), ("O’Brien-Løvås", "OBRIEN LOVAS"), ("ZOË", "Zoë Nguyễn"),
    ("<LastName>", "<MiddleName>N.</MiddleName><LastName>"),
  ])
  func `Case, accents, punctuation and an initial do not count`(from: String, to: String) throws {
    let item = try Self.item([(from, to)])
    #expect(item.isFor(SampleRecord().make().student))
  }

  @Test func `The name that documents show is a name on file`() throws {
    var sample = SampleRecord()
    sample.displayName = "Kit Marlowe"
    #expect(
      try Self.item([("ZOË", "Kit"), ("O’Brien-Løvås", "Marlowe")]).isFor(sample.make().student))
    #expect(try !Self.item([("ZOË", "Kat")]).isFor(sample.make().student))
  }

  @Test(arguments: ["false", "0", ""])
  func `A release that is not authorised is seen`(flag: String) throws {
    let text = Self.text.replacing(
      "Indicator>true<", with: "Indicator>\(flag)<")
    let request = try TranscriptRequest(bytes: Array(text.utf8), name: "r.xml")
    #expect(request.items.map(\.isReleaseAuthorized) == [false])
  }

  @Test(.enabled(if: SharedFolder.isPresent))
  func `The request that is tested is one that PESC's schema allows`() throws {
    let files = try SharedFolder.schemas("schemas/pesc/related-1.5.0")
    let schema = try XMLSchema(named: "TranscriptRequest_v1.4.0.xsd", in: files)
    let violations = try schema.validate(bytes: Array(Self.text.utf8), name: "request.xml")
    #expect(violations == [])
  }
}
