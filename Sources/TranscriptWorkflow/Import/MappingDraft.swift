import TranscriptImport

/// A first draft of a mapping for a table on disk.
public struct MappingDraft: Sendable {
  /// The draft as YAML.
  public let text: String
  /// Why there should be no mapping for the table, if that is so.
  public let objection: String?

  /// Drafts a mapping for the table at `path`; `nil` when the table is empty.
  public init?(_ path: String, world: any World) throws(WorldError) {
    let bytes = try world.read(path, limit: 1 << 30)
    let file = InputFile(path: path, bytes: bytes)
    guard let draft = MappingSuggestion(file) else { return nil }
    objection = MappingSuggestion.objection(to: file)
    text = draft.text
  }
}
