public import Diagnostics
public import TranscriptModel
import TranscriptPESC
import XMLKit

/// What a TranscriptRequest asks of a district: who, for whom, under which number.
public struct DeliveryPlan: Sendable {
  /// One receiver of one student's documents.
  struct Answer: Sendable {
    /// The tracking id as a part of a file's name.
    var suffix: String
    let recipient: TranscriptRequest.Recipient
    /// The number that the receiver has of the document that is replaced.
    var replaces: String?
  }

  var answers: [Identifier<Student>: [Answer]]
  /// Why a student's documents may not leave yet.
  var refusals: [Identifier<Student>: [Diagnostic]]
  /// Requests for nobody on file, and cancelled ones.
  public let diagnostics: [Diagnostic]

  /// Whether the request names the student.
  public func names(_ student: Identifier<Student>) -> Bool {
    answers[student] != nil || refusals[student] != nil
  }

  /// Whether it names nobody on file.
  public var isEmpty: Bool { answers.isEmpty && refusals.isEmpty }

  /// How the answer would be made.
  public struct Answering: Sendable {
    let status: DocumentStatus
    let day: CalendarDate?

    /// Creates the value; `day` is the day of issue, on which a hold until a day may have ended.
    public init(status: DocumentStatus = .official, day: CalendarDate? = nil) {
      self.status = status
      self.day = day
    }
  }

  /// Reads a request and finds its students.
  ///
  /// - Throws: why the file cannot be read, with the place.
  public init(
    requestFile path: String, of ready: ReadyDistrict, answering: Answering = Answering(),
    world: any World
  ) throws(Diagnostic) {
    try self.init(requestFiles: [path], of: ready, answering: answering, world: world)
  }

  /// Reads requests and finds their students; the same receiver under one number gets one document.
  ///
  /// - Throws: why a file cannot be read, with the place.
  public init(
    requestFiles paths: [String], of ready: ReadyDistrict, answering: Answering = Answering(),
    world: any World
  ) throws(Diagnostic) {
    var requests: [(file: String, request: TranscriptRequest)] = []
    for path in paths { requests.append((path, try Self.request(path, world: world))) }
    self.init(requests, district: ready.district, answering: answering)
  }

  private static func request(
    _ path: String, world: any World
  ) throws(Diagnostic) -> TranscriptRequest {
    let bytes: [UInt8]
    do throws(WorldError) {
      bytes = try world.read(path, limit: 16 << 20)
    } catch { throw error.diagnostic }
    do throws(XMLError) {
      return try TranscriptRequest(bytes: bytes, name: path)
    } catch { throw Diagnostic(error, file: path) }
  }

  init(
    _ requests: [(file: String, request: TranscriptRequest)], district: District,
    answering: Answering
  ) {
    var builder = Builder(profile: district.profile, answering: answering)
    for (file, request) in requests {
      builder.file = file
      for (index, item) in request.items.enumerated() {
        let candidates = district.students.filter {
          item.pointsTo(RecordStudent($0), formerLast: $0.formerLast)
        }
        builder.add(item, number: index + 1, candidates: candidates)
      }
    }
    builder.settleHolds()
    answers = builder.answers
    refusals = builder.refusals
    diagnostics = builder.diagnostics
  }
}

extension DeliveryPlan {
  private struct Builder {
    /// The file whose requests are added.
    var file = ""
    let profile: DistrictProfile
    let answering: Answering
    var answers: [Identifier<Student>: [Answer]] = [:]
    var refusals: [Identifier<Student>: [Diagnostic]] = [:]
    var diagnostics: [Diagnostic] = []
    /// Receivers that wait, in the order of the requests.
    private var holds: [(student: Identifier<Student>, reason: Diagnostic)] = []
    private var used: [Identifier<Student>: Set<String>] = [:]

    init(profile: DistrictProfile, answering: Answering) {
      self.profile = profile
      self.answering = answering
    }

