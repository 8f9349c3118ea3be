import AttainmentEngine
public import Diagnostics
public import TranscriptImport
public import TranscriptModel

/// A district whose rules were compiled: every question can be asked of it.
public struct ReadyDistrict: Sendable {
  /// The district.
  public let district: District
  /// What freezes a resolution of this district into a record; made once, not once a student.
  public let assembly: RecordAssembly
  let engine: AttainmentEngine

  init(district: District, engine: AttainmentEngine) {
    self.district = district
    self.engine = engine
    let earlier = engine.earlier.map(\.policyReference)
    assembly = RecordAssembly(
      district: district, policy: engine.policyReference, earlier: earlier)
  }

  /// Everything that follows from a student's file on the day `asOf`.
  public func resolve(_ student: Student, asOf: CalendarDate) -> StudentResolution {
    engine.resolve(student: student, file: district.file(of: student.id), asOf: asOf)
  }

  /// The same without what no document states of the reasons: for batches, of which it takes less.
  public func outcomes(of student: Student, asOf: CalendarDate) -> StudentResolution {
    engine.resolve(
      student: student, file: district.file(of: student.id), asOf: asOf, isBrief: true)
  }
}

/// What was read from a district folder, with everything that is wrong with it.
public struct LoadedDistrict: Sendable {
  /// The district; `nil` when nothing sensible can be made of the folder.
  public let district: District?
  /// The district with its rules; `nil` when there is none or a rule is not understood.
  public let ready: ReadyDistrict?
  /// All problems, of the folder and of the rules, sorted by place.
  public let diagnostics: [Diagnostic]
  /// Rows that are not used, in their original form.
  public let rejectedRows: [RejectedRow]

  /// How many records of evidence are in order.
  public let evidenceCount: Int

  /// Whether anything is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads a district folder through a world and compiles its rules: the first half of every command.
public struct DistrictLoading: Sendable {
  private let world: any World

  /// Creates a loading that reads through `world`.
  public init(world: any World) { self.world = world }

  /// Everything that can be read from `folder`.
  ///
  /// Never throws: what is missing or wrong is in the diagnostics. What is done cannot lie in the
  /// future: without a stated day that means after today; for a question about a stated day `asOf`
  /// it means more than a year after that day, so that the answer does not depend on the clock and a
  /// question about the past does not refuse what happened since.
  public func load(_ folder: String, asOf: CalendarDate?) -> LoadedDistrict {
    load(WorldSource(world: world, folder: folder), asOf: asOf)
  }

  /// Everything that is wrong with `folder`, what its mappings hold included.
  ///
  /// Evidence is checked and counted, not kept: no question about a student can be asked of the
  /// result. Otherwise as `load`.
  public func check(_ folder: String, asOf: CalendarDate?) -> LoadedDistrict {
    load(WorldSource(world: world, folder: folder), asOf: asOf, isCheck: true)
  }

  /// The same with another policy file in the place of the folder's own.
  public func load(
    _ folder: String, replacingPolicyWith path: String, asOf: CalendarDate?
  ) throws(WorldError) -> LoadedDistrict {
    let policy = try world.read(path, limit: 8 << 20)
    let source = WorldSource(
      world: world, folder: folder, replacements: ["policy.yaml": policy])
    return load(source, asOf: asOf)
  }

  private func load(
    _ source: WorldSource, asOf: CalendarDate?, isCheck: Bool = false
  ) -> LoadedDistrict {
    let importer = DistrictImporter(
      source: source, today: asOf?.adding(days: 366) ?? world.today)
    let imported = isCheck ? importer.check(asOf: asOf) : importer.load()
    guard let district = imported.district else {
      return LoadedDistrict(
        district: nil, ready: nil, diagnostics: imported.diagnostics.sorted,
        rejectedRows: imported.rejectedRows, evidenceCount: imported.evidenceCount)
    }
    var diagnostics = imported.diagnostics
    let engine = AttainmentEngine(
      policy: district.policy, framework: district.framework, diagnostics: &diagnostics)
    if let problem = engine?.policyNotInEffect(on: asOf ?? world.today) { diagnostics.add(problem) }
    if isCheck {
      for student in district.students {
        if let problem = student.overdue(on: asOf ?? world.today) { diagnostics.add(problem) }
        for problem in district.file(of: student.id).stillToCome(on: asOf ?? world.today) {
          diagnostics.add(problem)
        }
      }
    }
    for student in district.students {
      guard let engine, let file = district.files[student.id] else { continue }
      let day = asOf ?? world.today
      for problem in engine.enrollmentsOutOfTime(of: student, file: file, on: day) {
        diagnostics.add(problem)
      }
      for problem in engine.coursesTakenTwice(in: file) { diagnostics.add(problem) }
      guard file.determinations.contains(where: { $0.act == .lowers }) else { continue }
      for problem in engine.loweringsWithoutEffect(of: student, file: file) {
        diagnostics.add(problem)
      }
    }
    return LoadedDistrict(
      district: district, ready: engine.map { ReadyDistrict(district: district, engine: $0) },
      diagnostics: diagnostics.sorted,
      rejectedRows: imported.rejectedRows, evidenceCount: imported.evidenceCount)
  }
}
