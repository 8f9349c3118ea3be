/// Several transcripts in one AcademicRecordBatch 2.1.0, for receivers that ask for it.
///
/// One student a file stays the default: many receivers take nothing else.
public struct PESCBatch: Hashable, Sendable {
  /// The namespace of the batch's root.
  public static let namespace = "urn:org:pesc:message:AcademicRecordBatch:v2.1.0"

  /// At most 35 characters, unique to the batch.
  public var id: String
  /// When it was made.
  public var createdAt: PESCTimestamp
  /// Who sends it.
  public var source: Organization
  /// Who receives it.
  public var destination: Organization
  /// Whether an agency on the way may take it apart.
  ///
  /// PESC: ParseBatch, DeliverWhole.
  public var mayBeParsed: Bool
  /// The released documents, in the order in which they are written.
  public var documents: [PESCDocument]

  /// Makes a batch of documents that have been released one by one.
  public init(
    id: String, createdAt: PESCTimestamp, source: Organization, destination: Organization,
    mayBeParsed: Bool = true, documents: [PESCDocument]
  ) {
    self.id = id
    self.createdAt = createdAt
    self.source = source
    self.destination = destination
    self.mayBeParsed = mayBeParsed
    self.documents = documents
  }
}
