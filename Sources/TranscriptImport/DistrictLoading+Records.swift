import Diagnostics
import TranscriptModel

extension DistrictLoading {
  /// Reads `students.csv`; in order of id.
  mutating func readStudents() -> [Student]? {
    let table = StudentTable(today: references.today)
    let contents = self.table(
      "students.csv", isRequired: true, key: StudentColumn.studentID, parse: table.parse)
    guard let contents else { return nil }
    let rows = StudentCheck().resolve(contents.rows, &reader.findings)
    reportMissingPlans(rows)
    let students = rows.map(\.record).sorted { $0.id < $1.id }
    references.students.add(students.map(\.id))
    references.students.setAside(
      contents.codes { $0.id.code }.subtracting(students.map(\.id.code)).map { Identifier($0) })
    references.students.isComplete = true
    for student in students { references.studentByID[student.id] = student }
    return students
  }

  private mutating func reportMissingPlans(_ rows: [Parsed<Student>]) {
    for row in rows where !hasPlan(forClassOf: row.record.classOf) {
      reader.findings.add(
        row.row.problem(
          .noPlanForClass, StudentColumn.classOf,
          "no plan of policy.yaml holds for the class of \(row.record.classOf)",
          hint: "correct class_of, or add the class to a plan"))
    }
  }

  /// Reads every table whose rows belong to students.
  mutating func readRecords() {
    let references = references
    readIdentified(
      "determinations.csv", .duplicateCode, "determination", DeterminationColumn.id,
      DeterminationTable(references: references).parse, by: { $0.id.code },
      check: OpposedDecisions.report
    ) { $0[$1.student, default: StudentFile()].determinations.append($1) }
    if !skipsEvidence { readEvidence() }
    let open = OpenEnrollments(students: references.studentByID, today: references.today)
    read(
      "enrollments.csv", EnrollmentTable(references: references).parse, check: open.report
    ) {
      $0[$1.student, default: StudentFile()].enrollments.append($1)
    }
    readIdentified(
      "transfer.csv", .duplicateCode, "transfer credit", TransferColumn.id,
      TransferTable(references: references).parse, by: { $0.id.code },
      check: SimilarTransfers.report
    ) { $0[$1.student, default: StudentFile()].externalCredits.append($1) }
    let waivers = WaiverTable(references: references, requirements: requirementIDs)
    read("waivers.csv", waivers.parse) {
      $0[$1.student, default: StudentFile()].waivers.append($1)
    }
    read("notations.csv", NotationTable(references: references).parse) {
      $0[$1.student, default: StudentFile()].notations.append($1)
    }
    read("experiences.csv", ExperienceTable(references: references).parse) {
      $0[$1.student, default: StudentFile()].experiences.append($1)
    }
    for name in reader.names(in: "habits") where name.hasSuffix(".csv") {
      read("habits/" + name, HabitTable(references: references).parse) {
        $0[$1.student, default: StudentFile()].habits.append($1)
      }
    }
  }

  private typealias Files = [Identifier<Student>: StudentFile]

  private mutating func read<Column: TableColumn, Record: Sendable>(
    _ path: String, _ parse: (inout TableRow<Column>) -> Record?,
    check: ([Parsed<Record>], inout Findings) -> Void = { _, _ in },
    into add: (inout Files, Record) -> Void
  ) {
    let contents = table(path, isRequired: false, parse: parse)
    check(contents?.rows ?? [], &reader.findings)
    for row in contents?.rows ?? [] { add(&files, row.record) }
  }

  private mutating func readIdentified<Column: TableColumn, Record: Sendable>(
    _ path: String, _ code: DiagnosticCode, _ noun: String, _ column: Column,
    _ parse: (inout TableRow<Column>) -> Record?, by key: (Record) -> String,
    check: ([Parsed<Record>], inout Findings) -> Void = { _, _ in },
    into add: (inout Files, Record) -> Void
  ) {
    guard let contents = table(path, isRequired: false, parse: parse) else { return }
    let unique = Duplicates(code: code, noun: noun).remove(
      from: contents.rows, column, &reader.findings, by: key)
    check(unique, &reader.findings)
    for row in unique { add(&files, row.record) }
  }

  private mutating func readEvidence() {
    let names = reader.names(in: "evidence").filter {
      $0.hasSuffix(".csv") || $0.hasSuffix(".jsonl")
    }
    if names.isEmpty {
      reader.report(
        .missingFile, "evidence", "there is no table of evidence",
        "add one, such as evidence/fall.csv; it may hold the header alone")
    }
    guard let counted = district else {
      var contents = TableContents<EvidenceRecord>()
      for name in names { contents.append(evidence(at: "evidence/" + name)) }
      let rows = EvidenceRows(contents).resolve(&reader.findings)
      SimilarTitles.report(rows, &reader.findings)
      for row in rows {
        files[row.record.student, default: StudentFile()].evidence.append(row.record)
      }
      return
    }
    // Whether a decision lowers anything can only be seen beside the student's evidence.
    let lowered = files.filter { $0.value.determinations.contains { $0.act == .lowers } }
    var scan = EvidenceScan(
      district: counted, references: references, limits: limits, wanted: Set(lowered.keys))
    for name in names where !name.hasSuffix(".csv") {
      scan.add(evidence(at: "evidence/" + name))
    }
    for name in names where name.hasSuffix(".csv") { scan.read("evidence/" + name, &reader) }
    let (count, kept) = scan.finish(&reader)
    evidenceCount = count
    for record in kept { files[record.student, default: StudentFile()].evidence.append(record) }
  }

  private mutating func evidence(at path: String) -> TableContents<EvidenceRecord> {
    let table = EvidenceTable(references: references)
    guard path.hasSuffix(".jsonl") else {
      return self.table(
        path, isRequired: true, key: EvidenceColumn.evidenceID, parse: table.parse)
        ?? TableContents()
    }
    guard let file = reader.table(path, isRequired: true) else { return TableContents() }
    return records(
      JSONLines(limits: limits).read(file), .evidence, path: path, key: EvidenceColumn.evidenceID,
      parse: table.parse)
  }

  /// Reads the narratives of the students there are.
  mutating func readNarratives() {
    for name in reader.names(in: "narratives") where name.hasSuffix(".txt") {
      let id = Identifier<Student>(String(name.dropLast(4)))
      let path = "narratives/" + name
      let students = references.students
      if students.isComplete, !students.ids.contains(id) {
        if !students.setAside.contains(id) {
          reader.report(
            .unknownStudent, path, "the student \"\(id)\" is not in students.csv",
            "name the file by the id of the student whom it is about")
        }
        continue
      }
      guard let file = reader.file(path, limit: limits.text, isRequired: true) else { continue }
      files[id, default: StudentFile()].narrative = NarrativeFile.read(file, &reader.findings)
    }
  }
}
