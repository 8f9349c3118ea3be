public import TranscriptModel

/// Freezes what was resolved for a student into the record that every document is made from.
///
/// Nothing is decided here: every outcome comes from the resolution, every word from the district.
public struct RecordAssembly: Sendable {
  /// What the document is to be.
  public struct Request: Sendable, Hashable {
    /// Draft, unofficial, official or amended.
    public let status: DocumentStatus
    /// The day printed as the day of issue.
    public let issuedOn: CalendarDate
    /// The number of the document that this one replaces.
    public let replaces: String?
    /// Into whose hands it is given; `nil` for another institution.
    public let issuedTo: DocumentReceiver?

    /// Creates a request.
    public init(
      status: DocumentStatus, issuedOn: CalendarDate, replaces: String? = nil,
      issuedTo: DocumentReceiver? = nil
    ) {
      self.status = status
      self.issuedOn = issuedOn
      self.replaces = replaces
      self.issuedTo = issuedTo
    }
  }

  let district: District
  let policy: PolicyReference
  /// The rules that classes keep from before.
  let earlier: [PolicyReference]
  let inputHash: String

  /// Creates an assembly for `district`; `policy` holds the rules in words, from the engine.
  ///
  /// A class that keeps earlier rules has its own version among `earlier`.
  public init(
    district: District, policy: PolicyReference, earlier: [PolicyReference] = []
  ) {
    self.earlier = earlier
    self.district = district
    self.policy = policy
    inputHash = InputHash.combined(district.inputHashes)
  }

  /// The frozen record alone; see ``frozen(for:honor:request:)``.
  public func record(
    for resolution: StudentResolution, honor: RecordNotation? = nil, request: Request
  ) -> TranscriptRecord? {
    frozen(for: resolution, honor: honor, request: request)?.record
  }

  /// The frozen record with its JSON, and with the honour that the class's figures award.
  ///
  /// - Returns: `nil` when no graduation plan holds for the student's class.
  public func frozen(
    for resolution: StudentResolution, honor: RecordNotation? = nil, request: Request
  ) -> FrozenRecord? {
    guard let graduation = resolution.graduation else { return nil }
    let file = district.file(of: resolution.student.id)
    let underWay = UnderWay(resolution: resolution, framework: district.framework)
    let competencies = CompetencyFreezing(
      district: district, resolution: resolution, underWay: underWay)
    let draft = TranscriptRecord(
      document: DocumentIdentity(
        id: "", status: request.status, asOf: resolution.asOf, issuedOn: request.issuedOn,
        replaces: request.replaces, issuedTo: request.issuedTo),
      issuer: district.profile,
      policy: earlier.first { $0.version == resolution.policyVersion } ?? policy,
      inputHash: inputHash,
      student: RecordStudent(resolution.student), scale: district.policy.scale,
      creditAreas: district.policy.creditAreas,
      areas: competencies.areas, acrossAreas: competencies.acrossAreas,
      graduationCompetencies: competencies.graduation,
      courseGroups: CourseFreezing(resolution: resolution, competencies: competencies).groups,
      institutions: Self.institutions(resolution.externalCredits),
      graduation: RequirementFreezing(district: district, student: resolution.student)
        .graduation(graduation),
      gradePoints: resolution.gradePoints.map(gradePoints),
      notations: file.notations.filter { $0.awardedOn <= resolution.asOf }.map {
        RecordNotation(
          kind: $0.kind, title: $0.title, detail: $0.detail, awardedOn: $0.awardedOn)
      } + [honor].compactMap(\.self),
      experiences: file.experiences.compactMap { Self.experience($0, on: resolution.asOf) },
      narrative: file.narrative.map { RecordNarrative(text: $0.text, author: $0.author) })
    return DocumentNumber(format: district.profile.documentNumbers).numbered(draft)
  }

  /// An experience as it stands on a day: hours and an end still to come are not stated.
  private static func experience(
    _ experience: Experience, on day: CalendarDate
  ) -> RecordExperience? {
    if let start = experience.startedOn, start > day { return nil }
    let goesOn = experience.endedOn.map { $0 > day } ?? false
    // Without a first day there is nothing left to say of it.
    if goesOn, experience.startedOn == nil { return nil }
    return RecordExperience(
      kind: experience.kind, title: experience.title, organization: experience.organization,
      description: experience.description, hours: goesOn ? nil : experience.hours,
      startedOn: experience.startedOn, endedOn: goesOn ? nil : experience.endedOn)
  }

  private static func institutions(_ credits: [ExternalCredit]) -> [RecordInstitution] {
    var order: [String] = []
    var byName: [String: [ExternalCredit]] = [:]
    for credit in credits {
      let key = "\(credit.kind.rawValue)\u{0}\(credit.institution)"
      if byName[key] == nil { order.append(key) }
      byName[key, default: []].append(credit)
    }
    return order.compactMap { key in
      guard let credits = byName[key], let first = credits.first else { return nil }
      return RecordInstitution(
        name: first.institution, kind: first.kind, courses: credits.map(externalCourse))
    }
  }

  private static func externalCourse(_ credit: ExternalCredit) -> RecordExternalCourse {
    RecordExternalCourse(
      id: credit.id, title: credit.title, mark: credit.mark, credit: credit.credit,
      collegeCredit: credit.collegeCredit, earnedOn: credit.earnedOn,
      gradeLevel: credit.gradeLevel, level: credit.level, creditAreas: credit.creditAreas)
  }

  private func gradePoints(_ figure: GradePointEquivalent) -> RecordGradePoints {
    RecordGradePoints(
      title: figure.table.title, unweighted: figure.unweighted, weighted: figure.weighted,
      places: figure.table.places, asOf: figure.asOf, adoptedOn: figure.table.adoptedOn,
      adoptedBy: figure.table.adoptedBy,
      points: district.policy.scale.levels.map { figure.table.points[$0.code] },
      weights: figure.table.weights, excluded: figure.excluded)
  }
}

extension RecordStudent {
  /// What a record says about a student.
  init(_ student: Student) {
    self.init(
      id: student.id, sasid: student.sasid, legalName: student.legalName,
      displayName: student.displayName, birthDate: student.birthDate,
      gradeLevel: student.gradeLevel, classOf: student.classOf, enrolledOn: student.enrolledOn)
  }
}
