/// Everything that any document says about one student, frozen.
///
/// Exporters read this value and nothing else, so that PDF, XML and JSON cannot disagree
/// (DESIGN.md, invariant 1). PESC: AcademicRecord; CLR: ClrSubject; CEDS: C200210.
public struct TranscriptRecord: Hashable, Sendable {
  /// What this document is.
  public let document: DocumentIdentity
  /// Who issues it.
  public let issuer: DistrictProfile
  /// Under which rules.
  public let policy: PolicyReference
  /// SHA-256 over the hashes of all input files: what "this input" means.
  public let inputHash: String
  /// Who it is about.
  public let student: RecordStudent
  /// The scale of all levels.
  public let scale: PerformanceScale
  /// The credit categories named by courses.
  public let creditAreas: [CreditArea]
  /// Content areas with their competencies.
  public let areas: [RecordArea]
  /// The overall outcome of each competency that belongs to several content areas; its rows in
  /// `areas` say how it stands in each.
  public let acrossAreas: [RecordCompetency]
  /// Cross-curricular competencies.
  public let graduationCompetencies: [RecordCompetency]
  /// Courses by year; those under way last.
  public let courseGroups: [RecordCourseGroup]
  /// Work at other institutions.
  public let institutions: [RecordInstitution]
  /// Credits and requirements.
  public let graduation: RecordGraduation
  /// Only with an adopted table.
  public let gradePoints: RecordGradePoints?
  /// Seals, goals, honours, awards.
  public let notations: [RecordNotation]
  /// Pathways and notable work.
  public let experiences: [RecordExperience]
  /// The advisor's words.
  public let narrative: RecordNarrative?

  /// Creates the value from its parts.
  public init(
    document: DocumentIdentity, issuer: DistrictProfile, policy: PolicyReference,
    inputHash:
      String, student: RecordStudent, scale: PerformanceScale, creditAreas: [CreditArea],
    areas:
      [RecordArea], acrossAreas: [RecordCompetency] = [],
    graduationCompetencies: [RecordCompetency], courseGroups: [RecordCourseGroup],
    institutions: [RecordInstitution], graduation: RecordGraduation,
    gradePoints:
      RecordGradePoints? = nil, notations: [RecordNotation], experiences: [RecordExperience],
    narrative: RecordNarrative? = nil
  ) {
    self.document = document
    self.issuer = issuer
    self.policy = policy
    self.inputHash = inputHash
    self.student = student
    self.scale = scale
    self.creditAreas = creditAreas
    self.areas = areas
    self.acrossAreas = acrossAreas
    self.graduationCompetencies = graduationCompetencies
    self.courseGroups = courseGroups
    self.institutions = institutions
    self.graduation = graduation
    self.gradePoints = gradePoints
    self.notations = notations
    self.experiences = experiences
    self.narrative = narrative
  }
}

extension TranscriptRecord {
  /// The version of the record's own format; grows when a field changes its meaning.
  public static let formatVersion = 1

  /// Content-area competencies of all areas, each once with its overall outcome, in the order of
  /// the areas: what requirements and counts look at.
  public var contentAreaCompetencies: [RecordCompetency] {
    var seen: Set<Identifier<Competency>> = []
    let each = areas.flatMap(\.competencies).filter { seen.insert($0.id).inserted }
    return each.map { one in acrossAreas.first { $0.id == one.id } ?? one }
  }

  /// The areas as a reader counts what is done: a competency of several areas that is met in all of
  /// them together is met in each, whatever was shown in that one alone.
  public var areasWithSharedResults: [RecordArea] {
    areas.map { area in
      RecordArea(
        id: area.id, title: area.title, shortTitle: area.shortTitle,
        competencies: area.competencies.map { one in
          guard !one.status.satisfies,
            let shared = acrossAreas.first(where: { $0.id == one.id && $0.status.satisfies })
          else { return one }
          return shared
        })
    }
  }

  /// All courses, in the order in which they are listed.
  public var courses: [RecordCourse] { courseGroups.flatMap(\.courses) }
}
