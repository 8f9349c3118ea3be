import TranscriptImport

/// A first draft of a mapping for a table on disk.
public struct MappingDraft: Sendable {
  /// The draft as YAML.
  public let text: String

  /// Drafts a mapping for the table at `path`; `nil` when the table is empty.
  public init?(_ path: String, world: any World) throws(WorldError) {
    let bytes = try world.read(path, limit: 1 << 30)
    guard let draft = MappingSuggestion(InputFile(path: path, bytes: bytes)) else { return nil }
    text = draft.text
  }
}
