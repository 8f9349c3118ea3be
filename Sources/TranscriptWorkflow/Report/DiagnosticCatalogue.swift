import AttainmentEngine
public import Diagnostics
import TranscriptELMO
import TranscriptImport
import TranscriptLayout
import TranscriptPDF
import TranscriptPESC

/// Every kind of problem that the product can report, each once, in order of name.
public enum DiagnosticCatalogue {
  /// All codes.
  public static let all: [DiagnosticCode] = Set(
    ImportCatalogue.codes + AttainmentDiagnostic.all + LayoutCode.all + DiagnosticCode.pdfCodes
      + PESCCodes.all + ELMOCodes.all + DiagnosticCode.workflowCodes
      + DiagnosticCode.exchangeCodes + DiagnosticCode.documentCodes
  ).sorted()

  /// The codes by theme, each in the first that it belongs to, in the order of `docs/diagnostics.md`.
  public static var themes: [(title: String, codes: [DiagnosticCode])] {
    let stages = [
      ("Rules", AttainmentDiagnostic.all),
      ("Templates and pages", LayoutCode.all),
      ("PDF", DiagnosticCode.pdfCodes),
      ("PESC XML", PESCCodes.all),
      ("ELMO", ELMOCodes.all),
      ("Requests", DiagnosticCode.exchangeCodes),
      ("School documents", DiagnosticCode.documentCodes),
      ("Runs", DiagnosticCode.workflowCodes),
    ]
    var seen: Set<DiagnosticCode> = []
    return (ImportCatalogue.themes + stages.map { (title: $0.0, codes: $0.1.sorted()) }).map {
      (title: $0.title, codes: $0.codes.filter { seen.insert($0).inserted })
    }
  }

  /// The page of one code, as `help CODE` prints it; `nil` when there is no such code.
  public static func page(of name: String) -> String? {
    guard let code = all.first(where: { $0.name == name }) else { return nil }
    let page = "\(code.name) (\(code.severity.label))\n\n\(code.summary)\n\n\(code.remedy)\n"
    guard let example = CodeExamples.text(of: name) else { return page }
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
    return page + "\nAs it is printed:\n\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// Codes whose names begin alike or hold `name`, for a name that is not known.
  public static func near(_ name: String) -> [String] {
    let words = Set(name.split(separator: "-"))
    return all.map(\.name).filter { candidate in
      candidate.contains(name) || !words.isDisjoint(with: candidate.split(separator: "-"))
    }
  }
}

extension DiagnosticCode {
  /// The codes of the workflow itself.
  static let workflowCodes = [
    rejectedRows, noPlan, graduationUnmet, expectedDayPassed, diskFull, outputUnwritable,
    internalFault,
    schemaUnusable, resourceMissing, pdfDisagrees, notComparable, fileUnreadable, xmlRefused,
    outcomeNeedsAreas,
  ]
}
