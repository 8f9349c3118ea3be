public import XMLKit

/// Reads a High School Transcript 1.3.0 to 1.5.0 of any sender back into a value.
///
/// It takes what it knows and passes over the rest: other senders use parts of the standard that
/// this project does not.
public enum PESCReader {
  /// Reads a file; UTF-8, or UTF-16 with a byte-order mark.
  ///
  /// - Throws: why the file is not XML that may be read, or not a High School Transcript.
  public static func read(
    _ bytes: [UInt8], name: String
  ) throws(XMLError) -> HighSchoolTranscript {
    try read(tree(bytes, name: name), name: name)
  }

  /// A file as a tree; whether it has all parts of a transcript is not known yet.
  static func tree(_ bytes: [UInt8], name: String) throws(XMLError) -> XMLElement {
    try XMLDocument.parse(
      bytes: bytes, name: name, limits: XMLLimits(acceptsUTF16: true), rootProblem: rootProblem)
  }

  /// Reads a document that is parsed already, such as one of a batch.
  public static func read(
    _ root: XMLElement, name: String
  ) throws(XMLError) -> HighSchoolTranscript {
    let problem = rootProblem(root.name, root.namespace)
    guard let version = PESCVersion(namespace: root.namespace), problem == nil else {
      throw XMLError(
        .unexpectedRoot, document: name, line: root.line, column: root.column,
        message: problem ?? "the root is in an unknown namespace")
    }
    guard let transmission = root.first("TransmissionData"), let student = root.first("Student"),
      let person = student.first("Person")
    else {
      throw XMLError(
        .schema, document: name, line: root.line, column: root.column,
        message: "the transcript has no TransmissionData, Student or Person")
    }
    return HighSchoolTranscript(
      version: version, transmission: Transmission(xml: transmission),
      person: Person(xml: person),
      academicRecords: student.all("AcademicRecord").map(AcademicRecord.init(xml:)),
      testNames: student.all("Tests").map(testName))
  }

  private static func rootProblem(_ name: String, _ namespace: String?) -> String? {
    if name == "HighSchoolTranscript", PESCVersion(namespace: namespace) != nil { return nil }
    return "the root is \"\(name)\" in the namespace \"\(namespace ?? "")\", which is no "
      + "High School Transcript 1.3.0 to 1.5.0"
  }

  private static func testName(_ test: XMLElement) -> String {
    test.text(of: "TestName") ?? test.text(of: "EducationTestCode") ?? test.text(of: "TestCode")
      ?? ""
  }
}
