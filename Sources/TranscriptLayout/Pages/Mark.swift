/// Something drawn, at its place on the page.
public enum Mark: Hashable, Sendable {
  /// A line of text.
  case text(PlacedText)
  /// Straight strokes of one width and colour, drawn as one path; ends are cut square.
  case strokes([Segment], width: Double, color: RGBColor)
  /// Filled rectangles of one colour, drawn as one path.
  case rectangles([Rectangle], color: RGBColor)
  /// Rectangles' outlines of one width and colour; the stroke is centred on the edge.
  case outlines([Rectangle], width: Double, color: RGBColor)
  /// A circle's outline; the stroke is centred on the edge.
  case ring(Circle, width: Double, color: RGBColor)
  /// A filled circle.
  case disc(Circle, color: RGBColor)
  /// Filled outlines of one colour, in points.
  case shape([OutlineStep], color: RGBColor)
}

/// A part of a filled outline; places in points.
public enum OutlineStep: Hashable, Sendable {
  /// Begins an outline.
  case move(x: Double, y: Double)
  /// A straight line.
  case line(x: Double, y: Double)
  /// A cubic curve with its two control points and its end.
  case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
  /// Closes the outline.
  case close
}

/// A shaped line at its place.
public struct PlacedText: Hashable, Sendable {
  /// The line as the measurer shaped it; only the measurer that gave it can draw it.
  public var line: TextLine
  /// The x of the line's left edge in points, for right-to-left lines as well.
  public var x: Double
  /// The y of the baseline in points.
  public var baseline: Double
  /// The colour of each span that was given to the measurer, by `TextRun.span`; never empty.
  ///
  /// A span beyond the end has the last colour.
  public var colors: [RGBColor]

  /// Places a line.
  public init(_ line: TextLine, x: Double, baseline: Double, colors: [RGBColor]) {
    self.line = line
    self.x = x
    self.baseline = baseline
    self.colors = colors
  }

  /// The colour of a run.
  public func color(of run: TextRun) -> RGBColor {
    colors.indices.contains(run.span) ? colors[run.span] : colors.last ?? .black
  }
}

/// A straight line between two points.
public struct Segment: Hashable, Sendable {
  /// Where it begins.
  public var x1: Double
  /// Where it begins.
  public var y1: Double
  /// Where it ends.
  public var x2: Double
  /// Where it ends.
  public var y2: Double

  /// Creates a segment in points.
  public init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    self.x1 = x1
    self.y1 = y1
    self.x2 = x2
    self.y2 = y2
  }
}

/// A rectangle in points.
public struct Rectangle: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Top edge.
  public var y: Double
  /// Width; not negative.
  public var width: Double
  /// Height; not negative.
  public var height: Double

  /// Creates a rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// A circle in points.
public struct Circle: Hashable, Sendable {
  /// The centre's x.
  public var x: Double
  /// The centre's y.
  public var y: Double
  /// The radius.
  public var radius: Double

  /// Creates a circle.
  public init(x: Double, y: Double, radius: Double) {
    self.x = x
    self.y = y
    self.radius = radius
  }
}
