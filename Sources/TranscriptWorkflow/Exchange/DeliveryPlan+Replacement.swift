public import Diagnostics
import TranscriptModel
import TranscriptPESC

extension DeliveryPlan {
  /// The same for a document that takes the place of an earlier one: the answer to each receiver names
  /// the number that this receiver has.
  ///
  /// - Parameter outputFolder: the folder whose `pesc/control.json` keeps what was sent.
  /// - Throws: why that file cannot be read.
  public func replacing(
    _ number: String, sentFrom outputFolder: String, world: any World
  ) throws(Diagnostic) -> DeliveryPlan {
    let file = ControlFile(folder: "\(outputFolder)/\(DocumentKind.pesc.folder)")
    let sent: [PESCControl]
    do throws(WorldError) {
      sent = try file.read(world: world).map(\.control)
    } catch { throw error.diagnostic }
    var plan = self
    for (student, answers) in answers {
      for (place, answer) in answers.enumerated() {
        if let known = answer.recipient.numberHeld(of: number, among: sent) {
          plan.answers[student]?[place].replaces = known
        } else {
          plan.refusals[student, default: []].append(Self.unknown(number, answer, file.path))
        }
      }
    }
    return plan
  }

  private static func unknown(_ number: String, _ answer: Answer, _ path: String) -> Diagnostic {
    let receiver = answer.recipient.receiver.names.first ?? answer.recipient.trackingID
    return Diagnostic(
      .replacedAnswerUnknown, at: SourceLocation(file: path),
      "\(receiver): nothing is on file here that was sent to it as \(number)",
      hint: "render into the folder from which it was sent, or without the request")
  }
}

extension TranscriptRequest.Recipient {
  /// The number under which the receiver has a document: that of its own copy, else that of the
  /// document as such, where it was sent; `nil` where neither is known, or copies differ.
  fileprivate func numberHeld(of number: String, among sent: [PESCControl]) -> String? {
    let copies = sent.filter {
      PESCDelivery.isCopy($0.documentID, of: number) && $0.wasSent(to: receiver)
    }
    let same = copies.filter { $0.requestTrackingID == trackingID }
    let ids = Set((same.isEmpty ? copies : same).map(\.documentID))
    if ids.count == 1 { return ids.first }
    return ids.isEmpty && sent.contains { $0.documentID == number } ? number : nil
  }
}
