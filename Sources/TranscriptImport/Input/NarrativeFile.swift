import Diagnostics
import TranscriptModel

/// `narratives/STUDENT_ID.txt`: the author on the first line, an empty line, then the text.
enum NarrativeFile {
  static func read(_ file: InputFile, _ findings: inout Findings) -> Narrative? {
    if let problem = EncodingCheck.textProblem(with: file) {
      findings.add(problem)
      return nil
    }
    let lines = file.text(file.textStart..<file.bytes.count).composed
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let prefix = "author:"
    guard let first = lines.first, first.hasPrefix(prefix),
      !first.dropFirst(prefix.count).trimmingSpaces.isEmpty
    else {
      findings.add(
        Diagnostic(
          .malformedNarrative, at: SourceLocation(file: file.path, line: 1),
          "the first line does not name the author",
          hint: "begin with \"author: NAME, OFFICE\" and an empty line"))
      return nil
    }
    let text = lines.dropFirst().joined(separator: "\n")
    let trimmed = text.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }
    guard let end else {
      findings.add(
        Diagnostic(
          .malformedNarrative, at: SourceLocation(file: file.path), "the narrative has no text",
          hint: "write it after the author and an empty line, or remove the file"))
      return nil
    }
    return Narrative(
      text: String(trimmed[...end]),
      author: String(first.dropFirst(prefix.count).trimmingSpaces),
      location: SourceLocation(file: file.path, line: 1))
  }
}
