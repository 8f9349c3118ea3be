import AttainmentEngine
public import Diagnostics
public import TranscriptModel
import TranscriptPESC

extension LoadedDistrict {
  /// The same with every value that a PESC High School Transcript cannot hold, of every student's
  /// record on the day `asOf`, and of the framework and the courses that nobody has met yet.
  ///
  /// With the problems `others`, that were found otherwise; each is there once.
  public func checkedForPESC(
    asOf: CalendarDate, adding others: [Diagnostic] = []
  ) -> LoadedDistrict {
    guard let ready else { return self }
    let known = Set(diagnostics)
    let found = PESCDistrictCheck(ready, asOf: asOf).diagnostics
    return LoadedDistrict(
      district: district, ready: ready,
      diagnostics: (diagnostics + others.filter { !known.contains($0) } + found).sorted(),
      rejectedRows: rejectedRows, evidenceCount: evidenceCount)
  }
}

/// Finds what will not fit into XML, for the whole district, before graduation day.
struct PESCDistrictCheck {
  /// What makes two findings one: the same cell is reported once, not for each student.
  private struct Key: Hashable {
    let place: SourceLocation
    let element: String
    let value: String
  }

  private let ready: ReadyDistrict
  private let asOf: CalendarDate

  init(_ ready: ReadyDistrict, asOf: CalendarDate) {
    self.ready = ready
    self.asOf = asOf
  }

  /// Each value once, at its place, with the first record that it stands in.
  var diagnostics: [Diagnostic] {
    var order: [Key] = []
    var findings: [Key: [PESCFinding]] = [:]
    var holds: [Diagnostic] = []
    var longestNumber = 0
    for student in ready.district.students {
      let resolution = ready.outcomes(of: student, asOf: asOf)
      holds += HoldReasons.unmetGraduation(resolution)
      // A student without a plan has no record; that is reported by itself.
      guard let record = record(of: resolution) else { continue }
      longestNumber = max(longestNumber, record.document.number?.unicodeScalars.count ?? 0)
      let places = PESCSource(district: ready.district, student: student)
      for finding in PESCPreflight.findings(of: record) {
        let key = Key(
          place: places.location(of: finding), element: finding.element, value: finding.value)
        if findings[key] == nil { order.append(key) }
        findings[key, default: []].append(finding)
      }
    }
    let seen = Set(order.map { "\($0.place) \($0.element)" })
    let unused = PESCUnusedValues(ready.district).diagnostics.filter { place, element, _ in
      !seen.contains("\(place) \(element)")
    }
    return order.compactMap { key in diagnostic(of: findings[key] ?? [], at: key.place) }
      + unused.map(\.diagnostic) + holds + [tooLongForRequests(longestNumber)].compactMap(\.self)
  }

  private func record(of resolution: StudentResolution) -> TranscriptRecord? {
    let request = RecordAssembly.Request(status: .official, issuedOn: asOf)
    return ready.assembly.record(for: resolution, request: request)
  }

  /// A number that fits, but not with what an answer to a request adds to it.
  private func tooLongForRequests(_ length: Int) -> Diagnostic? {
    guard length > 30, length <= 35 else { return nil }
    return Diagnostic(
      .numberLongForRequests, at: PESCSource.profile("document_numbers", of: ready.district),
      "document numbers have \(length) characters; PESC allows 35, and the answer to a request adds 5",
      hint: "shorten document_numbers in district.yaml to 30 characters if requests are answered")
  }

  private func diagnostic(of findings: [PESCFinding], at place: SourceLocation) -> Diagnostic? {
    guard let first = findings.first else { return nil }
    let students = Set(findings.map(\.record)).count - 1
    let others = students > 0 ? " (and \(EnglishText.count(students, "other", "others")))" : ""
    let length = first.actual.map { ", this has \($0)" } ?? ""
    return Diagnostic(
      first.code, at: place,
      "record \(first.record)\(others): \(first.path): PESC allows \(first.limit)\(length)",
      excerpt: Excerpt(cell: first.value, isPersonal: first.path.contains("/Person/")),
      hint: PESCFix.hint(for: first, at: place, in: ready.district))
  }
}

/// Values of the framework, the courses and the policy that are in nobody's record yet.
struct PESCUnusedValues {
  private let district: District

  init(_ district: District) { self.district = district }

  var diagnostics: [(place: SourceLocation, element: String, diagnostic: Diagnostic)] {
    let courses = district.policy.creditRules.flatMap { rule in
      [
        ("CourseTitle", rule.title, rule.location), ("CourseNumber", rule.id.code, rule.location),
      ]
    }
    let competencies = district.framework.competencies.map {
      ("RAPName", $0.shortName, $0.location)
    }
    let requirements = district.policy.plans.flatMap(\.requirements).flatMap(Self.values)
    return (courses + competencies + requirements).compactMap(Self.check)
  }

  private static func values(
    _ requirement: GraduationRequirement
  ) -> [(String, String, SourceLocation)] {
    let element = requirement.lineCredit != nil ? "HighSchoolSubjectAreaName" : "RAPName"
    return [(element, requirement.title, requirement.location)]
  }

  private static func check(
    _ element: String, _ value: String, _ place: SourceLocation
  ) -> (place: SourceLocation, element: String, diagnostic: Diagnostic)? {
    guard let finding = PESCPreflight.finding(value, for: element) else { return nil }
    let length = finding.actual.map { ", this has \($0)" } ?? ""
    return (
      place, element,
      Diagnostic(
        finding.code, at: place, "\(element): PESC allows \(finding.limit)\(length)",
        excerpt: Excerpt(cell: value), hint: finding.hint)
    )
  }
}
