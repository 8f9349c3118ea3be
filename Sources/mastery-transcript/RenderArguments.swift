import ArgumentParser
import TranscriptModel
import TranscriptWorkflow

/// `pdf,pesc,json` on the command line.
struct DocumentKindList: ExpressibleByArgument {
  let kinds: [DocumentKind]

  init(kinds: [DocumentKind]) { self.kinds = kinds }

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { DocumentKind(rawValue: String($0)) }
    let kinds = parts.compactMap(\.self)
    guard !kinds.isEmpty, kinds.count == parts.count, !kinds.contains(.elmo) else { return nil }
    self.kinds = DocumentKind.standard.filter(kinds.contains)
  }

  var defaultValueDescription: String { kinds.map(\.rawValue).joined(separator: ",") }
}

/// What a document may be asked to be.
enum DocumentStatusOption: String, ExpressibleByArgument, CaseIterable {
  case official, unofficial, draft

  var status: DocumentStatus {
    switch self {
    case .official: .official
    case .unofficial: .unofficial
    case .draft: .draft
    }
  }
}

/// A version of the PESC High School Transcript on the command line.
struct PESCVersionArgument: ExpressibleByArgument {
  let version: PESCVersionOption

  init(version: PESCVersionOption) { self.version = version }

  init?(argument: String) {
    guard let version = PESCVersionOption(rawValue: argument) else { return nil }
    self.version = version
  }

  static var allValueStrings: [String] { PESCVersionOption.allCases.map(\.rawValue) }

  var defaultValueDescription: String { version.rawValue }
}
