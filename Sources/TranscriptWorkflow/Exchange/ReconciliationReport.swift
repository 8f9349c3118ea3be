public import Diagnostics
import TranscriptPESC
import XMLKit

/// What became of the documents of an output folder, by the acknowledgements that came back.
public struct ReconciliationReport: Sendable {
  private let entries: [(file: String, entry: Reconciliation.Entry)]
  /// What could be read, with its file.
  private let received: [(file: String, acknowledgement: Acknowledgement)]
  private let unknown: [(file: String, acknowledgement: Acknowledgement)]
  private let ambiguous: [(file: String, documents: [String])]
  /// Acknowledgements that cannot be read; the others are reported.
  public let unreadable: [Diagnostic]

  /// Reads the folder's `pesc/control.json` and the acknowledgements.
  ///
  /// - Throws: why nothing can be reported: no controls, or no acknowledgement that can be read.
  public init(
    outputFolder: String, acknowledgements: [String], world: any World
  ) throws(Diagnostic) {
    let file = ControlFile(folder: "\(outputFolder)/\(DocumentKind.pesc.folder)")
    guard world.exists(file.path) else {
      throw Diagnostic(
        .fileUnreadable, at: SourceLocation(file: file.path), "nothing was sent from this folder",
        hint: "name the folder that render wrote, with --out")
    }
    let control: ControlFile.Contents
    do throws(WorldError) {
      control = try file.contents(world: world)
    } catch { throw error.diagnostic }
    let sent = control.entries
    var received: [(file: String, acknowledgement: Acknowledgement)] = []
    var unreadable: [Diagnostic] = []
    for path in acknowledgements {
      do throws(Diagnostic) {
        received.append((path, try Self.acknowledgement(path, world: world)))
      } catch { unreadable.append(error) }
    }
    if received.isEmpty, let first = unreadable.first { throw first }
    self.unreadable = unreadable
    self.received = received
    let result = Reconciliation(
      sent: sent.map(\.control), received: received.map(\.acknowledgement),
      numbers: control.numberForms.map { DocumentNumberForm($0) })
    entries = zip(sent, result.entries).map { ($0.path, $1) }
    unknown = received.filter { result.unknown.contains($0.acknowledgement) }
    ambiguous = received.compactMap { item in
      result.ambiguous.first { $0.acknowledgement == item.acknowledgement }.map { found in
        (item.file, found.candidates.map { "\(sent[$0].path) (\(sent[$0].control.documentID))" })
      }
    }
  }

  private static func acknowledgement(
    _ path: String, world: any World
  ) throws(Diagnostic) -> Acknowledgement {
    let bytes: [UInt8]
    do throws(WorldError) {
      bytes = try world.read(path, limit: 16 << 20)
    } catch { throw error.diagnostic }
    do throws(XMLError) {
      return try Acknowledgement(bytes: bytes, name: path)
    } catch { throw Diagnostic(error, file: path) }
  }

  /// Whether every document was accepted and every echoed fact agrees.
  public var isComplete: Bool {
    unknown.isEmpty && ambiguous.isEmpty && unreadable.isEmpty
      && entries.allSatisfy { $0.entry.outcome == .accepted || $0.entry.outcome == .confirmed }
  }

  private func count(_ word: String) -> Int {
    entries.reduce(0) { $0 + ($1.entry.outcome.word == word ? 1 : 0) }
  }

  /// Counts first, then each document that needs a person, with the reasons.
  public var text: String {
    let words = ["confirmed", "accepted", "rejected", "different", "unanswered"]
    var text = words.map { "\(count($0)) \($0)" }.joined(separator: ", ") + "\n"
    for (file, entry) in entries
    where entry.outcome != .confirmed || !entry.remarks.isEmpty {
      if entry.outcome == .accepted && entry.notes.isEmpty && entry.remarks.isEmpty { continue }
      text += "\n\(file), document \(entry.control.documentID): \(entry.outcome.word)"
      let answers = files(of: entry)
      text += answers.isEmpty ? "\n" : ", by \(answers.joined(separator: " and "))\n"
      text += (entry.details + entry.notes.map { "note: \($0)" }).map { "  \($0)\n" }.joined()
    }
    for item in unknown {
      text += "\n\(item.file): answers no document of this folder\n"
      text += item.acknowledgement.description.map { "  \($0)\n" }.joined()
    }
    for item in ambiguous {
      text +=
        "\n\(item.file): ambiguous, it may answer \(item.documents.joined(separator: " or "))\n"
    }
    for problem in unreadable { text += "\n" + DiagnosticText().render(problem) }
    return text
  }

  /// The files that answer a document.
  private func files(of entry: Reconciliation.Entry) -> [String] {
    received.filter { entry.answers.contains($0.acknowledgement) }.map(\.file)
  }

  /// The same for software.
  public var json: JSONValue {
    .members([
      "documents": .list(
        entries.map { file, entry in
          .members([
            "file": .text(file), "documentID": .text(entry.control.documentID),
            "outcome": .text(entry.outcome.word),
            "details": .list(entry.details.map(JSONValue.text)),
            "acknowledgements": .list(files(of: entry).map(JSONValue.text)),
            "notes": .list(entry.notes.map(JSONValue.text)),
          ])
        }),
      "ambiguous": .list(
        ambiguous.map { file, documents in
          .members(["file": .text(file), "documents": .list(documents.map(JSONValue.text))])
        }),
      "unreadable": .list(unreadable.map { $0.json() }),
      "unknown": .list(unknown.map { .text($0.file) }),
    ])
  }
}

extension Acknowledgement {
  /// What an answer says where there is nothing to set it beside.
  fileprivate var description: [String] {
    let sender = source.names.first ?? source.codes.values.sorted().first
    let about = "document \(documentID)" + (sender.map { ", from \($0)" } ?? "")
    guard case .functional(let functional) = self else { return [about] }
    let word = functional.isAccepted ? "accepted" : "rejected"
    return ["\(about): \(word)"] + functional.errors.map(\.description)
  }
}

extension Acknowledgement.SyntaxError {
  fileprivate var description: String {
    let column = column.map { ", column \($0)" } ?? ""
    let place = line.map { " at line \($0)\(column)" } ?? ""
    return "\(severity ?? "Error")\(place): \(message)"
  }
}

extension Reconciliation.Entry {
  /// Why it was rejected, what differs, and what the receiver's parser found in spite of accepting it.
  fileprivate var details: [String] { outcome.details + remarks.map(\.description) }
}

extension Reconciliation.Outcome {
  fileprivate var word: String {
    switch self {
    case .unanswered: "unanswered"
    case .confirmed: "confirmed"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .differs: "different"
    }
  }

  fileprivate var details: [String] {
    switch self {
    case .unanswered, .confirmed, .accepted: []
    case .rejected(let errors): errors.map(\.description)
    case .differs(let differences):
      differences.map {
        "\($0.name): sent \(Self.stated($0.left)), received \(Self.stated($0.right))"
      }
    }
  }

  private static func stated(_ text: String) -> String { text.isEmpty ? "(not stated)" : text }
}
