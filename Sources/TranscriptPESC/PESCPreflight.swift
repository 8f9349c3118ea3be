public import Diagnostics
public import TranscriptModel
import XMLKit

/// Finds what will not fit before there is a document to send.
public enum PESCPreflight {
  /// Every value of the record that a High School Transcript cannot hold, as problems.
  ///
  /// The same code refuses the document later, so that a clean pre-flight is a promise.
  public static func check(_ record: TranscriptRecord) -> [Diagnostic] {
    findings(of: record).map(\.diagnostic)
  }

  /// The same as typed values, in document order.
  public static func findings(of record: TranscriptRecord) -> [PESCFinding] {
    let delivery = PESCDelivery(
      createdAt: PESCTimestamp(startOf: record.document.issuedOn), includesExtension: false)
    var body = ElementWriter()
    _ = write(record, delivery: delivery, version: .v1_3_0, to: &body)
    return findings(in: body, of: record)
  }

  /// Why one value does not fit into an element, before any record has it; `nil` when it fits.
  public static func finding(_ value: String, for element: String) -> PESCFinding? {
    var check = LimitCheck(record: "")
    check.check(XMLElement(element, text: PESCText.prepared(value)))
    return check.findings.first
  }

  /// Every value of a receiver that a document for it cannot hold.
  public static func findings(of recipient: TranscriptRequest.Recipient) -> [PESCFinding] {
    var body = ElementWriter(capacity: 4 << 10)
    body.element("Receiver") { body in
      body.element("Destination") { destination in
        destination.element("Organization") { recipient.receiver.write(to: &$0) }
      }
      body.leaf(.requestTrackingID, recipient.trackingID)
      body.leaf(.recipientAssignedID, recipient.recipientAssignedID)
    }
    let found = findings(in: body, of: "")
    guard recipient.receiver.address?.lines.isEmpty == true else { return found }
    return found + [
      PESCFinding(
        PESCCodes.tooShort, record: "", path: "/Receiver/Destination/Organization/AddressLine",
        limit: "an address with at least one line", value: "",
        hint: "ask the requester: the value is in the request")
    ]
  }

  /// Writes the document; what it returns has no competencies, which go straight into the bytes.
  static func write(
    _ record: TranscriptRecord, delivery: PESCDelivery, version: PESCVersion,
    to body: inout ElementWriter
  ) -> HighSchoolTranscript {
    let mapping = TranscriptMapping(record: record, delivery: delivery, version: version)
    let transcript = mapping.transcript
    transcript.write(
      to: &body, competencies: CompetencyWriter(record),
      extending: delivery.includesExtension
        ? MasteryRecordElement(record: record, posted: mapping.posted) : nil)
    return transcript
  }

  static func findings(in body: ElementWriter, of record: TranscriptRecord) -> [PESCFinding] {
    findings(in: body, of: record.student.id.code) + addressLines(of: record)
      + creditSum(of: record)
  }

  /// Each value of a written document that does not fit.
  ///
  /// The writer has measured every leaf; only a document with a fault is read again, to say where.
  static func findings(in body: ElementWriter, of record: String) -> [PESCFinding] {
    var check = LimitCheck(record: record)
    if body.hasMisfit {
      do throws(XMLError) {
        check.check(
          try XMLDocument.parse(
            bytes: body.markup.bytes, name: "\(record).xml",
            limits: XMLLimits(maximumBytes: .max, maximumTagBytes: .max)))
      } catch {
        return [
          PESCFinding(
            PESCCodes.schema, record: record, path: error.document, limit: error.message,
            value: "", hint: PESCCodes.schema.remedy)
        ]
      }
    }
    return check.findings + illegalCharacter(in: body.markup, of: record)
  }

  private static func illegalCharacter(
    in markup: XMLMarkup, of record: String
  ) -> [PESCFinding] {
    guard let illegal = markup.illegalCharacter else { return [] }
    let code = String(illegal.value, radix: 16, uppercase: true)
    return [
      PESCFinding(
        PESCCodes.illegalCharacter, record: record,
        path: "element \(markup.placeOfIllegalCharacter ?? "")",
        limit: "no control character such as U+\(code)", value: "",
        hint: PESCCodes.illegalCharacter.remedy)
    ]
  }

  /// The standard has room for three lines of an address.
  private static func addressLines(of record: TranscriptRecord) -> [PESCFinding] {
    let lines = record.issuer.school.address
    guard lines.count > 3 else { return [] }
    let path = "/HighSchoolTranscript/TransmissionData/Source/Organization/Contacts/Address"
    return [
      PESCFinding(
        PESCCodes.tooLong, record: record.student.id.code, path: "\(path)/AddressLine[4]",
        limit: "3 lines of an address; there are \(lines.count)", value: lines[3],
        hint: "write the address on at most three lines in district.yaml")
    ]
  }

  /// The total that receivers add up from the courses has to be the total that is stated.
  private static func creditSum(of record: TranscriptRecord) -> [PESCFinding] {
    let sum = PostedCredit.exactSum(record)
    let stated = record.graduation.creditsEarned
    guard sum != stated else { return [] }
    return [
      PESCFinding(
        PESCCodes.creditSum, record: record.student.id.code,
        path: "/HighSchoolTranscript/Student/AcademicRecord/AcademicSummary/GPA/CreditHoursEarned",
        limit: "the sum of the courses, \(sum.fractionText)", value: stated.fractionText,
        hint: PESCCodes.creditSum.remedy)
    ]
  }
}
