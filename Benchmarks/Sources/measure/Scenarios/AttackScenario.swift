import Diagnostics
import Glibc
import TranscriptWorkflow

/// What it costs to refuse hostile XML, as `show` reads it: each in under 50 ms.
struct AttackScenario {
  private static let root = "urn:org:pesc:message:HighSchoolTranscript:v1.3.0"

  /// Each within the size cap, and as large as makes it hurt.
  private static var attacks: [(name: String, text: String)] {
    let laughs = (1...20).map { level in
      "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
    }.joined()
    let open = "<h:HighSchoolTranscript xmlns:h='\(root)'>"
    return [
      ("external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
      ("entity bomb", "<!DOCTYPE a [<!ENTITY l0 'ha'>\(laughs)]><a>&l20;</a>"),
      (
        "entity bomb, quadratic",
        "<!DOCTYPE a [<!ENTITY x '" + String(repeating: "x", count: 1 << 20) + "'>]><a>"
          + String(repeating: "&x;", count: 1 << 20) + "</a>"
      ),
      (
        "attribute bomb, 7 MB",
        open + "<a " + (0..<700_000).map { "a\($0)='1'" }.joined(separator: " ") + "/>"
      ),
      ("UTF-7", "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-<a/>"),
      (
        "deep nesting, 7 MB",
        open + String(repeating: "<a>", count: 1_000_000)
          + String(repeating: "</a>", count: 1_000_000)
      ),
      ("wrong root, 7 MB", "<html>" + String(repeating: "<p>x</p>", count: 900_000) + "</html>"),
      (
        "wrong namespace, 7 MB",
        "<h:HighSchoolTranscript xmlns:h='urn:other'>"
          + String(repeating: "<p>x</p>", count: 900_000) + "</h:HighSchoolTranscript>"
      ),
      ("endless siblings, 7 MB", open + String(repeating: "<p>x</p>", count: 900_000)),
      ("truncated, 7 MB", open + "<p>" + String(repeating: "x", count: 7_000_000)),
      (
        "doctype behind 7 MB",
        "<!--" + String(repeating: " ", count: 7_000_000) + "--><!DOCTYPE a><a/>"
      ),
      ("17 MB", String(repeating: " ", count: 17 << 20)),
    ]
  }

  func run(into table: inout MeasurementTable) throws {
    let path = "/tmp/mastery-transcript-attack.\(getpid()).xml"
    let world = SystemWorld()
    defer { unlink(path) }
    for (name, text) in Self.attacks {
      try world.write(Array(text.utf8), to: path)
      let start = CPUClock.thread
      var problem: Diagnostic?
      do throws(Diagnostic) { _ = try TranscriptFile(path, world: world) } catch { problem = error }
      let cost = CPUClock.thread - start
      guard let problem else { throw MeasureFailure("\(name) was read") }
      // The message ends with the reason's own code; a file that is too large has none.
      let reason = problem.message.split(separator: "(").last.map { $0.prefix { $0 != ")" } }
      let code = reason?.hasPrefix("xml-") == true ? String(reason ?? "") : problem.code.name
      table.add("attacks", "\(name): \(code)", cost, "CPU ms", bar: .atMost(50))
    }
  }
}
