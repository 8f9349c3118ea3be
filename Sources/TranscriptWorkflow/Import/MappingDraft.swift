public import Diagnostics
import TranscriptImport

/// A first draft of a mapping for a table on disk.
public struct MappingDraft: Sendable {
  /// The draft as YAML.
  public let text: String

  /// Why there should be no mapping for the table; the draft is empty then.
  public let refusal: Diagnostic?

  /// Drafts a mapping for the table at `path`; `nil` when the table is empty.
  public init?(_ path: String, world: any World) throws(WorldError) {
    let bytes = try world.read(path, limit: 1 << 30)
    let file = InputFile(path: path, bytes: bytes)
    refusal = MappingSuggestion.refusal(of: file)
    guard let draft = MappingSuggestion(file) else { return nil }
    text = refusal == nil ? draft.text : ""
  }

  /// The names of the mappings that need no file.
  public static var builtIn: [String] { ImportPlanner.builtInMappings }

  /// A mapping that needs no file, as YAML.
  public static func builtIn(named name: String) -> String? {
    ImportPlanner.builtInMapping(named: name)
  }
}