    mutating func add(
      _ item: TranscriptRequest.Item, number: Int, candidates: [Student]
    ) {
      let matches = candidates.filter { differences(of: item, from: $0).isEmpty }
      guard let match = matches.first, matches.count == 1 else {
        return refuse(item, number: number, candidates: candidates, matches: matches.map(\.id))
      }
      let student = match.id
      if !item.differences(from: RecordStudent(match)).isEmpty {
        diagnostics.append(
          problem(
            .requestUnderFormerName, number,
            "student \(student) is asked for under the former last name; the documents show today's",
            "nothing needs to be done"))
      }
      guard item.isReleaseAuthorized else {
        refusals[student, default: []].append(
          problem(
            .releaseNotAuthorized, number, "the student has not authorised the release",
            "send nothing until the requester sends the request with the release"))
        return
      }
      for recipient in receivers(of: item) { add(recipient, to: match, number: number) }
      if item.recipients.isEmpty && item.requestor == nil { noReceiver(student, number) }
    }

    /// Where the request and the file disagree: the student, or the school that was attended.
    private func differences(
      of item: TranscriptRequest.Item, from student: Student
    ) -> [FactDifference] {
      let found = item.differences(from: RecordStudent(student), formerLast: student.formerLast)
      guard !item.names(profile.school, of: profile.district) else { return found }
      let schools = item.attended.compactMap { $0.names.first ?? $0.codes.values.sorted().first }
      return found + [
        FactDifference(
          name: "school attended", left: schools.joined(separator: ", "),
          right: profile.school.name)
      ]
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
      _ recipient: TranscriptRequest.Recipient, to match: Student, number: Int
    ) {
      let student = match.id
      if recipient.updateReason == "Cancelled" {
        return diagnostics.append(
          problem(
            .requestCancelled, number,
            "student \(student): a receiver's request was cancelled; nothing is written",
            "nothing needs to be done"))
      }
      if let reason = hold(recipient, of: match) {
        let receiver = recipient.receiver.names.first ?? recipient.trackingID
        holds.append((student, reason.diagnostic(self, number, receiver)))
        return
      }
      if let mark = recipient.directionMark {
        return holds.append((student, directionMark(mark, number)))
      }
      guard !recipient.receiver.names.isEmpty || !recipient.receiver.codes.isEmpty else {
        return noReceiver(student, number)
      }
      let misfits = PESCPreflight.findings(of: recipient)
      guard misfits.isEmpty else {
        return holds += misfits.map { (student, misfit($0, recipient, number)) }
      }
      let others = answers[student, default: []]
      guard !others.contains(where: { $0.recipient.isSameDelivery(as: recipient) }) else {
        return diagnostics.append(
          problem(
            .requestRepeated, number,
            "student \(student): the same receiver is named twice under one number; it gets one "
              + "document", "nothing needs to be done"))
      }
      // Two numbers that differ only in case still make two files where case does not count.
      var suffix = Self.fileName(recipient.trackingID)
      if suffix.isEmpty { suffix = "requestor" }
      while !used[student, default: []].insert(suffix.lowercased()).inserted { suffix += "~" }
      answers[student, default: []].append(Answer(suffix: suffix, recipient: recipient))
    }

    /// A value of a receiver that PESC has no room for: only that receiver gets nothing.
    private func misfit(
      _ finding: PESCFinding, _ recipient: TranscriptRequest.Recipient, _ number: Int
    ) -> Diagnostic {
      let receiver =
        recipient.trackingID.isEmpty ? "the requestor" : "receiver \(recipient.trackingID)"
      let length = finding.actual.map { ", this has \($0)" } ?? ""
      return Diagnostic(
        finding.code, at: SourceLocation(file: file),
        "request \(number): \(receiver): \(finding.element): PESC allows \(finding.limit)\(length)",
        excerpt: Excerpt(cell: finding.value),
        hint: "ask the requester: the value is in the request; nothing is sent to that receiver")
    }

    private func directionMark(_ mark: String, _ number: Int) -> Diagnostic {
      problem(
        .requestDirectionMark, number,
        "a receiver's name or number holds the invisible direction mark \(mark)",
        "ask the requester for a request without it; nothing is sent to that receiver")
    }

