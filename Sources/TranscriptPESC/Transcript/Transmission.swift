/// PESC: TransmissionData.
public struct Transmission: Hashable, Sendable {
  /// At most 35 characters, unique to the document.
  public var documentID: String
  /// PESC: CreatedDateTime, as written.
  public var createdDateTime: String
  /// `StudentRequest`, `InstitutionRequest`, `ThirdPartyRequest`, `RequestedRecord` and others.
  public var documentTypeCode: String
  /// `Original`, `Duplicate`, `Reissue`, `Replace`, `Resubmission`, `MutuallyDefined`.
  public var transmissionType: String
  /// Who sends.
  public var source: Organization
  /// Who receives.
  public var destination: Organization
  /// `TEST` or `PRODUCTION`.
  public var documentProcessCode: String?
  /// `Official` or `Unofficial`.
  public var documentOfficialCode: String?
  /// `Complete` or `Partial`.
  public var documentCompleteCode: String?
  /// The number of the request that the document answers.
  public var requestTrackingID: String?
  /// At most 80 characters each.
  public var notes: [String]

  /// Makes transmission data.
  public init(
    documentID: String, createdDateTime: String, documentTypeCode: String,
    transmissionType: String, source: Organization, destination: Organization,
    documentProcessCode: String? = nil, documentOfficialCode: String? = nil,
    documentCompleteCode: String? = nil, requestTrackingID: String? = nil, notes: [String] = []
  ) {
    self.documentID = documentID
    self.createdDateTime = createdDateTime
    self.documentTypeCode = documentTypeCode
    self.transmissionType = transmissionType
    self.source = source
    self.destination = destination
    self.documentProcessCode = documentProcessCode
    self.documentOfficialCode = documentOfficialCode
    self.documentCompleteCode = documentCompleteCode
    self.requestTrackingID = requestTrackingID
    self.notes = notes
  }
}
