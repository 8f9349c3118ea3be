public import TranscriptModel
public import XMLKit

/// A TranscriptRequest 1.4.0: whose transcripts are asked for, and where they go.
public struct TranscriptRequest: Hashable, Sendable {
  /// One student's request, which may name several receivers.
  public struct Item: Hashable, Sendable {
    /// Whose transcript.
    public let student: Person
    /// Schools that the student attended, as the request says.
    public let attended: [Organization]
    /// Whether the student has agreed to the release.
    ///
    /// Without it nothing may be sent.
    public let isReleaseAuthorized: Bool
    /// Where it goes.
    ///
    /// PESC lets a request leave it out.
    public let recipients: [Recipient]
    /// Who asks, where that is an organisation.
    public let requestor: Organization?
  }

  /// One receiver of one student's transcript.
  public struct Recipient: Hashable, Sendable {
    /// The number that the answer has to carry.
    public let trackingID: String
    /// Who receives it.
    public let receiver: Organization
    /// The receiver's id for the student.
    public let recipientAssignedID: String?
    /// What the document waits for, such as `AfterGradesPosted`; `nil` when it goes at once.
    public let hold: String?
    /// The day on which a hold ends.
    public let releaseDate: CalendarDate?
    /// Whether an official document is wanted; `nil` where the request does not say.
    public let isOfficial: Bool?
    /// `Cancelled`, `Revised` or `Duplicate`; `nil` for a first request.
    public let updateReason: String?
  }

  /// The request's own id.
  public let documentID: String
  /// Who asks.
  public let source: Organization
  /// The requests, in document order.
  public let items: [Item]

  private static let namespace = "urn:org:pesc:message:TranscriptRequest:v1."

  /// Reads a file; UTF-8, or UTF-16 with a byte-order mark.
  ///
  /// - Throws: why the file is not XML that may be read, or not a transcript request.
  public init(bytes: [UInt8], name: String) throws(XMLError) {
    let root = try XMLDocument.parse(
      bytes: bytes, name: name, limits: XMLLimits(acceptsUTF16: true)
    ) { root, namespace in
      root == "TranscriptRequest" && namespace?.hasPrefix(Self.namespace) == true
        ? nil : "the root is \"\(root)\", which is no TranscriptRequest 1"
    }
    guard let transmission = root.first("TransmissionData").map(Transmission.init(xml:)) else {
      throw XMLError(
        .schema, document: name, line: root.line, column: root.column,
        message: "the request has no TransmissionData")
    }
    documentID = transmission.documentID
    source = transmission.source
    items = root.all("Request").map(Item.init(xml:))
  }
}

extension TranscriptRequest.Item {
  init(xml: XMLElement) {
    let requested = xml.first("RequestedStudent")
    let requestor = xml.first("Requestor")?.first("RequestorReceiverOrganization")
    let student = requested?.first("Person").map(Person.init(xml:)) ?? Person(name: PersonName())
    self.init(
      student: student,
      attended: (requested?.all("Attendance") ?? []).compactMap {
        $0.first("School").map(Organization.init(xml:))
      },
      isReleaseAuthorized: requested?.flag("ReleaseAuthorizedIndicator") ?? false,
      recipients: xml.all("Recipient").map {
        TranscriptRequest.Recipient(
          xml: $0, recipientAssignedID: student.recipientAssignedID)
      }, requestor: requestor.map(Organization.init(xml:)))
  }
}

extension TranscriptRequest.Recipient {
  /// Whoever asks, as the receiver of a request that names none; it has no number.
  public init(answering requestor: Organization, recipientAssignedID: String?) {
    self.init(
      trackingID: "", receiver: requestor, recipientAssignedID: recipientAssignedID, hold: nil,
      releaseDate: nil, isOfficial: nil, updateReason: nil)
  }

  init(xml: XMLElement, recipientAssignedID: String?) {
    let receiver = xml.first("Receiver")
    self.init(
      trackingID: xml.value("RequestTrackingID") ?? "",
      receiver: receiver?.first("RequestorReceiverOrganization").map(Organization.init(xml:))
        ?? Self.person(receiver?.first("Person")),
      recipientAssignedID: recipientAssignedID,
      hold: Self.hold(xml.first("TranscriptHold")?.value("HoldType")),
      releaseDate: xml.first("TranscriptHold")?.date("ReleaseDate"),
      isOfficial: xml.value("DocumentOfficialCode").map { $0 == "Official" },
      updateReason: xml.value("UpdateReason"))
  }

  /// Whether the answer to the other would be the same document again.
  public func isSameDelivery(as other: TranscriptRequest.Recipient) -> Bool {
    trackingID == other.trackingID && receiver.designations == other.receiver.designations
  }

  /// The first mark that turns the direction of writing, as `U+202E`, in what goes into a document.
  public var directionMark: String? {
    let address = receiver.address.map {
      $0.lines + [$0.city, $0.state, $0.postalCode].compactMap(\.self)
    }
    let texts =
      receiver.names + Array(receiver.codes.values) + (address ?? []) + receiver.notes
      + [receiver.localCode?.code, receiver.email, recipientAssignedID].compactMap(\.self)
      + receiver.urls.flatMap { [$0.url] + [$0.note].compactMap(\.self) } + [trackingID]
    let mark = texts.lazy.flatMap(\.unicodeScalars).first {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    return mark.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }

  /// `Now` is the standard's word for no hold.
  private static func hold(_ type: String?) -> String? { type == "Now" ? nil : type }

  /// A transcript's destination is always an organisation; a person is one by name.
  private static func person(_ xml: XMLElement?) -> Organization {
    let name = xml?.first("Name").map(PersonName.init(xml:))?.joined
    return Organization(names: [name].compactMap(\.self))
  }
}

extension PESCDelivery {
  /// The number of the copy for one receiver: the record's number, a hyphen, and four characters that
  /// follow from the number, the receiver and the request.
  ///
  /// The same copy always has the same number; the PDF prints the part before the hyphen.
  public static func copyID(
    of record: TranscriptRecord, for recipient: TranscriptRequest.Recipient
  ) -> String {
    let number = TranscriptMapping.documentID(of: record)
    let parts = [number, recipient.trackingID] + recipient.receiver.designations
    let digest = SHA256.hex(Array(parts.joined(separator: "\n").utf8))
    return "\(number)-\(SHA256.readable(digest, length: 4))"
  }

  /// Whether a document's number can be that of a copy of the document with the other number.
  public static func isCopy(_ copy: String, of number: String) -> Bool {
    !number.isEmpty && copy.utf8.count == number.utf8.count + 5 && copy.hasPrefix("\(number)-")
  }

  /// The delivery that answers a request: its receiver, its tracking id, its ids.
  public init(answering recipient: TranscriptRequest.Recipient, createdAt: PESCTimestamp) {
    self.init(
      createdAt: createdAt, destination: recipient.receiver, documentType: .studentRequest,
      transmissionType: recipient.updateReason == "Duplicate" ? .duplicate : nil,
      requestTrackingID: recipient.trackingID.isEmpty ? nil : recipient.trackingID,
      recipientAssignedID: recipient.recipientAssignedID)
  }
}
