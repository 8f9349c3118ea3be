public import TranscriptModel

/// The kinds of file that a batch writes for each student.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// The transcript for people.
  case pdf
  /// The transcript for an admissions office's software.
  case pesc
  /// The frozen record.
  case json

  /// The folder below the output folder.
  public var folder: String {
    switch self {
    case .pdf: "transcripts"
    case .pesc: "pesc"
    case .json: "records"
    }
  }

  /// The end of the file's name.
  public var fileExtension: String {
    switch self {
    case .pdf: "pdf"
    case .pesc: "xml"
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

  /// The file's path below the output folder; named by the student's id and nothing else.
  public func path(for student: Identifier<Student>, status: DocumentStatus) -> String {
    "\(folder(for: status))/\(student.code).\(fileExtension)"
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

  /// Creates options.
  public init(
    outputFolder: String, students: [Identifier<Student>] = [],
    kinds: [DocumentKind] = DocumentKind.allCases, asOf: CalendarDate,
    status: DocumentStatus = .official, jobs: Int = 1
  ) {
    self.outputFolder = outputFolder
    self.students = students
    self.kinds = kinds
    self.asOf = asOf
    self.status = status
    self.jobs = jobs
  }
}
