/// A released document.
public struct PESCDocument: Hashable, Sendable {
  /// The file's bytes: UTF-8 with a declaration.
  public let bytes: [UInt8]
  /// What the document says, as a value.
  public let transcript: HighSchoolTranscript

  /// The document's id, unique to it.
  public var documentID: String { transcript.transmission.documentID }

  /// What an acknowledgement is checked against: keep it for every document that is sent.
  public var control: PESCControl { PESCControl(transcript) }
}
