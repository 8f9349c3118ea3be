/// How one document is sent: everything that is not in the record.
///
/// What is left out follows from the record: an amended document replaces, a draft is a test.
public struct PESCDelivery: Hashable, Sendable {
  /// When the document was made.
  public var createdAt: PESCTimestamp
  /// Who receives it; `nil` when the student decides.
  public var destination: Organization?
  /// Why it is sent.
  ///
  /// PESC: DocumentTypeCode.
  public var documentType: DocumentType
  /// PESC: TransmissionType; `nil` follows the document's status.
  public var transmissionType: TransmissionType?
  /// Whether it is a test; `nil` follows the document's status.
  public var isTest: Bool?
  /// The number of the request that it answers, at most 35 characters.
  public var requestTrackingID: String?
  /// The document's own number; `nil` is that of the record.
  ///
  /// Copies for several receivers each have one, so that an answer says which copy it means.
  public var documentID: String?
  /// The number that the receiver has of the document that this one replaces; `nil` is that of the
  /// record.
  ///
  /// The answer to a request has a number of its own.
  public var replaces: String?
  /// The receiver's id for the student, at most 20 characters.
  public var recipientAssignedID: String?
  /// Whether the full mastery record rides along in UserDefinedExtensions.
  public var includesExtension: Bool

  /// Who asked for the document.
  public enum DocumentType: String, Sendable, Hashable, CaseIterable {
    case studentRequest = "StudentRequest"
    case institutionRequest = "InstitutionRequest"
    case thirdPartyRequest = "ThirdPartyRequest"
    case requestedRecord = "RequestedRecord"
  }

  /// How the document relates to earlier ones.
  public enum TransmissionType: String, Sendable, Hashable, CaseIterable {
    case original = "Original"
    case duplicate = "Duplicate"
    case reissue = "Reissue"
    case replace = "Replace"
    case resubmission = "Resubmission"
  }

  /// Makes a delivery.
  public init(
    createdAt: PESCTimestamp, destination: Organization? = nil,
    documentType: DocumentType = .studentRequest, transmissionType: TransmissionType? = nil,
    isTest: Bool? = nil, requestTrackingID: String? = nil, recipientAssignedID: String? = nil,
    includesExtension: Bool = true
  ) {
    self.createdAt = createdAt
    self.destination = destination
    self.documentType = documentType
    self.transmissionType = transmissionType
    self.isTest = isTest
    self.requestTrackingID = requestTrackingID
    self.recipientAssignedID = recipientAssignedID
    self.includesExtension = includesExtension
  }
}
