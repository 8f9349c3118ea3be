import Diagnostics
import TranscriptLayout
import TranscriptModel
import TranscriptPDF
import TranscriptPESC

/// The work on one student: resolve, freeze, render, write.
struct StudentWork: Sendable {
  let world: any World
  let ready: ReadyDistrict
  let holds: HoldReasons
  let resources: DocumentResources
  let options: RenderOptions
  let honors: [Identifier<Student>: RecordNotation]

  /// What became of one student: the line, and what was sent.
  typealias Result = (line: BatchSummary.Line, sent: [SentDocument])

  /// What became of the student.
  ///
  /// Never throws: every problem is in the line.
  func line(
    for student: Student, documents: Swift.Result<StudentDocuments, PDFFailure>
  ) -> Result {
    let resolution = ready.outcomes(of: student, asOf: options.asOf)
    let refusals = options.exchange.plan?.refusals[student.id] ?? []
    let reasons = holds.reasons(for: resolution) + refusals
    let isBlocked =
      options.status != .draft || resolution.graduation == nil || !refusals.isEmpty
    if !reasons.isEmpty && isBlocked { return withdrawn(student, .held, reasons) }
    let request = RecordAssembly.Request(
      status: options.status, issuedOn: options.asOf, replaces: options.replaces,
      issuedTo: options.issuedTo)
    guard
      let frozen = ready.assembly.frozen(
        for: resolution, honor: honors[student.id], request: request)
    else {
      return withdrawn(student, .held, reasons)
    }
    do {
      let documents = try documents.get()
      do {
        return write(try made(frozen, options.kinds, of: student, documents), of: student)
      } catch let refusal as DocumentRefusal {
        let families = options.kinds.filter(\.hasLanguages)
        guard !refusal.isFault, !families.isEmpty, families != options.kinds else { throw refusal }
        return try held(refusal, frozen, families, of: student, documents)
      }
    } catch let refusal as DocumentRefusal {
      return withdrawn(student, refusal.isFault ? .failed : .held, refusal.diagnostics)
    } catch let failure as PDFFailure {
      return withdrawn(student, .failed, failure.diagnostics)
    } catch {
      return withdrawn(student, .failed, [Self.fault(student, "\(error)")])
    }
  }

  private typealias Made = [(PlannedDelivery, StudentDocuments.Files)]

  private func made(
    _ frozen: FrozenRecord, _ kinds: [DocumentKind], of student: Student,
    _ documents: StudentDocuments
  ) throws -> Made {
    let languages = languages(of: student, documents)
    return try deliveries(to: student).map { delivery in
      (
        delivery,
        try documents.files(
          for: frozen, kinds: kinds, languages: languages, lastWork: lastWork(of: student),
          delivery: delivery)
      )
    }
  }

  /// The reports for the family of a student whose transcript was refused.
  private func held(
    _ refusal: DocumentRefusal, _ frozen: FrozenRecord, _ families: [DocumentKind],
    of student: Student, _ documents: StudentDocuments
  ) throws -> Result {
    let reports = try made(frozen, families, of: student, documents)
    let held = withdrawn(student, .held, refusal.diagnostics).line
    let written = write(reports, of: student)
    guard written.line.outcome == .done else { return written }
    return (
      BatchSummary.Line(
        student: student.id, outcome: .held, files: written.line.files, reasons: held.reasons), []
    )
  }

  private func deliveries(to student: Student) -> [PlannedDelivery] {
    options.exchange.deliveries(to: student.id)
  }

  private func path(
    _ kind: DocumentKind, _ student: Student, _ delivery: PlannedDelivery
  ) -> String {
    kind.path(for: student.id, status: options.status, answering: delivery.suffix(for: kind))
  }

  private func lastWork(of student: Student) -> [Identifier<ContentArea>: CalendarDate] {
    guard options.kinds.contains(where: \.hasLanguages) else { return [:] }
    return LastWork(
      ready.district.file(of: student.id), framework: ready.district.framework,
      asOf: options.asOf
    ).days
  }

