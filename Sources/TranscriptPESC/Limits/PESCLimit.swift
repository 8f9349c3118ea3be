/// What PESC allows in one leaf.
public struct PESCLimit: Hashable, Sendable {
  /// The form that the text must have.
  public enum Shape: Hashable, Sendable {
    /// Any text.
    case any
    /// One of these values.
    case oneOf(Set<String>)
    /// Digits and letters that a pattern in words describes.
    case digits
    /// `YYYY-YYYY`.
    case schoolYear
    /// `YYYY-MM`.
    case yearAndMonth
  }

  /// The least number of code points.
  public let minimum: Int
  /// The greatest number of code points.
  public let maximum: Int
  /// The form.
  public let shape: Shape

  /// Makes a limit.
  public init(_ minimum: Int, _ maximum: Int, _ shape: Shape = .any) {
    self.minimum = minimum
    self.maximum = maximum
    self.shape = shape
  }

  /// The limit of an element.
  init(_ element: PESCElement) {
    switch element.form {
    case .any, .own: self.init(element.minimum, element.maximum)
    case .digits: self.init(element.minimum, element.maximum, .digits)
    case .schoolYear: self.init(element.minimum, element.maximum, .schoolYear)
    case .yearAndMonth: self.init(element.minimum, element.maximum, .yearAndMonth)
    case .code:
      let codes = PESCLimits.codes[element.name.description] ?? []
      self.init(1, codes.map(\.unicodeScalars.count).max() ?? 1, .oneOf(codes))
    }
  }

  /// Whether the text has the form; its length is another matter.
  func hasShape(_ text: String) -> Bool {
    switch shape {
    case .any: true
    case .oneOf(let values): values.contains(text)
    case .digits: Self.isDigits(text)
    case .schoolYear: Self.isSchoolYear(text)
    case .yearAndMonth: Self.isYearAndMonth(text)
    }
  }

  static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// `YYYY-YYYY`.
  static func isSchoolYear(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count == 9 && bytes[4] == UInt8(ascii: "-")
        && (0..<9).allSatisfy { $0 == 4 || (48...57).contains(bytes[$0]) }
    }
  }

  /// `YYYY-MM`.
  static func isYearAndMonth(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      bytes.count == 7 && bytes[4] == UInt8(ascii: "-")
        && (0..<7).allSatisfy { $0 == 4 || (48...57).contains(bytes[$0]) }
        && (1...12).contains(Int(bytes[5] - 48) * 10 + Int(bytes[6] - 48))
    }
  }
}
