/// The files of a template folder with the phrase tables beside it, as bytes.
///
/// Nothing here reads a disk: the caller says what is in the folder.
public struct TemplateFiles: Hashable, Sendable {
  /// What messages call the folder: `templates/official`.
  public var name: String
  /// The files by path relative to the folder: `style.yaml`, `page-1.mustache`.
  public var files: [String: [UInt8]]
  /// Phrase tables by BCP 47 tag; `en` is the one that all others fall back to.
  public var phrases: [String: [UInt8]]
  /// The product's own English tables, which others are checked against; empty where those among
  /// `phrases` are the product's.
  public var reference: [String: [UInt8]]

  /// What messages call the folder of the phrase tables.
  public var phraseFolder: String

  /// Creates the files of a folder.
  public init(
    name: String, files: [String: [UInt8]], phrases: [String: [UInt8]],
    reference: [String: [UInt8]] = [:], phraseFolder: String = "phrases"
  ) {
    self.phraseFolder = phraseFolder
    self.name = name
    self.files = files
    self.phrases = phrases
    self.reference = reference
  }
}
