/// Everything that was read from a district folder and stood up to its checks.
public struct District: Sendable {
  /// Who issues.
  public let profile: DistrictProfile
  /// What was adopted.
  public let policy: Policy
  /// What is to be mastered.
  public let framework: CompetencyFramework
  /// Who, in order of id.
  public let students: [Student]
  /// What each student's files hold.
  public let files: [Identifier<Student>: StudentFile]
  /// SHA-256 of each input file in lower-case hex, by path: what "this input" means.
  public let inputHashes: [String: String]
  /// The texts of district.yaml and policy.yaml with their places.
  public let writtenValues: [WrittenValue]

  /// Creates a district.
  public init(
    profile: DistrictProfile, policy: Policy, framework: CompetencyFramework, students: [Student],
    files: [Identifier<Student>: StudentFile], inputHashes: [String: String] = [:],
    writtenValues: [WrittenValue] = []
  ) {
    self.profile = profile
    self.policy = policy
    self.framework = framework
    self.students = students
    self.files = files
    self.inputHashes = inputHashes
    self.writtenValues = writtenValues
  }

  /// What is on file for a student; empty when there is nothing.
  public func file(of student: Identifier<Student>) -> StudentFile {
    files[student] ?? StudentFile()
  }
}

/// What is on file for one student, each list in an order that does not depend on the rows' order.
public struct StudentFile: Sendable, Hashable {
  /// Evidence, by day demonstrated, then id.
  public var evidence: [EvidenceRecord] = []
  /// Courses under way, planned, done or left.
  public var enrollments: [Enrollment] = []
  /// Decisions.
  public var determinations: [ProfessionalDetermination] = []
  /// Credit from elsewhere.
  public var externalCredits: [ExternalCredit] = []
  /// Waivers.
  public var waivers: [Waiver] = []
  /// Seals, goals, honours, awards.
  public var notations: [Notation] = []
  /// Pathways and notable work.
  public var experiences: [Experience] = []
  /// Habits of work; no academic stage reads them.
  public var habits: [HabitRecord] = []
  /// The advisor's words.
  public var narrative: Narrative?

  /// Creates an empty file.
  public init() {}
}