  /// The languages asked for, or the one that the family reads; English where there is no table.
  private func languages(of student: Student, _ documents: StudentDocuments) -> [String] {
    guard options.languages.isEmpty else { return options.languages }
    let kinds = options.kinds.filter(\.hasLanguages)
    let known = kinds.map { Set(documents.languages(of: $0)) }
    guard let own = student.familyLanguage, known.allSatisfy({ $0.contains(own) }) else {
      return ["en"]
    }
    return [own]
  }

  private func write(
    _ made: [(PlannedDelivery, StudentDocuments.Files)], of student: Student
  ) -> Result {
    var written: [String] = []
    var sent: [SentDocument] = []
    for (delivery, files) in made {
      for file in files.translated {
        let path = file.kind.path(
          for: student.id, status: options.status, answering: file.language)
        // The report is the same for every receiver.
        guard !written.contains(path) else { continue }
        do {
          try world.write(file.bytes, to: "\(options.outputFolder)/\(path)")
        } catch {
          return withdrawn(student, .failed, [Self.unwritten(error)])
        }
        written.append(path)
      }
      for kind in options.kinds {
        let path = path(kind, student, delivery)
        // The record is the same for every receiver.
        guard let bytes = files.bytes[kind], !written.contains(path) else { continue }
        do {
          try world.write(bytes, to: "\(options.outputFolder)/\(path)")
        } catch {
          return withdrawn(student, .failed, [Self.unwritten(error)])
        }
        written.append(path)
        if kind == .pesc, let document = files.document {
          sent.append(
            SentDocument(
              path: path, classOf: student.classOf, control: document.control,
              document: options.exchange.writesBatch ? document : nil))
        }
      }
    }
    return (BatchSummary.Line(student: student.id, outcome: .done, files: written), sent)
  }

  /// A line without files.
  ///
  /// What an earlier run wrote for the student is removed: a transcript that may no longer be
  /// sent must not lie among those that may.
  private func withdrawn(
    _ student: Student, _ outcome: BatchSummary.Outcome, _ reasons: [Diagnostic]
  ) -> Result {
    // A letter without a glyph may stand in any file: the student's row is the nearest place.
    var reasons = reasons.map {
      $0.location == nil && $0.code == .missingGlyph ? $0.at(student.location) : $0
    }
    for path in paths(of: student) {
      do {
        try world.remove("\(options.outputFolder)/\(path)")
      } catch {
        reasons.append(Self.unwritten(error))
      }
    }
    return (BatchSummary.Line(student: student.id, outcome: outcome, reasons: reasons), [])
  }

  /// Every file that a run like this one may have written for the student.
  private func paths(of student: Student) -> [String] {
    options.kinds.flatMap { kind -> [String] in
      guard kind.hasLanguages else {
        return deliveries(to: student).map { path(kind, student, $0) }
      }
      let template = TemplateName.needed(for: kind).first.flatMap { resources.templates[$0] }
      return (template?.languages ?? []).map {
        kind.path(for: student.id, status: options.status, answering: $0)
      }
    }
  }

  private static func unwritten(_ error: WorldError) -> Diagnostic {
    Diagnostic(
      error.kind == .diskFull ? .diskFull : .outputUnwritable,
      "\(error.path) could not be written: \(error.reason)",
      hint: error.kind == .diskFull
        ? "free some space and render again: what was written before is whole"
        : "check that the folder exists and that you may write there")
  }

  /// A student whose worker is gone.
  func lost(_ student: Student, _ reason: String) -> Result {
    withdrawn(student, .failed, [Self.fault(student, reason)])
  }

  static func fault(_ student: Student, _ reason: String) -> Diagnostic {
    Diagnostic(
      .internalFault, at: student.location, "the program failed on this student: \(reason)",
      hint: "please report this message; the other students are not affected")
  }
}

extension DiagnosticCode {
  static let diskFull = DiagnosticCode(
    "disk-full", .error, summary: "There is no space left where the output goes.",
    remedy: "Free some space and render again. Files that were written are whole; the one that "
      + "did not fit was not left half-written.")
  static let outputUnwritable = DiagnosticCode(
    "output-unwritable", .error, summary: "A file or folder of the output could not be written.",
    remedy: "Check that the output folder is a folder and that you may write there.")
  static let internalFault = DiagnosticCode(
    "internal-fault", .error, summary: "The program met a state that it does not understand.",
    remedy: "Nothing was written for the student. Please report the message.")
}
