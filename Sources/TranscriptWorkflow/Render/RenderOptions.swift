public import TranscriptModel

/// The kinds of file that a batch writes for each student.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// The transcript for people.
  case pdf
  /// The transcript for an admissions office's software.
  case pesc
  /// The frozen record.
  case json
  /// EMREX ELMO, for applicants abroad.
  case elmo
  /// The transcript in the middle of a year: levels as of a day, and the work that is planned.
  case midYear = "mid-year"
  /// The report for the student's family, one file a language.
  case family
  /// The same for a narrow screen.
  case familyPhone = "family-phone"
  /// For the next school: transcript, competencies in full, policy and scale, XML, in one archive.
  case packet

  /// What is written unless something else is asked for.
  public static let standard: [DocumentKind] = [.pdf, .pesc, .json]

  /// The folder below the output folder.
  public var folder: String {
    switch self {
    case .pdf: "transcripts"
    case .pesc: "pesc"
    case .json: "records"
    case .elmo: "elmo"
    case .midYear: "mid-year"
    case .family: "family"
    case .familyPhone: "family-phone"
    case .packet: "packets"
    }
  }

  /// Whether there is a file for each language.
  public var hasLanguages: Bool { self == .family || self == .familyPhone }

  /// Whether the XML has to be made for it.
  var needsXML: Bool { self != .json && !hasLanguages }

  /// The end of the file's name.
  public var fileExtension: String {
    switch self {
    case .pdf, .midYear, .family, .familyPhone: "pdf"
    case .packet: "zip"
    case .pesc, .elmo: "xml"
    case .json: "json"
    }
  }

  /// The folder for documents of this status: what may not be sent never lies among what may.
  public func folder(for status: DocumentStatus) -> String {
    switch status {
    case .official, .amended: folder
    case .draft, .unofficial: "\(status.rawValue)/\(folder)"
    }
  }

  /// The file's path below the output folder: named by the student's id and, where it answers a
  /// request, by the request's tracking id, or by its language; never by a name.
  ///
  /// No id holds a dot, so that two of these paths are never the same.
  public func path(
    for student: Identifier<Student>, status: DocumentStatus, answering suffix: String? = nil
  ) -> String {
    let name = student.code + (suffix.map { ".\($0)" } ?? "")
    return "\(folder(for: status))/\(name).\(fileExtension)"
  }
}

/// What a batch is asked for.
public struct RenderOptions: Sendable {
  /// Where files go.
  public var outputFolder: String
  /// Which students; empty for all.
  public var students: [Identifier<Student>]
  /// Which files.
  public var kinds: [DocumentKind]
  /// The day for which evidence is resolved, and the day of issue.
  public var asOf: CalendarDate
  /// What the documents are.
  public var status: DocumentStatus
  /// How many students are worked on at once.
  public var jobs: Int
  /// Whether several students are worked on in processes of their own, not in threads.
  ///
  /// For a program of its own, whose world is the machine's: a process that many threads are busy
  /// in must not be copied.
  public var usesProcesses = false
  /// How documents for software are sent.
  public var exchange: ExchangeOptions
  /// What is written once for the school.
  public var schoolDocuments: [SchoolDocument]
  /// BCP 47 tags of the family reports; empty for the language that each family reads.
  public var languages: [String]
  /// The number of the document that the student's new one replaces.
  public var replaces: String?
  /// Into whose hands transcripts are given; `nil` for another institution.
  public var issuedTo: DocumentReceiver?

  /// Creates options.
  public init(
    outputFolder: String, students: [Identifier<Student>] = [],
    kinds: [DocumentKind] = DocumentKind.standard, asOf: CalendarDate,
    status: DocumentStatus = .official, jobs: Int = 1,
    exchange: ExchangeOptions = ExchangeOptions(), schoolDocuments: [SchoolDocument] = [],
    languages: [String] = [], replaces: String? = nil, issuedTo: DocumentReceiver? = nil
  ) {
    self.outputFolder = outputFolder
    self.students = students
    self.kinds = kinds
    self.asOf = asOf
    self.status = status
    self.jobs = jobs
    self.exchange = exchange
    self.schoolDocuments = schoolDocuments
    self.languages = languages
    self.replaces = replaces
    self.issuedTo = issuedTo
  }
}
