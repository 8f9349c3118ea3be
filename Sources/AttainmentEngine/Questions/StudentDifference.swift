public import TranscriptModel

/// How one student's results differ between two policies, or two days.
public struct StudentDifference: Hashable, Sendable {
  /// A value before and after.
  public struct Change<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Under the first.
    public let old: Value
    /// Under the second.
    public let new: Value
  }

  /// What changed, and how.
  public struct Entry<Key: Hashable & Sendable, Value: Hashable & Sendable>: Hashable, Sendable {
    /// What.
    public let id: Key
    /// How; `nil` on a side where there is none.
    public let change: Change<Value?>
  }

  /// Status and level of a competency.
  public struct Standing: Hashable, Sendable {
    /// Where the student stands.
    public let status: AttainmentStatus
    /// At which level, by its place in the scale.
    public let level: LevelIndex?
  }

  /// Credit and mark of a course.
  public struct CourseStanding: Hashable, Sendable {
    /// Credit posted.
    public let earned: Rational
    /// The mark.
    public let mark: LevelIndex?
  }

  /// Who.
  public let student: Identifier<Student>
  /// Competencies whose status or level changes, in the order of the first framework.
  public let competencies: [Entry<Identifier<Competency>, Standing>]
  /// Courses whose credit or mark changes, by code.
  public let courses: [Entry<Identifier<CreditRule>, CourseStanding>]
  /// Requirements whose status changes, by id.
  public let requirements: [Entry<Identifier<GraduationRequirement>, RequirementStatus>]
  /// Graduation, if it changes.
  public let graduation: Change<GraduationStatus?>?
  /// The unweighted equivalent, if it changes.
  public let gradePoints: Change<Rational?>?

  /// Compares two resolutions of one student; `nil` when nothing differs.
  public init?(from old: StudentResolution, to new: StudentResolution) {
    student = old.student.id
    competencies = Self.changes(
      old.standings, new.standings, order: (old.competencies + new.competencies).map(\.competency))
    let courses = (old.credits + new.credits).map(\.rule.id)
    self.courses = Self.changes(old.courseStandings, new.courseStandings, order: courses.sorted())
    requirements = Self.changes(
      old.requirementStandings, new.requirementStandings,
      order: old.requirementOrder + new.requirementOrder)
    graduation = Self.change(old.graduation?.status, new.graduation?.status)
    gradePoints = Self.change(old.gradePoints?.unweighted, new.gradePoints?.unweighted)
    if competencies.isEmpty, self.courses.isEmpty, requirements.isEmpty, graduation == nil,
      gradePoints == nil
    {
      return nil
    }
  }

  private static func change<Value>(_ old: Value?, _ new: Value?) -> Change<Value?>?
  where Value: Hashable & Sendable {
    old == new ? nil : Change(old: old, new: new)
  }

  private static func changes<Key: Hashable & Sendable, Value: Hashable & Sendable>(
    _ old: [Key: Value], _ new: [Key: Value], order: [Key]
  ) -> [Entry<Key, Value>] {
    var seen: Set<Key> = []
    return order.filter { seen.insert($0).inserted }.compactMap { key in
      change(old[key], new[key]).map { Entry(id: key, change: $0) }
    }
  }
}

extension StudentResolution {
  fileprivate var standings: [Identifier<Competency>: StudentDifference.Standing] {
    Dictionary(
      competencies.map {
        ($0.competency, .init(status: $0.overall.status, level: $0.overall.level))
      }, uniquingKeysWith: { first, _ in first })
  }

  fileprivate var courseStandings: [Identifier<CreditRule>: StudentDifference.CourseStanding] {
    Dictionary(
      credits.map { ($0.rule.id, .init(earned: $0.earned, mark: $0.mark)) },
      uniquingKeysWith: { $0.earned >= $1.earned ? $0 : $1 })
  }

  fileprivate var requirementStandings: [Identifier<GraduationRequirement>: RequirementStatus] {
    Dictionary(
      (graduation?.outcomes.flatMap(\.withParts) ?? []).map { ($0.requirement.id, $0.status) },
      uniquingKeysWith: { first, _ in first })
  }

  fileprivate var requirementOrder: [Identifier<GraduationRequirement>] {
    graduation?.outcomes.flatMap(\.withParts).map(\.requirement.id) ?? []
  }
}

extension AttainmentEngine {
  /// Every student whose result would change under `other`, in the order given.
  ///
  /// Both policies are asked about the same files on the same day, so that a board sees before it
  /// adopts; `otherFiles` are the same as read under the other policy's scale, left out where it is
  /// the same scale. Levels are compared by place, which means little between scales of different
  /// length.
  public func differences(
    to other: AttainmentEngine, students: [Student], files: [Identifier<Student>: StudentFile],
    otherFiles: [Identifier<Student>: StudentFile]? = nil, asOf: CalendarDate
  ) -> [StudentDifference] {
    students.compactMap { student in
      let file = files[student.id] ?? StudentFile()
      let otherFile = otherFiles.map { $0[student.id] ?? StudentFile() } ?? file
      return StudentDifference(
        from: resolve(student: student, file: file, asOf: asOf),
        to: other.resolve(student: student, file: otherFile, asOf: asOf))
    }
  }
}
