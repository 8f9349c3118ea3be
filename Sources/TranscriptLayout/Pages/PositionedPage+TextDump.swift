extension PositionedPage {
  /// The page as indented text, for golden files: structure, places to a tenth of a point, text.
  public var textDump: String {
    var lines = ["page \(width.tenths) x \(height.tenths)"]
    for mark in artifacts { lines.append("  artifact \(mark.dump)") }
    for element in elements { element.dump(into: &lines, depth: 1) }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension StructureElement {
  fileprivate func dump(into lines: inout [String], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    lines.append(indent + heading)
    switch content {
    case .elements(let children):
      for child in children { child.dump(into: &lines, depth: depth + 1) }
    case .marks(let marks):
      for mark in marks { lines.append("\(indent)  \(mark.dump)") }
    }
  }

  private var heading: String {
    var parts = [role.tag]
    if case .tableHeader(let scope) = role { parts.append("scope=\(scope.rawValue)") }
    if case .link(let destination) = role { parts.append("to=\(destination)") }
    if let language { parts.append("lang=\(language)") }
    if let alternativeText { parts.append("alt=\"\(alternativeText)\"") }
    if let actualText { parts.append("actual=\"\(actualText)\"") }
    return parts.joined(separator: " ")
  }
}

extension Mark {
  fileprivate var dump: String {
    switch self {
    case .text(let text):
      return "text \(text.x.tenths),\(text.baseline.tenths) w\(text.line.width.tenths) "
        + "\"\(text.line.text)\""
    case .strokes(let segments, let width, let color):
      let places = segments.map {
        "\($0.x1.tenths),\($0.y1.tenths)-\($0.x2.tenths),\($0.y2.tenths)"
      }
      return "strokes \(width.tenths) \(color.hexText) " + places.joined(separator: " ")
    case .rectangles(let rectangles, let color):
      return "rectangles \(color.hexText) " + rectangles.map(\.dump).joined(separator: " ")
    case .outlines(let rectangles, let width, let color):
      return "outlines \(width.tenths) \(color.hexText) "
        + rectangles.map(\.dump).joined(separator: " ")
    case .ring(let circle, let width, let color):
      return "ring \(circle.dump) \(width.tenths) \(color.hexText)"
    case .disc(let circle, let color):
      return "disc \(circle.dump) \(color.hexText)"
    case .shape(let steps, let color):
      return "shape of \(steps.count) steps \(color.hexText)"
    }
  }
}

extension Rectangle {
  fileprivate var dump: String { "\(x.tenths),\(y.tenths)+\(width.tenths)x\(height.tenths)" }
}

extension Circle {
  fileprivate var dump: String { "\(x.tenths),\(y.tenths)r\(radius.tenths)" }
}

extension Double {
  /// One decimal; enough to see a shift and too little to see noise.
  fileprivate var tenths: String {
    let value = Int((self * 10).rounded())
    let sign = value < 0 ? "-" : ""
    return "\(sign)\(value.magnitude / 10).\(value.magnitude % 10)"
  }
}