    /// Why a receiver's copy may not leave yet.
    private struct Hold {
      let message: String
      let hint: String

      func diagnostic(_ builder: Builder, _ number: Int, _ receiver: String) -> Diagnostic {
        builder.problem(.requestOnHold, number, "\(receiver): \(message)", hint)
      }
    }

    /// A receiver that waits holds the student only where no other receiver gets an answer.
    mutating func settleHolds() {
      for (student, reason) in holds {
        if answers[student] != nil && refusals[student] == nil {
          diagnostics.append(
            Diagnostic(
              reason.code, at: reason.location, "\(reason.message); student \(student)",
              excerpt: reason.excerpt, hint: reason.hint))
        } else {
          refusals[student, default: []].append(reason)
        }
      }
    }

    /// A hold that has ended by what is on file is none.
    private func hold(
      _ recipient: TranscriptRequest.Recipient, of student: Student
    ) -> Hold? {
      if let wanted = recipient.isOfficial {
        let isOfficial = answering.status == .official || answering.status == .amended
        if wanted != isOfficial {
          let kind = wanted ? "official" : "unofficial"
          return Hold(
            message: "a receiver wants an \(kind) transcript, and this run makes another",
            hint: "answer the request in a run with --status \(kind)")
        }
      }
      guard let hold = recipient.hold else { return nil }
      if hold == "AfterDegreeAwarded", student.graduation != nil { return nil }
      if let until = recipient.releaseDate {
        if let day = answering.day, until <= day { return nil }
        return Hold(
          message: "a receiver's transcript waits for \(hold), until \(until.isoText)",
          hint: "answer the request on that day or later")
      }
      return Hold(
        message: "a receiver's transcript waits for \(hold)",
        hint: "answer the request without its hold once that has happened")
    }

    /// Nothing is answered: nobody fits, several fit, or who is meant is described otherwise.
    private mutating func refuse(
      _ item: TranscriptRequest.Item, number: Int, candidates: [Student],
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
          disagreement(number, differences(of: item, from: candidate)))
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

    func problem(
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
  static let requestRepeated = DiagnosticCode(
    "request-repeated", .note,
    summary: "A request names the same receiver of a student twice under one number.",
    remedy: "The receiver gets one document.")
  static let requestUnderFormerName = DiagnosticCode(
    "request-under-former-name", .note,
    summary: "A student is asked for under a former last name that is on file.",
    remedy: "The answer is written. Its documents show today's name only; the receiver finds the "
      + "student by the number of the request, the ids and the day of birth.")
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
  static let requestDirectionMark = DiagnosticCode(
    "request-direction-mark", .error,
    summary: "A value of a request holds an invisible mark that turns the direction of writing.",
    remedy:
      "Such a mark can make one name look like another. Nothing is sent to that receiver; ask "
      + "the requester for a request without the mark.")
  static let replacedAnswerUnknown = DiagnosticCode(
    "replaced-answer-unknown", .error,
    summary: "It is not known which number a receiver has of the document that is replaced.",
    remedy:
      "The answer to a request has a number of its own, which pesc/control.json of the output "
      + "folder keeps. Render into that folder, or send the replacement without the request.")
  static let numberLongForRequests = DiagnosticCode(
    "document-number-long", .warning,
    summary: "Document numbers fit into the XML, but the answer to a request does not.",
    remedy:
      "Every copy that answers a request has a number of its own, five characters longer than "
      + "the one that pages print; PESC allows 35. Shorten document_numbers to 30.")
  static let pescBatchRefused = DiagnosticCode(
    "pesc-batch-refused", .error, summary: "A class could not be written as one batch.",
    remedy:
      "The students' own files are written and right. The message names the reason; report it.")

  static let exchangeCodes = [
    releaseNotAuthorized, requestOnHold, requestCancelled, requestRepeated,
    requestUnderFormerName,
    requestWithoutReceiver,
    requestedStudentUnknown, requestedStudentAmbiguous, requestedStudentDisagrees,
    requestDirectionMark, replacedAnswerUnknown, numberLongForRequests, pescBatchRefused,
  ]
}
