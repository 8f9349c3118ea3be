public import XMLKit

/// What a receiver's software says about a document that it got.
public enum Acknowledgement: Hashable, Sendable {
  /// Whether the document could be processed at all.
  ///
  /// PESC: FunctionalAcknowledgement 1.2.0.
  case functional(Functional)
  /// What the receiver read in it.
  ///
  /// PESC: TranscriptAcknowledgement 1.3.0.
  case transcript(Echo)

  /// PESC: AcknowledgmentDataType.
  public struct Functional: Hashable, Sendable {
    /// The id of the document that is acknowledged.
    public let documentID: String
    /// The number of the request, if the receiver repeats it.
    public let requestTrackingID: String?
    /// Who answers.
    public let source: Organization
    /// The id of the batch that it came in.
    public let batchID: String?
    /// Whether the document will be processed.
    public let isAccepted: Bool
    /// What the receiver's parser found.
    public let errors: [SyntaxError]
    /// Anything else.
    public let notes: [String]
  }

  /// PESC: SyntaxErrorType.
  public struct SyntaxError: Hashable, Sendable {
    /// The receiver's words.
    public let message: String
    /// The line in the document that was sent, from 1.
    public let line: Int?
    /// The column.
    public let column: Int?
    /// `Warning`, `Error` or `FatalError`.
    public let severity: String?
  }

  /// The facts that the receiver echoes.
  public struct Echo: Hashable, Sendable {
    /// The acknowledgement's own id, which some receivers fill with the id of the transcript.
    public let documentID: String
    /// The number of the request, if there was one.
    public let requestTrackingID: String?
    /// Who answers.
    public let source: Organization
    /// The student as read.
    public let person: Person
    /// The totals as read.
    public let summary: AcademicSummary?
    /// Values that are no day or number where one has to be, as they stand, by the name of the fact.
    public let unreadable: [String: String]
    /// The number of awards.
    public let awardTotal: Int?
    /// The number of courses.
    public let courseTotal: Int?
    /// Anything else.
    public let notes: [String]
  }

  /// Reads a file of either kind; UTF-8, or UTF-16 with a byte-order mark.
  ///
  /// - Throws: why the file is not XML that may be read, or not an acknowledgement.
  public init(bytes: [UInt8], name: String) throws(XMLError) {
    let root = try XMLDocument.parse(
      bytes: bytes, name: name, limits: XMLLimits(acceptsUTF16: true)
    ) { root, _ in
      root == "Acknowledgment" ? nil : "the root is \"\(root)\", which is no acknowledgement"
    }
    let namespace = root.namespace?.lowercased() ?? ""
    if namespace.hasPrefix("urn:org:pesc:message:functionalacknowledgement:v1."),
      let data = root.first("AcknowledgmentData")
    {
      // The standard has one a file: of two, one would be lost without a word.
      if let second = root.all("AcknowledgmentData").dropFirst().first {
        throw XMLError(
          .malformed, document: name, line: second.line, column: second.column,
          message: "a functional acknowledgement answers one document, and this answers several")
      }
      self = .functional(Functional(xml: data, sent: Transmission(in: root)))
      return
    }
    if namespace.hasPrefix("urn:org:pesc:message:transcriptacknowledgment:v1.") {
      self = .transcript(Echo(xml: root))
      return
    }
    throw XMLError(
      .unexpectedRoot, document: name, line: root.line, column: root.column,
      message: "\"\(root.namespace ?? "")\" is the namespace of no acknowledgement")
  }
}

extension Acknowledgement.Functional {
  init(xml: XMLElement, sent: Transmission?) {
    self.init(
      documentID: xml.value("DocumentID") ?? "", requestTrackingID: sent?.requestTrackingID,
      source: sent?.source ?? Organization(names: []), batchID: xml.value("BatchID"),
      isAccepted: xml.value("AcknowledgmentCode") == "Accepted",
      errors: xml.all("SyntaxError").map { error in
        let locator = error.first("Locator")
        return Acknowledgement.SyntaxError(
          message: error.value("ErrorMessage") ?? "", line: locator?.integer("LineNumber"),
          column: locator?.integer("ColumnNumber"), severity: error.value("SeverityCode"))
      }, notes: xml.values("NoteMessage"))
  }
}

extension Acknowledgement.Echo {
  init(xml: XMLElement) {
    let sent = Transmission(in: xml)
    self.init(
      documentID: sent?.documentID ?? "", requestTrackingID: sent?.requestTrackingID,
      source: sent?.source ?? Organization(names: []),
      person: xml.first("Person").map(Person.init(xml:)) ?? Person(name: PersonName()),
      summary: xml.first("AcademicSummary").map(AcademicSummary.init(xml:)),
      unreadable: Self.unreadable(in: xml),
      awardTotal: xml.integer("AcademicAwardTotal"), courseTotal: xml.integer("CourseTotal"),
      notes: xml.values("NoteMessage"))
  }
}

extension Acknowledgement.Echo {
  private static func unreadable(in xml: XMLElement) -> [String: String] {
    var found: [String: String] = [:]
    let birth = xml.first(at: "Person", "Birth")
    if birth?.first("BirthDate") != nil, birth?.date("BirthDate") == nil {
      found["student.birthDate"] = birth?.value("BirthDate") ?? "nothing"
    }
    let gpa = xml.first(at: "AcademicSummary", "GPA")
    for (fact, name) in [("credits.earned", "CreditHoursEarned"), ("gpa", "GradePointAverage")]
    where gpa?.first(name) != nil && gpa?.decimal(name) == nil {
      found[fact] = gpa?.value(name) ?? "nothing"
    }
    return found
  }
}

extension Transmission {
  /// The transmission data of a message, where it has any.
  fileprivate init?(in message: XMLElement) {
    guard let data = message.first("TransmissionData") else { return nil }
    self.init(xml: data)
  }
}
