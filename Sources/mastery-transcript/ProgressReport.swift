import Synchronization
import TranscriptWorkflow

/// Shows how far a batch has come: a bar on a terminal, plain lines elsewhere.
final class ProgressReport: Sendable {
  private let total: Int
  private let done = Mutex(0)

  init(total: Int) { self.total = total }

  /// Counts a student; the lock keeps lines whole.
  func add(_ line: BatchSummary.Line) {
    done.withLock { done in
      done += 1
      guard Terminal.isInteractive else {
        if line.outcome != .done {
          Terminal.report("\(done)/\(total) \(line.student) \(line.outcome.rawValue)\n")
        } else if done == total || done.isMultiple(of: 50) {
          Terminal.report("\(done)/\(total)\n")
        }
        return
      }
      let width = 40
      let filled = total == 0 ? width : width * done / total
      let bar =
        String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      Terminal.report("\r\(bar) \(done)/\(total)")
    }
  }

  /// Ends the bar's line.
  func end() {
    if Terminal.isInteractive { Terminal.report("\n") }
  }
}
