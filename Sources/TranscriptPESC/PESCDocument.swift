/// A released document.
public struct PESCDocument: Hashable, Sendable {
  /// The file's bytes: UTF-8 with a declaration.
  public let bytes: [UInt8]
  /// Who sends what to whom.
  public let transmission: Transmission
  /// What an acknowledgement is checked against: keep it for every document that is sent.
  public let control: PESCControl

  /// The document's id, unique to it.
  public var documentID: String { transmission.documentID }
}
