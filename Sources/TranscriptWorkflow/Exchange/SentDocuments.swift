import Diagnostics
import TranscriptImport
import TranscriptModel
import TranscriptPESC

/// One document for software that a batch has written.
struct SentDocument: Sendable {
  /// Below the output folder.
  let path: String
  let classOf: Int
  let control: PESCControl
  /// Kept only where a class is written as one batch.
  let document: PESCDocument?
}

/// The documents of one run: what an acknowledgement is later held against.
struct SentDocuments: Sendable {
  private let documents: [SentDocument]
  private let folder: String

  init(_ documents: [SentDocument], folder: String) {
    self.documents = documents.sorted { $0.path < $1.path }
    self.folder = folder
  }

  /// Adds the controls to `control.json`; what an earlier run sent stays in it.
  ///
  /// - Parameter numberForm: the form of the school's numbers, by which an answer tells whether a
  ///   number is one of them.
  func writeControls(numberForm: String, world: any World) throws(WorldError) {
    let file = ControlFile(folder: folder)
    let new = documents.map { ControlFile.Entry(path: $0.path, control: $0.control) }
    var contents = try file.contents(world: world)
    if contents.entries.isEmpty && new.isEmpty { return }
    contents.entries = contents.entries.merged(with: new)
    if !contents.numberForms.contains(numberForm) { contents.numberForms.append(numberForm) }
    try file.write(contents, world: world)
  }

  /// One batch for each class and receiver, and what was refused.
  func batches(
    _ exporter: PESCBatchExporter, plan: DeliveryPlan?, createdOn: CalendarDate
  ) -> (files: [(name: String, bytes: [UInt8])], problems: [Diagnostic]) {
    var files: [(name: String, bytes: [UInt8])] = []
    var problems: [Diagnostic] = []
    for (year, ofClass) in Dictionary(grouping: documents, by: \.classOf).sorted(by: {
      $0.key < $1.key
    }) {
      let groups = Self.byReceiver(ofClass.compactMap(\.document))
      for (index, group) in groups.enumerated() {
        let name = "class-\(year)" + (groups.count > 1 ? "-\(index + 1)" : "") + ".xml"
        do throws(PESCRefusal) {
          files.append((name, try exporter.bytes(of: Self.batch(group, createdOn: createdOn))))
        } catch {
          problems += error.diagnostics.map {
            Diagnostic(.pescBatchRefused, "\(name): \($0.message)", hint: $0.hint)
          }
        }
      }
    }
    return (files, problems)
  }

  /// A batch has one receiver.
  private static func byReceiver(_ documents: [PESCDocument]) -> [[PESCDocument]] {
    var order: [Organization] = []
    var groups: [Organization: [PESCDocument]] = [:]
    for document in documents {
      let receiver = document.transmission.destination
      if groups[receiver] == nil { order.append(receiver) }
      groups[receiver, default: []].append(document)
    }
    return order.compactMap { groups[$0] }
  }

  /// The batch's id follows from its documents, so that the same class has the same id.
  private static func batch(_ documents: [PESCDocument], createdOn: CalendarDate) -> PESCBatch {
    let ids = documents.map(\.documentID).joined(separator: "\n")
    let transmission = documents.first?.transmission
    return PESCBatch(
      id: "BATCH-\(SHA256.hex(Array(ids.utf8)).prefix(24).uppercased())",
      createdAt: PESCTimestamp(startOf: createdOn),
      source: transmission?.source ?? Organization(names: []),
      destination: transmission?.destination ?? Organization(names: []), documents: documents)
  }
}
