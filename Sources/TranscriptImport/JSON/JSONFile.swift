public import Diagnostics
public import TranscriptModel

/// Reads a whole JSON file (RFC 8259) strictly: no repeated key, nothing after the value.
public enum JSONFile {
  /// The located value; numbers, `true` and `false` are kept as written, `null` is the empty text.
  ///
  /// - Throws: the first mistake, with its place.
  public static func read(_ bytes: [UInt8], path: String) throws(Diagnostic) -> PolicyNode {
    var parser = JSONParser(InputFile(path: path, bytes: bytes))
    return try parser.parse()
  }
}
