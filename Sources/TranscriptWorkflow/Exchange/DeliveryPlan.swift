public import Diagnostics
public import TranscriptModel
import TranscriptPESC
import XMLKit

/// What a TranscriptRequest asks of a district: who, for whom, under which number.
public struct DeliveryPlan: Sendable {
  /// One receiver of one student's documents.
  struct Answer: Sendable {
    /// The tracking id as a part of a file's name.
    let suffix: String
    let recipient: TranscriptRequest.Recipient
  }

  let answers: [Identifier<Student>: [Answer]]
  /// Why a student's documents may not leave yet.
  let refusals: [Identifier<Student>: [Diagnostic]]
  /// Requests for nobody on file, and cancelled ones.
  public let diagnostics: [Diagnostic]

  /// Whether the request names the student.
  public func names(_ student: Identifier<Student>) -> Bool {
    answers[student] != nil || refusals[student] != nil
  }

  /// Whether it names nobody on file.
  public var isEmpty: Bool { answers.isEmpty && refusals.isEmpty }

  /// Reads a request and finds its students.
  ///
  /// - Throws: why the file cannot be read, with the place.
  public init(
    requestFile path: String, of ready: ReadyDistrict, world: any World
  ) throws(Diagnostic) {
    let bytes: [UInt8]
    do throws(WorldError) {
      bytes = try world.read(path, limit: 16 << 20)
    } catch { throw error.diagnostic }
    let request: TranscriptRequest
    do throws(XMLError) {
      request = try TranscriptRequest(bytes: bytes, name: path)
    } catch { throw Diagnostic(error, file: path) }
    self.init(request, file: path, students: ready.district.students)
  }

  init(_ request: TranscriptRequest, file: String, students: [Student]) {
    var builder = Builder(file: file)
    for (index, item) in request.items.enumerated() {
      let candidates = students.map { RecordStudent($0) }.filter(item.pointsTo)
      builder.add(item, number: index + 1, candidates: candidates)
    }
    answers = builder.answers
    refusals = builder.refusals
    diagnostics = builder.diagnostics
  }
}

extension DeliveryPlan {
  private struct Builder {
    let file: String
    var answers: [Identifier<Student>: [Answer]] = [:]
    var refusals: [Identifier<Student>: [Diagnostic]] = [:]
    var diagnostics: [Diagnostic] = []
    private var used: [Identifier<Student>: Set<String>] = [:]

    init(file: String) { self.file = file }

    mutating func add(
      _ item: TranscriptRequest.Item, number: Int, candidates: [RecordStudent]
    ) {
      let matches = candidates.filter { item.differences(from: $0).isEmpty }.map(\.id)
      guard let student = matches.first, matches.count == 1 else {
        return refuse(item, number: number, candidates: candidates, matches: matches)
      }
      guard item.isReleaseAuthorized else {
        refusals[student, default: []].append(
          problem(
            .releaseNotAuthorized, number, "the student has not authorised the release",
            "send nothing until the requester sends the request with the release"))
        return
      }
      for recipient in receivers(of: item) { add(recipient, to: student, number: number) }
      if item.recipients.isEmpty && item.requestor == nil { noReceiver(student, number) }
    }

    /// Where a request names no receiver, whoever asks receives the answer.
    private func receivers(of item: TranscriptRequest.Item) -> [TranscriptRequest.Recipient] {
      guard item.recipients.isEmpty, let requestor = item.requestor else { return item.recipients }
      return [
        TranscriptRequest.Recipient(
          answering: requestor, recipientAssignedID: item.student.recipientAssignedID)
      ]
    }

    private mutating func noReceiver(_ student: Identifier<Student>, _ number: Int) {
      refusals[student, default: []].append(
        problem(
          .requestWithoutReceiver, number, "the request names no receiver",
          "ask the requester for a request with a Recipient, or with an organisation as Requestor"))
    }

    private mutating func add(
      _ recipient: TranscriptRequest.Recipient, to student: Identifier<Student>, number: Int
    ) {
      if recipient.updateReason == "Cancelled" {
        return diagnostics.append(
          problem(
            .requestCancelled, number,
            "student \(student): a receiver's request was cancelled; nothing is written",
            "nothing needs to be done"))
      }
      if let hold = recipient.hold {
        refusals[student, default: []].append(
          problem(
            .requestOnHold, number, "a receiver's transcript waits for \(hold)",
            "render it without the request's hold once that has happened"))
        return
      }
      guard !recipient.receiver.names.isEmpty || !recipient.receiver.codes.isEmpty else {
        return noReceiver(student, number)
      }
      // The same number twice for one student still makes two files.
      var suffix = Self.fileName(recipient.trackingID)
      if suffix.isEmpty { suffix = "requestor" }
      while !used[student, default: []].insert(suffix).inserted { suffix += "~" }
      answers[student, default: []].append(Answer(suffix: suffix, recipient: recipient))
    }

