import TranscriptModel
import TranscriptPESC

/// How documents for software are sent.
public struct ExchangeOptions: Sendable {
  /// How a document relates to earlier ones (PESC: TransmissionType).
  public enum Transmission: String, Sendable, Hashable, CaseIterable {
    case original, duplicate, reissue, replace, resubmission
  }

  /// Whether a document is meant (PESC: DocumentProcessCode).
  public enum Process: String, Sendable, Hashable, CaseIterable {
    case test, production
  }

  /// Whether the full mastery record rides along.
  public var includesExtension: Bool
  /// How documents relate to earlier ones; `nil` follows the document's status.
  public var transmission: Transmission?
  /// Whether documents are meant; `nil`: drafts and those of fictional districts are tests.
  public var process: Process?
  /// Whether each class is also written as one AcademicRecordBatch.
  public var writesBatch: Bool
  /// The request that is answered; it chooses students and receivers.
  public var plan: DeliveryPlan?

  /// Creates options.
  public init(
    includesExtension: Bool = true, transmission: Transmission? = nil, process: Process? = nil,
    writesBatch: Bool = false, plan: DeliveryPlan? = nil
  ) {
    self.includesExtension = includesExtension
    self.transmission = transmission
    self.process = process
    self.writesBatch = writesBatch
    self.plan = plan
  }

  /// One delivery a receiver; without a request one, whose receiver the student names.
  func deliveries(to student: Identifier<Student>) -> [PlannedDelivery] {
    guard let plan else { return [PlannedDelivery(answer: nil, options: self)] }
    return (plan.answers[student] ?? []).map { PlannedDelivery(answer: $0, options: self) }
  }
}

/// One delivery of one student's documents.
struct PlannedDelivery: Sendable {
  let answer: DeliveryPlan.Answer?
  let options: ExchangeOptions

  /// What the file's name has beside the id; the record is the same for every receiver.
  func suffix(for kind: DocumentKind) -> String? { kind == .json ? nil : answer?.suffix }

  /// How the record's XML is sent.
  func delivery(of record: TranscriptRecord) -> PESCDelivery {
    let createdAt = PESCTimestamp(startOf: record.document.issuedOn)
    var delivery =
      answer.map { PESCDelivery(answering: $0.recipient, createdAt: createdAt) }
      ?? PESCDelivery(createdAt: createdAt)
    if let answer {
      delivery.documentID = PESCDelivery.copyID(of: record, for: answer.recipient)
      delivery.replaces = answer.replaces
    }
    delivery.includesExtension = options.includesExtension
    if let transmission = options.transmission { delivery.transmissionType = transmission.pesc }
    if let process = options.process { delivery.isTest = process == .test }
    return delivery
  }
}

extension ExchangeOptions.Transmission {
  fileprivate var pesc: PESCDelivery.TransmissionType {
    switch self {
    case .original: .original
    case .duplicate: .duplicate
    case .reissue: .reissue
    case .replace: .replace
    case .resubmission: .resubmission
    }
  }
}
