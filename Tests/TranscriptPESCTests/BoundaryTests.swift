// Literals that are known to be right.
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Testing
import TranscriptModel
import XMLKit

@testable import TranscriptPESC

/// Every limit at n, n + 1 and below the minimum, against the project's schema and PESC's.
@Suite struct BoundaryTests {
  static let own = try? PESCSchemas(version: .v1_3_0)
  static let pesc: XMLSchema? = {
    guard let files = try? SharedFolder.schemas("schemas/pesc/hst-1.3.0") else { return nil }
    return try? XMLSchema(named: "HighSchoolTranscript_v1.3.0.xsd", in: files)
  }()

  /// PESC leaves these open, so that the project is stricter than it.
  static let openInPESC: Set<String> = ["OPEID", "CountryCode"]

  /// A transcript that has every element with a limit at least once.
  static let everything: XMLElement = {
    let codes = Dictionary(
      uniqueKeysWithValues: Organization.CodeKind.allCases.map { kind in
        (kind, String(repeating: "1", count: PESCLimits.limit(of: kind.rawValue)!.minimum))
      })
    let party = Organization(
      names: ["A school"], codes: codes,
      localCode: Organization.LocalCode(code: "0640161", state: "CT"),
      address: Address(lines: ["1 Road"], city: "Hartford", state: "CT", postalCode: "06103"),
      phone: Phone(countryPrefix: "1", areaCode: "860", number: "5550100", extension: "12"),
      email: "a@example.org", urls: [WebAddress(url: "https://example.org", note: "Home")])
    var abroad = Organization(names: ["A college abroad"])
    abroad.address = Address(
      lines: ["1 Road"], city: "Hartford", state: "Kent", postalCode: "1", country: "GB")
    let rap = Achievement(
      code: "PR", name: "Name", subName: "Word", conditionsMet: "Yes",
      conditionsMetDate: SampleRecord.day("2026-01-31"), notes: ["id"])
    let course = { (sced: String) in
      Course(
        creditBasis: "Regular", creditUnits: "CarnegieUnits", creditValue: .one,
        creditEarned: .one, academicGrade: "PR", gradeStatusCode: "PassFailPass",
        narrativeGrade: "Met 1 of 1.", sced: sced, gpaApplicability: "NotApplicable",
        number: "C1", title: "Course", proficiencies: [rap])
    }
    let name = PersonName(
      nameCode: "Legal", first: "A", middle: ["B"], last: "C", suffix: "JR", composite: "A B C")
    let transcript = HighSchoolTranscript(
      transmission: Transmission(
        documentID: "1", createdDateTime: "2026-06-20T00:00:00Z",
        documentTypeCode: "StudentRequest", transmissionType: "Original", source: party,
        destination: abroad, documentProcessCode: "TEST", documentOfficialCode: "Official",
        documentCompleteCode: "Complete", requestTrackingID: "T", notes: ["Note"]),
      person: Person(
        schoolAssignedID: "S",
        agencyIDs: [
          AgencyID(id: "1", agencyCode: "State", agencyName: "Agency", state: "CT")
        ], recipientAssignedID: "R", birthDate: SampleRecord.day("2008-01-31"), name: name),
      academicRecords: [
        AcademicRecord(
          school: Organization(names: ["A school"]), studentLevelCode: "TwelfthGrade",
          cohortGraduationYear: 2026,
          awards: [
            AcademicAward(
              level: "B18", date: SampleRecord.day("2026-06-13"), title: "Diploma",
              isComplete: true, completionDate: SampleRecord.day("2026-06-13"))
          ],
          summaries: [
            AcademicSummary(
              type: "All", level: "Secondary", creditsEarned: .one, creditsRequired: .one,
              creditsDeficient: .zero, creditUnit: "CarnegieUnits",
              honors: [AcademicHonor(title: "Honour")],
              subjectAreas: [
                SubjectAreaCredit(
                  code: "Math", name: "STEM", unit: "CarnegieUnits", required: .one,
                  earned: .one, deficient: .zero)
              ])
          ],
          sessions: [
            AcademicSession(
              designator: "2026-06", name: "2025-2026", schoolYear: "2025-2026",
              courses: [course("02061"), course("02061G101011")])
          ])
      ])
    var body = ElementWriter()
    transcript.write(to: &body)
    return try! XMLDocument.parse(bytes: body.markup.bytes, name: "everything")
  }()

