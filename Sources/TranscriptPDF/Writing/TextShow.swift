/// Collects the glyphs of a line of text for one operator that shows them.
struct TextShow {
  /// A glyph this near to where the one before has left the pen, in thousandths of the font size,
  /// is not moved.
  private static let tolerance = 3.0
  private var bytes = ByteWriter(capacity: 256)
  private var hasMoves = false
  private var isTwoByte = false
  /// Whether a string is begun and not ended.
  private var isOpen = false
  /// Where the pen is, in thousandths of the font size from the run's origin.
  private var pen = 0.0
  private var unit = 1.0
  /// Hundredths of a point above the line.
  private(set) var riseNow = 0

  /// Begins a run: the pen stands `start` points from its origin.
  mutating func begin(at start: Double, size: Double) {
    unit = 1000 / size
    pen = start * unit
  }

  /// Adds a glyph `x` points from the run's origin.
  mutating func add(_ slot: FontFace.Slot, isTwoByte: Bool, at x: Double) {
    self.isTwoByte = isTwoByte
    let move = x * unit - pen
    if move.magnitude >= Self.tolerance {
      let amount = Int(move.rounded())
      close()
      // A positive number moves back.
      bytes.write(signed: -amount)
      pen += Double(amount)
      hasMoves = true
    }
    if !isOpen { bytes.write(isTwoByte ? "<" : "(") }
    isOpen = true
    write(slot.code)
    pen += slot.width
  }

  /// Writes what was collected as one operator.
  mutating func flush(to output: inout ByteWriter) {
    if bytes.count == 0 { return }
    close()
    if hasMoves { output.write("[") }
    output.write(bytes.bytes)
    output.write(hasMoves ? "]TJ\n" : "Tj\n")
    bytes.removeAll()
    hasMoves = false
  }

  /// Raises what follows above the line.
  mutating func rise(to hundredths: Int, in output: inout ByteWriter) {
    if riseNow == hundredths { return }
    riseNow = hundredths
    output.write(hundredths: hundredths)
    output.write(" Ts\n")
  }

  private mutating func close() {
    if isOpen { bytes.write(isTwoByte ? ">" : ")") }
    isOpen = false
  }

  private mutating func write(_ code: Int) {
    if isTwoByte {
      for shift in [12, 8, 4, 0] { bytes.write(byte: PDFText.digit(code >> shift & 15)) }
    } else {
      let byte = UInt8(truncatingIfNeeded: code)
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\\") {
        bytes.write("\\")
      }
      bytes.write(byte: byte)
    }
  }
}
