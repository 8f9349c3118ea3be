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
    let root = try XMLDocument.parse(
      bytes: bytes, name: name, limits: XMLLimits(acceptsUTF16: true), rootProblem: rootProblem)
    if let stranger = stranger(in: root) {
      throw XMLError(
        .unexpectedNamespace, document: name, line: stranger.line, column: stranger.column,
        message:
          "\"\(stranger.name)\" is in the namespace \"\(stranger.namespace ?? "")\"; below the "
          + "root the standard has every element in none")
    }
    return root
  }

  /// The first element below the root that is in a namespace and in no extension.
  private static func stranger(in element: XMLElement) -> XMLElement? {
    for child in element.elements where child.name != "UserDefinedExtensions" {
      if child.namespace != nil { return child }
      if let found = stranger(in: child) { return found }
    }
    return nil
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
      academicRecords: student.all("AcademicRecord").map(AcademicRecord.init(xml:)))
  }

  private static func rootProblem(_ name: String, _ namespace: String?) -> String? {
    if name == "HighSchoolTranscript", PESCVersion(namespace: namespace) != nil { return nil }
    return "the root is \"\(name)\" in the namespace \"\(namespace ?? "")\", which is no "
      + "High School Transcript 1.3.0 to 1.5.0"
  }
}
