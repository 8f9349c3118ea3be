/// What this document is: number, status and days.
public struct DocumentIdentity: Hashable, Sendable {
  /// The document's number; `nil` until it is issued.
  public let number: String?
  /// Identifies the document to software: 32 hexadecimal digits, derived from its content.
  public let id: String
  /// Draft, unofficial, official or amended; printed on every page.
  public let status: DocumentStatus
  /// The day for which evidence was resolved.
  public let asOf: CalendarDate
  /// The day printed as the day of issue.
  public let issuedOn: CalendarDate
  /// The number of the document that this one replaces.
  public let replaces: String?
  /// At which point of the year it is sent.
  public let edition: DocumentEdition
  /// Into whose hands it is given; `nil` for another institution.
  public let issuedTo: DocumentReceiver?

  /// Creates the value from its parts.
  public init(
    number: String? = nil, id: String, status: DocumentStatus, asOf: CalendarDate,
    issuedOn: CalendarDate, replaces: String? = nil, edition: DocumentEdition = .usual,
    issuedTo: DocumentReceiver? = nil
  ) {
    self.number = number
    self.id = id
    self.status = status
    self.asOf = asOf
    self.issuedOn = issuedOn
    self.replaces = replaces
    self.edition = edition
    self.issuedTo = issuedTo
  }
}
