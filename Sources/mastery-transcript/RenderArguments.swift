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
    guard !kinds.isEmpty, kinds.count == parts.count,
      kinds.allSatisfy(DocumentKind.standard.contains)
    else { return nil }
    self.kinds = DocumentKind.standard.filter(kinds.contains)
  }

  var defaultValueDescription: String { kinds.map(\.rawValue).joined(separator: ",") }
}

/// `official,family,guide` on the command line.
struct DocumentList: ExpressibleByArgument {
  /// Whether the transcript itself is among them.
  let hasOfficial: Bool
  /// The other documents of each student.
  let kinds: [DocumentKind]
  /// The documents of the school.
  let schoolDocuments: [SchoolDocument]

  /// The documents that have names of their own, beside the transcript.
  private static let named: [DocumentKind] = [.midYear, .family, .familyPhone, .packet]

  static let official = DocumentList(hasOfficial: true, kinds: [], schoolDocuments: [])

  private init(hasOfficial: Bool, kinds: [DocumentKind], schoolDocuments: [SchoolDocument]) {
    self.hasOfficial = hasOfficial
    self.kinds = kinds
    self.schoolDocuments = schoolDocuments
  }

  init?(argument: String) {
    let parts = Set(argument.split(separator: ",").map(String.init))
    hasOfficial = parts.contains("official") || parts.contains("all")
    kinds = Self.named.filter { parts.contains($0.rawValue) || parts.contains("all") }
    schoolDocuments = SchoolDocument.allCases.filter {
      parts.contains($0.rawValue) || parts.contains("all")
    }
    guard !parts.isEmpty, parts.isSubset(of: Self.allValueStrings) else { return nil }
  }

  static var allValueStrings: [String] {
    ["official"] + named.map(\.rawValue) + SchoolDocument.allCases.map(\.rawValue) + ["all"]
  }

  var defaultValueDescription: String { "official" }
}

/// `en,es` on the command line.
struct LanguageList: ExpressibleByArgument {
  let tags: [String]

  init?(argument: String) {
    var seen: Set<String> = []
    tags = argument.split(separator: ",").map(String.init).filter { seen.insert($0).inserted }
    if tags.isEmpty { return nil }
  }
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

/// A receiver on the command line: whose hands a transcript is given into.
enum DocumentReceiverOption: String, ExpressibleByArgument, CaseIterable {
  case student

  var receiver: DocumentReceiver {
    switch self {
    case .student: .student
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
