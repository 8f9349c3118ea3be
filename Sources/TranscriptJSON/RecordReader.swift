public import Diagnostics
public import TranscriptModel

/// Reads back what ``RecordJSON`` has written (`docs/record.md`).
///
/// What only a page shows is not in the file and is empty here: the colour, the monogram and the form
/// of document numbers.
public struct RecordReader: Sendable {
  /// Why a file is no record.
  public struct Failure: Error, Hashable, Sendable {
    /// Where the value stands, or the value around one that is missing.
    public let location: SourceLocation
    /// What is wrong, naming the key.
    public let message: String
  }

  /// The scale's codes in its order, which levels are looked up in.
  var codes: [String] = []

  private init() {}

  /// The record in a file's value, with scalars as written.
  ///
  /// - Throws: the first value that is missing or none that a record has.
  public static func record(_ file: PolicyNode) throws(Failure) -> TranscriptRecord {
    guard file["format"]?.text == "mastery-transcript-record",
      file["formatVersion"]?.text == String(TranscriptRecord.formatVersion)
    else { throw Failure(location: file.location, message: "the file is JSON, but no record") }
    var reader = RecordReader()
    let scale = try reader.scale(file.node("scale"))
    reader.codes = scale.levels.map(\.code)
    return try reader.record(file, scale)
  }

  private func record(
    _ file: PolicyNode, _ scale: PerformanceScale
  ) throws(Failure) -> TranscriptRecord {
    TranscriptRecord(
      document: try document(file.node("document")), issuer: try issuer(file.node("issuer")),
      policy: try policy(file.node("policy")), inputHash: try file.string("inputHash"),
      student: try student(file.node("student")), scale: scale,
      creditAreas: try file.list("creditAreas", creditArea), areas: try file.list("areas", area),
      acrossAreas: try file.list("acrossAreas", competency),
      graduationCompetencies: try file.list("graduationCompetencies", competency),
      courseGroups: try file.list("courseGroups", courseGroup),
      institutions: try file.list("institutions", institution),
      graduation: try graduation(file.node("graduation")),
      gradePoints: try file.optional("gradePoints", gradePoints),
      notations: try file.list("notations", notation),
      experiences: try file.list("experiences", experience),
      narrative: try file.optional("narrative") { (node) throws(Failure) in
        RecordNarrative(text: try node.string("text"), author: try node.string("author"))
      })
  }

  private func document(_ node: PolicyNode) throws(Failure) -> DocumentIdentity {
    DocumentIdentity(
      number: node.text("number"), id: try node.string("id"), status: try node.word("status"),
      asOf: try node.day("asOf"), issuedOn: try node.day("issuedOn"),
      replaces: node.text("replaces"),
      edition: node.text("edition") == nil ? .usual : try node.word("edition"),
      issuedTo: node.text("issuedTo") == nil ? nil : try node.word("issuedTo"))
  }

  private func issuer(_ node: PolicyNode) throws(Failure) -> DistrictProfile {
    let signatory = try node.node("signatory")
    return DistrictProfile(
      district: try node.string("district"), isFictional: node.flag("fictional"), accent: "",
      school: try school(node.node("school")),
      signatory: Signatory(
        name: try signatory.string("name"), office: try signatory.string("office")),
      documentNumbers: "", profileURL: node.text("profileURL"))
  }

  private func school(_ node: PolicyNode) throws(Failure) -> School {
    School(
      name: try node.string("name"), address: node.strings("address"),
      city: node.text("city") ?? "", state: node.text("state") ?? "",
      postalCode: node.text("postalCode") ?? "", phone: node.text("phone"),
      email: node.text("email"), web: node.text("web"), ceeb: node.text("ceeb"),
      act: node.text("act"), ncessch: node.text("ncessch"), monogram: "")
  }

  private func policy(_ node: PolicyNode) throws(Failure) -> PolicyReference {
    PolicyReference(
      title: try node.string("title"), version: try node.string("version"),
      effectiveOn: try node.day("effectiveOn"), adoptedOn: try node.dayIfAny("adoptedOn"),
      adoptedBy: node.text("adoptedBy"), competencyRule: try node.string("competencyRule"),
      graduationCompetencyRule: try node.string("graduationCompetencyRule"),
      objectiveRule: try node.string("objectiveRule"),
      courseMarkRule: try node.string("courseMarkRule"),
      averagingRules: node.strings("averagingRules"))
  }

  private func student(_ node: PolicyNode) throws(Failure) -> RecordStudent {
    let name = try node.node("legalName")
    return RecordStudent(
      id: Identifier(try node.string("id")), sasid: node.text("sasid"),
      legalName: LegalName(
        first: name.text("first"), middle: name.text("middle"), last: try name.string("last"),
        suffix: name.text("suffix")),
      displayName: try node.string("displayName"), birthDate: try node.day("birthDate"),
      gradeLevel: try node.grade("gradeLevel"), classOf: try node.integer("classOf"),
      enrolledOn: try node.dayIfAny("enrolledOn"))
  }

  private func scale(_ node: PolicyNode) throws(Failure) -> PerformanceScale {
    let levels = try node.list("levels") { (level) throws(Failure) in
      PerformanceLevel(
        code: try level.string("code"), number: try level.amount("number"),
        label: try level.string("label"), description: level.text("description") ?? "")
    }
    let bar = levels.firstIndex { $0.code == node.text("bar") }
    guard let bar,
      let scale = PerformanceScale(
        id: try node.string("id"), title: try node.string("title"), levels: levels, bar: bar)
    else { throw node.failure("bar") }
    return scale
  }

  private func creditArea(_ node: PolicyNode) throws(Failure) -> CreditArea {
    CreditArea(
      id: Identifier(try node.string("id")), title: try node.string("title"),
      pescCode: try node.string("pescCode"))
  }

  private func area(_ node: PolicyNode) throws(Failure) -> RecordArea {
    RecordArea(
      id: Identifier(try node.string("id")), title: try node.string("title"),
      shortTitle: try node.string("shortTitle"),
      competencies: try node.list("competencies", competency))
  }

  func competency(_ node: PolicyNode) throws(Failure) -> RecordCompetency {
    RecordCompetency(
      id: Identifier(try node.string("id")), shortName: try node.string("shortName"),
      statement: node.text("statement") ?? "",
      alignments: node.strings("alignments").map { text in
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return Alignment(framework: String(parts[0]), code: String(parts.dropFirst().first ?? ""))
      },
      status: try node.word("status"), level: try level("level", of: node),
      date: try node.dayIfAny("date"), isUnderWay: node.flag("underWay"),
      isAwaited: node.flag("awaited"),
      counted: try node.integer("counted"), needed: try node.integer("needed"),
      shownIn: node.text("shownIn"), isCore: node.flag("core"),
      basis: node.strings("basis").map { Identifier($0) })
  }

  /// The level that a code names.
  func level(_ key: String, of node: PolicyNode) throws(Failure) -> LevelIndex? {
    guard let code = node.text(key) else { return nil }
    guard let index = codes.firstIndex(of: code) else { throw node.failure(key) }
    return index
  }
}
