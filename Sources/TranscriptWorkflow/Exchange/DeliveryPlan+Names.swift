public import Diagnostics
public import TranscriptModel
import TranscriptPESC

extension DeliveryPlan {
  /// The same with other names for answers whose files would take the place of what another receiver
  /// was sent from the folder.
  ///
  /// - Parameter outputFolder: the folder whose `pesc/control.json` keeps what was sent.
  /// - Throws: why that file cannot be read.
  public func keepingFiles(
    of outputFolder: String, status: DocumentStatus, world: any World
  ) throws(Diagnostic) -> DeliveryPlan {
    let sent: [ControlFile.Entry]
    do throws(WorldError) {
      sent = try ControlFile(folder: "\(outputFolder)/\(DocumentKind.pesc.folder)")
        .read(world: world)
    } catch { throw error.diagnostic }
    var plan = self
    for (student, answers) in answers {
      var used: Set<String> = []
      for (place, answer) in answers.enumerated() {
        var suffix = answer.suffix
        while used.contains(suffix.lowercased())
          || Self.belongsToAnother(
            DocumentKind.pesc.path(for: student, status: status, answering: suffix), answer, sent)
        {
          suffix += "~"
        }
        used.insert(suffix.lowercased())
        plan.answers[student]?[place].suffix = suffix
      }
    }
    return plan
  }

  private static func belongsToAnother(
    _ path: String, _ answer: Answer, _ sent: [ControlFile.Entry]
  ) -> Bool {
    // Names that differ only in case are one where case does not count.
    let there = sent.filter { $0.path.lowercased() == path.lowercased() }
    return !there.isEmpty
      && !there.contains { $0.control.wasSent(to: answer.recipient.receiver) }
  }
}