  /// The tree with the text of the first element of a name replaced.
  static func replacing(_ name: String, with text: String) -> XMLElement {
    var isDone = false
    func replace(_ element: XMLElement) -> XMLElement {
      guard !isDone else { return element }
      var copy = element
      if element.name == name {
        isDone = true
        copy.children = [.text(text)]
        return copy
      }
      copy.children = element.children.map { child in
        guard case .element(let inner) = child else { return child }
        return .element(replace(inner))
      }
      return copy
    }
    return replace(everything)
  }

  struct Verdict: Equatable {
    let own: Bool
    let pesc: Bool?
    let findings: [PESCFinding]
  }

  static func judge(_ name: String, _ text: String) throws -> Verdict {
    let tree = replacing(name, with: text)
    let bytes = try XMLWriter(prefixes: [PESCVersion.v1_3_0.namespace: "hst"]).bytes(of: tree)
    var check = LimitCheck(record: "S")
    check.check(tree)
    return Verdict(
      own: try #require(own).violations(in: bytes, name: name).isEmpty,
      pesc: try pesc?.validate(bytes: bytes, name: name).isEmpty, findings: check.findings)
  }

  /// A batch has its own tests.
  static let elements = PESCLimits.elements.filter { $0 != "BatchID" }

  static let measured = elements.filter {
    switch PESCLimits.limit(of: $0)!.shape {
    case .any, .digits: true
    default: false
    }
  }

  @Test(arguments: measured)
  func `The longest value passes and one character more is refused by all`(name: String) throws {
    let limit = PESCLimits.limit(of: name)!
    let letter = name == "CountryCode" ? "G" : "1"
    let longest = try Self.judge(name, String(repeating: letter, count: limit.maximum))
    #expect(longest.findings.isEmpty && longest.own)
    if name != "CountryCode" { #expect(longest.pesc != false) }

    let longer = try Self.judge(name, String(repeating: letter, count: limit.maximum + 1))
    #expect(!longer.own)
    #expect(longer.pesc != true || Self.openInPESC.contains(name))
    let finding = try #require(longer.findings.first)
    #expect(longer.findings.count == 1)
    #expect(finding.code == PESCCodes.tooLong)
    #expect(finding.actual == limit.maximum + 1)
    #expect(finding.limit.contains("\(limit.maximum)"))
    #expect(finding.path.contains("/\(name)"))
  }

  @Test(arguments: measured)
  func `The shortest value passes and one character less is refused by all`(name: String) throws {
    let limit = PESCLimits.limit(of: name)!
    let letter = name == "CountryCode" ? "G" : "1"
    let shortest = try Self.judge(name, String(repeating: letter, count: limit.minimum))
    #expect(shortest.findings.isEmpty && shortest.own)

    let shorter = try Self.judge(name, String(repeating: letter, count: limit.minimum - 1))
    #expect(!shorter.own)
    // PESC lets a web address be empty.
    #expect(
      shorter.pesc != true || Self.openInPESC.contains(name) || name == "URLAddress")
    #expect(shorter.findings.map(\.code) == [PESCCodes.tooShort])
    #expect(shorter.findings.first?.actual == limit.minimum - 1)
  }

  static let listed = elements.filter {
    if case .oneOf = PESCLimits.limit(of: $0)!.shape { true } else { false }
  }

  @Test(arguments: listed)
  func `Every listed code passes and another is refused by all`(name: String) throws {
    guard case .oneOf(let codes) = PESCLimits.limit(of: name)!.shape else { return }
    for code in codes {
      let verdict = try Self.judge(name, code)
      #expect(verdict.findings.isEmpty && verdict.own && verdict.pesc != false, "\(name) \(code)")
    }
    let other = try Self.judge(name, "Zz")
    #expect(!other.own && other.pesc != true)
    #expect(other.findings.map(\.code) == [PESCCodes.notAllowed])
  }

  @Test(arguments: [
    ("SessionSchoolYear", "2024-25"), ("SessionSchoolYear", "2024/2025"),
    ("SessionDesignator", "2024-13"), ("SessionDesignator", "2024-1"),
    ("PhoneNumber", "555-0100"), ("NameSuffix", "Jr."), ("StateProvinceCode", "Ct"),
  ])
  func `A value of the wrong form is refused`(name: String, text: String) throws {
    let verdict = try Self.judge(name, text)
    #expect(!verdict.own)
    #expect(verdict.findings.count == 1)
  }

  @Test func `PESC's schema takes part wherever it is at hand`() {
    #expect((Self.pesc != nil) == SharedFolder.isPresent)
  }

  @Test func `Every element with a limit is in the document that the tests use`() {
    var names: Set<String> = []
    func collect(_ element: XMLElement) {
      names.insert(element.name)
      element.elements.forEach(collect)
    }
    collect(Self.everything)
    #expect(Self.elements.filter { !names.contains($0) } == [])
  }
}
