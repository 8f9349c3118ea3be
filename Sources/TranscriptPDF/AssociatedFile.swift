/// A file that travels inside the PDF as the same facts in another form.
public struct AssociatedFile: Hashable, Sendable {
  /// The file's name as a reader shows it; ASCII without folders.
  public var name: String
  /// What it is, in one line.
  public var summary: String
  /// The media type, as in `application/xml`.
  public var mediaType: String
  /// The bytes, kept exactly.
  public var bytes: [UInt8]

  /// A file with its name and type.
  public init(name: String, summary: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.summary = summary
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
