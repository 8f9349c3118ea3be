/// The form of a school's document numbers, as district.yaml has it: `PPHS-{class_of}-{digest}`.
public struct DocumentNumberForm: Hashable, Sendable {
  private enum Part: Hashable {
    case text([UInt8])
    case year
    case student
    case digest
  }

  /// The form in district.yaml's words.
  public let pattern: String
  private let parts: [Part]

  /// Reads a form; a field that it does not know is text.
  public init(_ pattern: String) {
    self.pattern = pattern
    var parts: [Part] = []
    var rest = pattern[...]
    let fields: [(name: String, part: Part)] = [
      ("{class_of}", .year), ("{student_id}", .student), ("{digest}", .digest),
    ]
    while !rest.isEmpty {
      if let field = fields.first(where: { rest.hasPrefix($0.name) }) {
        parts.append(field.part)
        rest = rest.dropFirst(field.name.count)
      } else {
        let end = rest.dropFirst().firstIndex(of: "{") ?? rest.endIndex
        parts.append(.text(Array(rest[..<end].utf8)))
        rest = rest[end...]
      }
    }
    self.parts = parts
  }

  /// Whether a number has the form, whatever the class, the student and the content; also with the
  /// hyphen and the four characters that the answer to a request has behind it.
  public func fits(_ number: String) -> Bool {
    let bytes = Array(number.utf8)
    let isCopy =
      bytes.count > 5 && bytes[bytes.count - 5] == UInt8(ascii: "-")
      && bytes.suffix(4).allSatisfy(Self.isSign)
    return Self.fits(bytes[...], parts[...])
      || isCopy && Self.fits(bytes.dropLast(5), parts[...])
  }

  private static func fits(_ bytes: ArraySlice<UInt8>, _ parts: ArraySlice<Part>) -> Bool {
    guard let part = parts.first else { return bytes.isEmpty }
    let others = parts.dropFirst()
    switch part {
    case .text(let text):
      return bytes.starts(with: text) && fits(bytes.dropFirst(text.count), others)
    case .year:
      return bytes.count >= 4 && bytes.prefix(4).allSatisfy { (48...57).contains($0) }
        && fits(bytes.dropFirst(4), others)
    case .digest:
      return bytes.count >= 8 && bytes.prefix(8).allSatisfy(isSign)
        && fits(bytes.dropFirst(8), others)
    case .student:
      return !bytes.isEmpty
        && (1...bytes.count).contains { fits(bytes.dropFirst($0), others) }
    }
  }

  /// Digits and capital letters, of which numbers are made.
  private static func isSign(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte)
  }
}
