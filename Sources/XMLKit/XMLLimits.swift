/// What a document may be at most; a document beyond a limit is refused, never cut.
public struct XMLLimits: Hashable, Sendable {
  /// The largest file, in bytes.
  public var maximumBytes: Int
  /// The longest tag with all its attributes, in bytes.
  ///
  /// libxml2 compares each attribute with each other one, so that a tag with many costs
  /// quadratic time.
  public var maximumTagBytes: Int
  /// The most attributes in a tag: libxml2 compares each with each other one.
  public var maximumTagAttributes: Int
  /// The most attributes in a document.
  public var maximumAttributes: Int
  /// The deepest nesting of elements; the root is at depth 1.
  public var maximumDepth: Int
  /// The most elements in a document.
  ///
  /// A transcript has some thousands; what is refused costs no more than this many.
  public var maximumElements: Int
  /// Whether UTF-16 that starts with a byte-order mark is read as well as UTF-8.
  public var acceptsUTF16: Bool

  /// Makes limits; the defaults suit a transcript or a template.
  public init(
    maximumBytes: Int = 16 << 20, maximumTagBytes: Int = 16 << 10, maximumDepth: Int = 100,
    maximumElements: Int = 30_000, maximumTagAttributes: Int = 256,
    maximumAttributes: Int = 60_000, acceptsUTF16: Bool = false
  ) {
    self.maximumBytes = maximumBytes
    self.maximumTagBytes = maximumTagBytes
    self.maximumDepth = maximumDepth
    self.maximumElements = maximumElements
    self.maximumTagAttributes = maximumTagAttributes
    self.maximumAttributes = maximumAttributes
    self.acceptsUTF16 = acceptsUTF16
  }
}
