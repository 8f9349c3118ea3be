public import Diagnostics
public import TranscriptModel

extension PESCControl {
  /// The facts as JSON; what the document does not state is left out.
  public var json: JSONValue {
    .members([
      "documentID": .text(documentID),
      "requestTrackingID": requestTrackingID.map(JSONValue.text),
      "receiver": receiver.isEmpty ? nil : .list(receiver.map(JSONValue.text)),
      "student": student.map(JSONValue.text),
      "firstName": firstName.map(JSONValue.text),
      "middleName": middleName.map(JSONValue.text),
      "lastName": lastName.map(JSONValue.text),
      "nameSuffix": nameSuffix.map(JSONValue.text),
      "birthDate": birthDate.map { .text($0.isoText) },
      "awards": .integer(awardTotal),
      "courses": .integer(courseTotal),
      "creditsEarned": creditsEarned.map { .text($0.exactText) },
      "gradePointAverage": gradePointAverage.map { .text($0.exactText) },
    ])
  }

  /// Reads what ``json`` wrote; `nil` when the id or a total is missing.
  public init?(file: PolicyNode) {
    guard let id = file["documentID"]?.text, let awards = file["awards"]?.text.flatMap({ Int($0) }),
      let courses = file["courses"]?.text.flatMap({ Int($0) })
    else { return nil }
    self.init(
      documentID: id, requestTrackingID: file["requestTrackingID"]?.text,
      receiver: file["receiver"]?.items?.compactMap(\.text) ?? [], student: file["student"]?.text,
      firstName: file["firstName"]?.text,
      middleName: file["middleName"]?.text, lastName: file["lastName"]?.text,
      nameSuffix: file["nameSuffix"]?.text,
      birthDate: file["birthDate"]?.text.flatMap { CalendarDate(iso: $0) }, awardTotal: awards,
      courseTotal: courses,
      creditsEarned: file["creditsEarned"]?.text.flatMap { Rational(text: $0) },
      gradePointAverage: file["gradePointAverage"]?.text.flatMap { Rational(text: $0) })
  }
}
