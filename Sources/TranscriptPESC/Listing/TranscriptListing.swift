public import XMLKit

/// A transcript of any sender as plain text for people: what `show` prints.
///
/// What it does not print is counted and named at the end: nothing is passed over without a word.
public struct TranscriptListing: Sendable {
  /// The whole listing, ending with a newline.
  public let text: String

  /// Reads a High School Transcript 1.3.0 to 1.5.0; UTF-8, or UTF-16 with a byte-order mark.
  ///
  /// - Throws: why the file is not XML that may be read, or not a High School Transcript.
  public init(_ bytes: [UInt8], name: String) throws(XMLError) {
    let root = try PESCReader.tree(bytes, name: name)
    let transcript = try PESCReader.read(root, name: name)
    var lines = ListingLines(XMLTape(root))
    lines.addHeading(version: transcript.version)
    let student = lines.leaves.first("Student", in: 0)
    for test in lines.leaves.all("Tests", in: student) { lines.addTest(test) }
    lines.addNotes(lines.leaves.values("NoteMessage", in: student))
    for (place, record) in lines.leaves.all("AcademicRecord", in: student).enumerated() {
      let known = transcript.academicRecords
      let namespace = known.indices.contains(place) ? known[place].extensionNamespace : nil
      lines.addRecord(record, extensionNamespace: namespace)
    }
    lines.addNotes(lines.leaves.values("NoteMessage", in: 0))
    lines.addNotShown()
    text = lines.text
  }
}
