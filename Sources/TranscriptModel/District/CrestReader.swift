/// Reads SVG path data into the steps of a crest.
struct CrestReader {
  private var rest: Substring.UTF8View
  private var steps: [Crest.Step] = []
  /// Where the outline is, and where it began.
  private var here = Crest.Point(x: 0, y: 0)
  private var start = Crest.Point(x: 0, y: 0)

  init(_ path: String) { rest = path[...].utf8 }

  /// All steps; `nil` where something is no path of the commands that a crest may have.
  mutating func read() -> [Crest.Step]? {
    skipSeparators()
    while let command = rest.first {
      // An outline begins with its place; nothing may be drawn before.
      if steps.isEmpty && command | 0x20 != UInt8(ascii: "m") { return nil }
      rest.removeFirst()
      guard add(command) else { return nil }
      skipSeparators()
    }
    return steps
  }

  /// Adds the steps of one command and of the numbers that repeat it.
  private mutating func add(_ command: UInt8) -> Bool {
    let isRelative = command >= 0x61
    switch command | 0x20 {
    case UInt8(ascii: "m"):
      guard let first = point(isRelative) else { return false }
      start = first
      step(.move(first), to: first)
      return hasNumber ? lines(isRelative) : true
    case UInt8(ascii: "l"): return lines(isRelative)
    case UInt8(ascii: "h"), UInt8(ascii: "v"):
      return straight(isRelative, isAcross: command | 0x20 == UInt8(ascii: "h"))
    case UInt8(ascii: "c"): return curves(isRelative)
    case UInt8(ascii: "z"):
      step(.close, to: start)
      return true
    default: return false
    }
  }

  private mutating func lines(_ isRelative: Bool) -> Bool {
    repeat {
      guard let end = point(isRelative) else { return false }
      step(.line(end), to: end)
    } while hasNumber
    return true
  }

  private mutating func straight(_ isRelative: Bool, isAcross: Bool) -> Bool {
    repeat {
      guard let length = number() else { return false }
      let x = isAcross ? (isRelative ? here.x : 0) + length : here.x
      let y = isAcross ? here.y : (isRelative ? here.y : 0) + length
      guard let end = Self.inside(x, y) else { return false }
      step(.line(end), to: end)
    } while hasNumber
    return true
  }

  private mutating func curves(_ isRelative: Bool) -> Bool {
    repeat {
      guard let first = point(isRelative), let second = point(isRelative),
        let end = point(isRelative)
      else { return false }
      step(.curve(first, second, end), to: end)
    } while hasNumber
    return true
  }

  private mutating func step(_ step: Crest.Step, to end: Crest.Point) {
    steps.append(step)
    here = end
  }

  private mutating func point(_ isRelative: Bool) -> Crest.Point? {
    guard let x = number(), let y = number() else { return nil }
    return Self.inside(x + (isRelative ? here.x : 0), y + (isRelative ? here.y : 0))
  }

  /// A place in the square, with room for what rounding leaves outside.
  private static func inside(_ x: Int, _ y: Int) -> Crest.Point? {
    let room = -500...(Crest.side + 500)
    return room.contains(x) && room.contains(y) ? Crest.Point(x: x, y: y) : nil
  }

  private mutating func skipSeparators() {
    while let byte = rest.first, [0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(byte) {
      rest.removeFirst()
    }
  }

  private var hasNumber: Bool {
    mutating get {
      skipSeparators()
      return rest.first.map { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
        ?? false
    }
  }

  /// A number as SVG writes it, `12` or `-.5`, in thousandths; without an exponent.
  private mutating func number() -> Int? {
    guard hasNumber else { return nil }
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    let whole = digits()
    var part: [UInt8] = []
    if rest.first == 0x2E {
      rest.removeFirst()
      part = digits()
    }
    // More than four digits lie outside of any square, and more than three decimals below sight.
    guard !whole.isEmpty || !part.isEmpty, whole.count <= 4 else { return nil }
    var figures = whole + Array(part.prefix(3))
    while figures.count < whole.count + 3 { figures.append(0x30) }
    let thousandths = figures.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return isNegative ? -thousandths : thousandths
  }

  private mutating func digits() -> [UInt8] {
    var digits: [UInt8] = []
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      digits.append(byte)
      rest.removeFirst()
    }
    return digits
  }
}
