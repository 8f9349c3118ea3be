import Diagnostics
import Testing
import TranscriptLayout
import TranscriptModel

@Suite("Guide, mid-year transcript, school profile") struct OtherDocumentTests {
  private func text(_ document: LaidOutDocument) -> [String] {
    document.pages.flatMap { PageInspection(page: $0).readingOrder }
  }

  private func checkPlaces(_ document: LaidOutDocument) {
    for page in document.pages {
      let inspection = PageInspection(page: page)
      #expect(inspection.outside(side: 42, top: 24, bottom: 744) == [])
      #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [])
      #expect(inspection.structureProblems == [])
    }
  }

  @Test("the guide is one page, names the rules and no student") func guide() throws {
    let template = try DocumentTemplate(TemplateFolder.files("guide"))
    let document = try template.layOut(SampleRecord.make(), measurer: FakeMeasurer())
    #expect(document.pages.count == 1)
    checkPlaces(document)
    let all = text(document).joined(separator: " ")
    #expect(all.contains("the highest level shown in 2 distinct"))
    #expect(!all.contains("Okonkwo"))
    #expect(!document.metadata.title.contains("Okonkwo"))
  }

  @Test("a mid-year transcript says so, and of which day its levels are, and is otherwise the same")
  func midYear() throws {
    let template = try DocumentTemplate(TemplateFolder.files("official"))
    let usual = try template.layOut(SampleRecord.make(), measurer: FakeMeasurer())
    let midYear = try template.layOut(
      SampleRecord.make(edition: .midYear), measurer: FakeMeasurer())
    #expect(text(midYear).contains("Mid-year transcript"))
    let band = [
      "Mid-year.",
      "Levels and credits as of October 9, 2026. What is in italics is in progress or planned.",
    ]
    #expect(band.allSatisfy { line in text(midYear).count { $0 == line } == midYear.pages.count })
    #expect(
      text(midYear).filter { $0 != "Mid-year transcript" && !band.contains($0) && !$0.isEmpty }
        == text(usual).filter { $0 != "Official transcript" && !$0.isEmpty })
    #expect(midYear.metadata.title == "Mid-year transcript: Anaïs Đặng-Okonkwo")
  }

  @Test("a mid-year copy that is a draft or amended still says of which day its levels are")
  func midYearOfOtherStatus() throws {
    let template = try DocumentTemplate(TemplateFolder.files("official"))
    for status in [DocumentStatus.draft, .amended, .unofficial] {
      let copy = try template.layOut(
        SampleRecord.make(status: status, edition: .midYear), measurer: FakeMeasurer())
      #expect(
        text(copy).count { $0.contains("Mid-year, as of October 9, 2026.") } == copy.pages.count)
      #expect(!copy.metadata.subject.contains("Official transcript"))
      checkPlaces(copy)
    }
  }

  @Test("a draft of the school's own pages says so on every page and in its metadata")
  func draftsOfSchool() throws {
    let guide = try DocumentTemplate(TemplateFolder.files("guide"))
    let draft = try guide.layOut(SampleRecord.make(status: .draft), measurer: FakeMeasurer())
    #expect(text(draft).contains { $0.contains("DRAFT, NOT CERTIFIED.") })
    #expect(draft.metadata.status == .draft)
    #expect(draft.metadata.subject.hasPrefix("Draft, not certified"))
    let finished = try guide.layOut(
      SampleRecord.make(status: .unofficial), measurer: FakeMeasurer())
    #expect(!text(finished).contains { $0.contains("COPY") })
  }

  @Test("the guide explains every word that stands in the place of a level") func words() throws {
    let template = try DocumentTemplate(TemplateFolder.files("guide"))
    let all = text(try template.layOut(SampleRecord.make(), measurer: FakeMeasurer()))
      .joined(separator: " ")
    for word in [
      "Not assessed:", "\u{201C}1 of 2 shown\u{201D}", "Partly shown:", "No mark yet:", "Planned:",
      "Transferred:", "Met:", "Waived:", "Excused:", "Withdrawn:", "Beyond requirements:",
      "Any subject:", "In progress:", "Complete, In progress, Waived and Not yet met",
      "before graduation", "bar beside a school year",
    ] {
      #expect(all.contains(word), "\(word)")
    }
  }

  @Test("a long school name stands on lines of its own and pushes its address down")
  func longSchoolName() throws {
    let school = SampleRecord.issuer.school
    let issuer = DistrictProfile(
      district: "District", isFictional: true, accent: "#12524B",
      school: School(
        name: "The Wetherby-under-the-Long-Hill Regional High School (Arts)",
        address: school.address, city: school.city, state: school.state,
        postalCode: school.postalCode, phone: school.phone, monogram: "T"),
      signatory: SampleRecord.issuer.signatory, documentNumbers: "{digest}")
    let record = SampleRecord.make(issuer: issuer)
    for (name, side, bottom) in [
      ("official", 42.0, 744.0), ("guide", 42, 744), ("family", 50, 740),
      ("family-phone", 15, 9_999),
    ] {
      let document = try DocumentTemplate(TemplateFolder.files(name))
        .layOut(record, measurer: FakeMeasurer())
      for page in document.pages {
        let inspection = PageInspection(page: page)
        #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [], "\(name)")
        #expect(inspection.outside(side: side, top: 10, bottom: bottom) == [], "\(name)")
      }
    }
  }

  @Test("with a long school and a long student the head of page 2 names both, with the state id")
  func longHead() throws {
    let school = "The Wetherby-under-the-Long-Hill Regional High School (Arts)"
    let name = "Alexandria Guadalupe Marie Fernández-Montgomery de la Vega"
    let usual = SampleRecord.issuer.school
    let issuer = DistrictProfile(
      district: "District", isFictional: true, accent: "#12524B",
      school: School(
        name: school, address: usual.address, city: usual.city, state: usual.state,
        postalCode: usual.postalCode, phone: usual.phone, monogram: "T"),
      signatory: SampleRecord.issuer.signatory, documentNumbers: "{digest}")
    let student = RecordStudent(
      id: "S-1", sasid: "0000413295",
      legalName: LegalName(
        first: "Alexandria", middle: "Guadalupe Marie", last: "Fernández-Montgomery de la Vega"),
      displayName: name, birthDate: SampleRecord.day("2009-03-02"),
      gradeLevel: SampleRecord.grade(12), classOf: 2027)
    for folder in ["official", "competencies"] {
      let pages = try DocumentTemplate(TemplateFolder.files(folder)).layOut(
        SampleRecord.make(student: student, issuer: issuer), measurer: FakeMeasurer()
      ).pages
      #expect(pages.count > 1)
      for page in pages.dropFirst() {
        let inspection = PageInspection(page: page)
        let head = inspection.lines.filter { $0.isArtifact && $0.baseline < 60 }.map(\.text)
        #expect(head.contains(name), "\(folder): \(head)")
        #expect(head.contains { $0.contains(school) }, "\(folder): \(head)")
        #expect(head.contains { $0.contains("0000 413 295") }, "\(folder): \(head)")
        #expect(inspection.overlaps.prefix(2).map { "\($0.0) | \($0.1)" } == [])
        #expect(inspection.outside(side: 42, top: 24, bottom: 744) == [])
      }
    }
  }

  @Test("no footer leaves its page, however long name and policy are") func footers() throws {
    let name = String(repeating: "Wolfeschlegelsteinhausen ", count: 4)
    let record = SampleRecord.make(
      student: RecordStudent(
        id: "S-1", sasid: "0000413295", legalName: LegalName(first: name, last: name),
        displayName: name, birthDate: SampleRecord.day("2009-03-02"),
        gradeLevel: SampleRecord.grade(12), classOf: 2027,
        enrolledOn: SampleRecord.day("2023-08-28")))
    for folder in ["official", "competencies", "family"] {
      let template = try DocumentTemplate(TemplateFolder.files(folder))
      for language in template.languages {
        for page in try template.layOut(record, language: language, measurer: FakeMeasurer()).pages
        {
          let lowest = PageInspection(page: page).lines.map(\.baseline).max() ?? 0
          #expect(lowest <= 770, "\(folder) \(language)")
          if folder != "family" {
            let specimen = PageInspection(page: page).lines.filter(\.isArtifact)
            #expect(specimen.contains { $0.text.contains("Specimen: fictional") })
          }
        }
      }
    }
  }

  @Test("a copy for the student says so on every page and in its metadata, whatever its status")
  func issuedToStudent() throws {
    let template = try DocumentTemplate(TemplateFolder.files("official"))
    for status in [DocumentStatus.official, .amended, .unofficial] {
      let copy = try template.layOut(
        SampleRecord.make(status: status, issuedTo: .student), measurer: FakeMeasurer())
      #expect(text(copy).count { $0.hasPrefix("Issued to student") } == copy.pages.count)
      #expect(copy.metadata.subject.contains("Issued to student"))
      let usual = try template.layOut(SampleRecord.make(status: status), measurer: FakeMeasurer())
      #expect(!text(usual).contains { $0.contains("Issued to student") })
      // The band stands in the top margin: the page below is the same in every state.
      #expect(copy.pages.count == usual.pages.count)
    }
  }

  @Test("a crest takes the monogram's place, on the start side of the page, and is not mirrored")
  func crest() throws {
    let school = SampleRecord.issuer.school
    let issuer = DistrictProfile(
      district: "District", isFictional: true, accent: "#12524B",
      school: School(
        name: school.name, address: school.address, city: school.city, state: school.state,
        postalCode: school.postalCode, monogram: "T", crest: "M0 0L40 0L0 40Z"),
      signatory: SampleRecord.issuer.signatory, documentNumbers: "{digest}")
    let template = try DocumentTemplate(TemplateFolder.files("family"))
    // 36 points wide, the family report's own slot; 2 above the first line.
    let places: [(language: String, left: Double)] = [("en", 50), ("ar", 526)]
    for (language, left) in places {
      let pages = try template.layOut(
        SampleRecord.make(issuer: issuer), language: language, measurer: FakeMeasurer()
      ).pages
      var shapes: [[OutlineStep]] = []
      for case .shape(let steps, _) in pages[0].artifacts { shapes.append(steps) }
      let expected: [OutlineStep] = [
        .move(x: left, y: 40), .line(x: left + 36, y: 40), .line(x: left, y: 76), .close,
      ]
      #expect(shapes == [expected])
    }
  }

  private func answers(_ text: String, _ problems: inout DiagnosticList) -> SchoolProfileAnswers {
    SchoolProfileAnswers(Array(text.utf8), name: "profile.yaml", problems: &problems)
  }

  private func content(_ records: [TranscriptRecord], _ answers: SchoolProfileAnswers) throws
    -> SchoolProfileContent
  {
    try #require(
      SchoolProfileContent(
        records: records, classOf: 2027, schoolYear: SchoolYear(start: 2026),
        issuedOn: SampleRecord.day("2026-09-01"), answers: answers))
  }

  private func profile(_ content: SchoolProfileContent) throws -> LaidOutDocument {
    try DocumentTemplate(TemplateFolder.files("profile")).layOut(
      profile: content, measurer: FakeMeasurer())
  }

  @Test("the profile has the figures of its class and hides small numbers") func classFigures()
    throws
  {
    var problems = DiagnosticList()
    let answers = answers(SampleRecord.profileAnswers, &problems)
    #expect(problems.isEmpty)
    let document = try profile(content(SampleRecord.classRecords, answers))
    #expect(document.pages.count == 1)
    checkPlaces(document)
    let all = text(document)
    // Equivalents 2.60, 2.65 ... 3.75: two from 3.70 up and five below 2.75 and above 2.50 at
    // most, so these are hidden; 3.30 to 3.65 are eight, 3.00 to 3.25 are six.
    #expect(
      Array(all[(try #require(all.firstIndex(of: "3.30\u{2013}3.69")))...].prefix(2))[1] == "8")
    #expect(
      Array(all[(try #require(all.firstIndex(of: "3.00\u{2013}3.29")))...].prefix(2))[1] == "6")
    #expect(Array(all[(try #require(all.firstIndex(of: "3.70 or more")))...].prefix(2))[1] == "–")
  }

  /// Records whose only course has the mark at the place of each.
  private func marked(
    _ marks: [[LevelIndex]], _ status: CreditStatus = .earned, earned: Rational = .one
  ) -> [TranscriptRecord] {
    marks.map { marks in
      let courses = marks.enumerated().map { index, mark in
        RecordCourse(
          id: Identifier("C\(index)"), title: "Course \(index)", status: status, mark: mark,
          markStatus: .attained, credit: .one, earned: earned, creditAreas: [])
      }
      return SampleRecord.make(courseGroups: [
        RecordCourseGroup(
          gradeLevel: SampleRecord.grade(9), schoolYear: SchoolYear(start: 2023),
          isInProgress: false, courses: courses)
      ])
    }
  }

  private func levelShares(_ records: [TranscriptRecord]) throws -> [String: String] {
    let all = text(try profile(content(records, SchoolProfileAnswers())))
    return Dictionary(
      uniqueKeysWithValues: ["4 Exemplary", "3 Proficient", "2 Developing"].compactMap { level in
        all.firstIndex { $0.contains(level) }.map { (level, all[$0 + 1]) }
      })
  }

  @Test("a level that fewer than six students have is hidden, and cannot be worked out")
  func hiddenLevels() throws {
    // Eight of one student's marks are Exemplary: eight marks, one student. What is hidden is known
    // from the rest, so the next level goes as well: nothing of two levels is left to show.
    let one = marked([Array(repeating: 3, count: 8)] + Array(repeating: [2, 2], count: 30))
    #expect(!text(try profile(content(one, SchoolProfileAnswers()))).contains { $0.contains("%") })
    // 20 marks are Developing, of ten students; 2 Exemplary, of two; 60 Proficient, of thirty. The
    // two and the ten are hidden together: what is left out are marks of twelve students.
    let three = marked(
      [[3], [3]] + Array(repeating: [1, 1], count: 10) + Array(repeating: [2, 2], count: 30))
    let shares = try levelShares(three)
    #expect(shares["4 Exemplary"] == "\u{2013}")
    #expect(shares["2 Developing"] == "\u{2013}")
    // 60 of 82.
    #expect(shares["3 Proficient"] == "73%")
    // Six students have each: nothing is hidden.
    let open = marked(Array(repeating: [3, 2], count: 6))
    #expect(try levelShares(open)["4 Exemplary"] == "50%")
  }

  @Test("final marks of courses that earned no credit count, levels so far do not")
  func marksWithoutCredit() throws {
    // Eighteen marks that earned credit and six that earned none, of six students: 6 of 24.
    let passed = marked(Array(repeating: [2], count: 18))
    let failed = marked(Array(repeating: [1], count: 6), .notEarned, earned: .zero)
    #expect(try levelShares(passed + failed)["3 Proficient"] == "75%")
    #expect(try levelShares(passed + failed)["2 Developing"] == "25%")
    let underWay = marked(Array(repeating: [3], count: 6), .inProgress, earned: .zero)
    let inPart = marked(Array(repeating: [3], count: 6), .partial, earned: .half)
    let shares = try levelShares(passed + failed + underWay + inPart)
    #expect(shares["4 Exemplary"] == "0%")
    #expect(shares["2 Developing"] == "25%")
    // Of one student it is hidden, and with it the next one, from which it would follow.
    let one = marked([[1]], .notEarned, earned: .zero)
    let few = try levelShares(passed + one + marked(Array(repeating: [3], count: 8)))
    #expect(few["2 Developing"] == "\u{2013}")
    #expect(few["4 Exemplary"] == "\u{2013}")
    // 18 of 27.
    #expect(few["3 Proficient"] == "67%")
  }

  @Test("a class under six shows no figures of its own") func smallClass() throws {
    let document = try profile(
      content(Array(SampleRecord.classRecords.prefix(5)), SchoolProfileAnswers()))
    let all = text(document)
    #expect(!all.contains { $0.contains("%") })
    #expect(!all.contains("3.30\u{2013}3.69"))
    checkPlaces(document)
  }

  @Test("items of which nothing is said are listed") func missingItems() throws {
    var problems = DiagnosticList()
    let answers = answers("claim: A claim\npedagogy: Text", &problems)
    let missing = try content(SampleRecord.classRecords, answers).missingItems
    #expect(
      missing == [
        .purpose, .curriculum, .outcomes, .colleges, .destinations, .habits, .students,
      ])
  }

  @Test("shares of one class that add up to more than the class are refused") func shares() {
    var problems = DiagnosticList()
    _ = answers(
      "destination-1: College | 61\ndestination-2: Work | 40\ndestination-3: Service | 1",
      &problems)
    #expect(problems.sorted == [], "rounded shares may add up to 102")
    _ = answers("destination-1: College | 90\ndestination-2: Work | 60", &problems)
    #expect(problems.sorted.map(\.message) == ["the destinations add up to 150 percent"])
    #expect(problems.sorted.map { $0.location?.line } == [2])
  }

  @Test("a line that no profile has is refused with its place") func unknownLine() {
    var problems = DiagnosticList()
    _ = answers("claim: A\nmascot: A heron\ndestination-1: College | many", &problems)
    #expect(problems.sorted.map(\.code) == [LayoutCode.profileValue, LayoutCode.profileValue])
    #expect(problems.sorted.map { $0.location?.line } == [2, 3])
  }
}
