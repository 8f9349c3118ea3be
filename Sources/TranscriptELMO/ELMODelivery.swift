/// What an ELMO file needs beside the record.
public struct ELMODelivery: Hashable, Sendable {
  /// When the file was made, as `xs:dateTime`: `2026-06-20T14:03:11-04:00`.
  public var generatedAt: String
  /// The PDF transcript, which has to accompany the data.
  public var pdf: [UInt8]

  /// Makes a delivery.
  public init(generatedAt: String, pdf: [UInt8]) {
    self.generatedAt = generatedAt
    self.pdf = pdf
  }
}