    /// Nothing is answered: nobody fits, several fit, or who is meant is described otherwise.
    private mutating func refuse(
      _ item: TranscriptRequest.Item, number: Int, candidates: [RecordStudent],
      matches: [Identifier<Student>]
    ) {
      if !matches.isEmpty {
        let ids = matches.map(\.code).joined(separator: " and ")
        return diagnostics.append(
          problem(
            .requestedStudentAmbiguous, number, "it is ambiguous: it fits the students \(ids)",
            "ask the requester for the school's id or the state's id of the student"))
      }
      for candidate in candidates {
        refusals[candidate.id, default: []].append(
          disagreement(number, item.differences(from: candidate)))
      }
      guard candidates.isEmpty else { return }
      diagnostics.append(
        problem(
          .requestedStudentUnknown, number, "no student on file is the one that is asked for",
          "compare ids, names and day of birth with students.csv"))
    }

    private func disagreement(_ number: Int, _ differences: [FactDifference]) -> Diagnostic {
      let names = differences.map(\.name).joined(separator: ", ")
      let values = differences.map { difference in
        "\(difference.name): request \(difference.left), on file \(difference.right)"
      }
      return Diagnostic(
        .requestedStudentDisagrees, at: SourceLocation(file: file),
        "request \(number): it disagrees with the file: \(names)",
        excerpt: Excerpt(cell: values.joined(separator: "; "), isPersonal: true),
        hint: "ask the requester who is meant; nothing was answered")
    }

    private func problem(
      _ code: DiagnosticCode, _ number: Int, _ message: String, _ hint: String
    ) -> Diagnostic {
      Diagnostic(
        code, at: SourceLocation(file: file), "request \(number): \(message)", hint: hint)
    }

    /// Letters, digits and `-` as they are, every other byte as `_` and two digits: never the same
    /// for two numbers, and never a path.
    private static func fileName(_ trackingID: String) -> String {
      trackingID.utf8.reduce(into: "") { name, byte in
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "-"):
          name.unicodeScalars.append(Unicode.Scalar(byte))
        default: name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
      }
    }
  }
}

extension DiagnosticCode {
  static let releaseNotAuthorized = DiagnosticCode(
    "release-not-authorized", .error,
    summary: "A transcript is requested without the student's authorisation to release it.",
    remedy: "The law wants consent before a record leaves the school. The student is held until a "
      + "request with the release comes.")
  static let requestOnHold = DiagnosticCode(
    "request-on-hold", .error,
    summary: "A request wants the transcript only after something has happened.",
    remedy: "The message names it, such as GradesEntered. Render the student once it has happened.")
  static let requestCancelled = DiagnosticCode(
    "request-cancelled", .note, summary: "A receiver's request was cancelled.",
    remedy: "Nothing is written for that receiver.")
  static let requestWithoutReceiver = DiagnosticCode(
    "request-without-receiver", .error,
    summary: "A request says for nobody where the transcript goes.",
    remedy: "The answer goes to the Recipient, and without one to the organisation that is the "
      + "Requestor. The request has neither.")
  static let requestedStudentUnknown = DiagnosticCode(
    "requested-student-unknown", .error, summary: "A request names nobody on file.",
    remedy: "An id points to a student, or name and day of birth. Nothing is sent on a guess.")
  static let requestedStudentAmbiguous = DiagnosticCode(
    "requested-student-ambiguous", .error, summary: "A request fits several students.",
    remedy: "The message names them. Ask for an id; nothing is sent on a guess.")
  static let requestedStudentDisagrees = DiagnosticCode(
    "requested-student-disagrees", .error,
    summary: "A request has an id, a name or a day of birth that is not the student's.",
    remedy: "Everything that a request says of the student has to agree with students.csv. The "
      + "student is held; --show-personal prints both sides.")
  static let pescBatchRefused = DiagnosticCode(
    "pesc-batch-refused", .error, summary: "A class could not be written as one batch.",
    remedy:
      "The students' own files are written and right. The message names the reason; report it.")

  static let exchangeCodes = [
    releaseNotAuthorized, requestOnHold, requestCancelled, requestWithoutReceiver,
    requestedStudentUnknown, requestedStudentAmbiguous, requestedStudentDisagrees,
    pescBatchRefused,
  ]
}
