import Diagnostics
import TranscriptImport
import TranscriptModel
import TranscriptPESC

/// `control.json` beside the documents for software: the facts of each that a receiver echoes.
struct ControlFile: Sendable {
  /// One document that was written.
  struct Entry: Sendable {
    /// Below the output folder.
    let path: String
    let control: PESCControl
  }

  /// What the file holds.
  struct Contents: Sendable {
    var entries: [Entry] = []
    /// The forms of document numbers under which the entries were written, as district.yaml has
    /// them.
    var numberForms: [String] = []
  }

  let path: String

  init(folder: String) { path = "\(folder)/control.json" }

  /// The entries in the file's order; none when there is no file.
  func read(world: any World) throws(WorldError) -> [Entry] { try contents(world: world).entries }

  /// All that the file holds; nothing when there is no file.
  func contents(world: any World) throws(WorldError) -> Contents {
    guard world.exists(path) else { return Contents() }
    let bytes = try world.read(path, limit: 64 << 20)
    do throws(Diagnostic) {
      let file = try JSONFile.read(bytes, path: path)
      let entries = try (file["documents"]?.items ?? []).map { item throws(Diagnostic) in
        guard let file = item["file"]?.text, let control = PESCControl(file: item) else {
          throw Diagnostic(.notComparable, at: item.location, "an entry is incomplete")
        }
        return Entry(path: file, control: control)
      }
      let forms = file["documentNumbers"]?.items?.compactMap(\.text) ?? []
      return Contents(entries: entries, numberForms: forms)
    } catch {
      let place = error.location.map { " at \($0)" } ?? ""
      throw WorldError(
        .unreadable, path: path, reason: "\(error.message)\(place); move the file away")
    }
  }

  /// Writes the entries and the forms of their numbers.
  func write(_ contents: Contents, world: any World) throws(WorldError) {
    let value = JSONValue.object([
      "format": .text("mastery-transcript-control"), "formatVersion": .integer(1),
      "documentNumbers": .list(contents.numberForms.map(JSONValue.text)),
      "documents": .list(
        contents.entries.map { entry in
          guard case .object(var members) = entry.control.json else { return .null }
          members["file"] = .text(entry.path)
          return .object(members)
        }),
    ])
    try world.write(Array(value.readableText.utf8), to: path)
  }
}

extension [ControlFile.Entry] {
  /// With newer entries: one of the same file and document takes the place of the older.
  func merged(with newer: [ControlFile.Entry]) -> [ControlFile.Entry] {
    let key = { (entry: ControlFile.Entry) in "\(entry.path)\u{0}\(entry.control.documentID)" }
    let replaced = Set(newer.map(key))
    return (filter { !replaced.contains(key($0)) } + newer).sorted { key($0) < key($1) }
  }
}
