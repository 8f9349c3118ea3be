/// The inner loops of `CSVReader`: one row from a buffer.
struct CSVScan {
  let fieldLimit: Int
  let countLimit: Int
  /// The byte between cells.
  let separator: UInt8

  private static let quote: UInt8 = 0x22

  /// Reads the row that begins at `start`; returns the offset after its line end.
  func row(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into row: inout CSVRow) -> Int {
    row.fields.removeAll(keepingCapacity: true)
    row.fault = nil
    row.hasNonASCII = false
    row.extraLines = 0
    row.spanningQuote = nil
    var at = start
    while true {
      let isQuoted = at < bytes.count && bytes[at] == Self.quote
      at = isQuoted ? quoted(bytes, at, &row) : plain(bytes, at, &row)
      if case .brokenQuote = row.fault { break }
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    row.range = start..<at
    return afterLineEnd(bytes, at)
  }

  private func afterLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return at }
    let isPair = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
    return at + (isPair ? 2 : 1)
  }

  private func add(_ field: CSVField, to row: inout CSVRow) {
    if field.end - field.start > fieldLimit {
      note(.fieldTooLong(offset: field.start), in: &row)
    }
    guard row.fields.count < countLimit else {
      return note(.tooManyFields(offset: field.start), in: &row)
    }
    row.fields.append(field)
  }

  private func note(_ fault: CSVFault, in row: inout CSVRow) {
    if row.fault == nil { row.fault = fault }
  }

  /// An unquoted cell; returns the offset of the comma or line end after it.
  @inline(__always)
  private func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ row: inout CSVRow
  ) -> Int {
    var at = start
    while true {
      at = SpecialBytes.next(bytes, from: at, separator: separator)
      guard at < bytes.count else { break }
      switch bytes[at] {
      case separator, 0x0A, 0x0D:
        add(CSVField(start: start, end: at), to: &row)
        return at
      case Self.quote:
        note(.strayQuote(offset: at), in: &row)
        at += 1
      default: at += other(bytes, at, &row)
      }
    }
    add(CSVField(start: start, end: at), to: &row)
    return at
  }

  /// A quoted cell; returns the offset of the comma or line end after it.
  private func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, _ open: Int, _ row: inout CSVRow
  ) -> Int {
    var field = CSVField(start: open + 1, end: open + 1, isQuoted: true)
    var at = open + 1
    while at < bytes.count, at - open <= fieldLimit {
      at = SpecialBytes.next(bytes, from: at, separator: separator)
      guard at < bytes.count else { break }
      switch bytes[at] {
      case Self.quote:
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0x0A
        if next == Self.quote {
          field.hasEscapes = true
          at += 2
        } else if next == separator || next == 0x0A || next == 0x0D {
          field.end = at
          add(field, to: &row)
          return at + 1
        } else {
          row.fault = .brokenQuote(offset: open)
          return at
        }
      case 0x0A, 0x0D:
        at = afterLineEnd(bytes, at)
        row.extraLines += 1
        if row.spanningQuote == nil { row.spanningQuote = open }
      case separator: at += 1
      default: at += other(bytes, at, &row)
      }
    }
    row.fault = .brokenQuote(offset: open)
    return at
  }

  /// A byte outside ASCII or a control character; returns how many bytes it takes.
  private func other(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ row: inout CSVRow
  ) -> Int {
    guard bytes[at] >= 0x80 else {
      if bytes[at] != 0x09 { note(.control(offset: at), in: &row) }
      return 1
    }
    row.hasNonASCII = true
    let length = UTF8Sequence.length(bytes, at: at)
    guard length > 0 else {
      note(.notUTF8(offset: at), in: &row)
      return 1
    }
    // U+0080 to U+009F are the control characters beyond ASCII.
    if bytes[at] == 0xC2, bytes[at + 1] < 0xA0 { note(.control(offset: at), in: &row) }
    return length
  }
}

/// Finds the bytes that mean something in a table, eight at a time.
enum SpecialBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The offset at or after `start` of the next separator, quote, control character or byte outside
  /// ASCII; the end when there is none.
  @inline(__always)
  static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8
  ) -> Int {
    var at = start
    let separators = ones &* UInt64(separator)
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let found = mask(word, separators)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, !isSpecial(bytes[at], separator) { at += 1 }
    return at
  }

  /// The high bit of each byte of `word` that is special in a table with commas.
  @inline(__always)
  static func mask(_ word: UInt64) -> UInt64 { mask(word, ones &* 0x2C) }

  /// The high bit of each byte of `word` that is special.
  ///
  /// No sum below carries into the next byte, because each is of seven-bit values.
  @inline(__always)
  private static func mask(_ word: UInt64, _ separators: UInt64) -> UInt64 {
    let low = word & ~highs
    let control = ~(low &+ ones &* 0x60)
    let between = ~((low ^ separators) &+ ones &* 0x7F)
    let quote = ~((low ^ ones &* 0x22) &+ ones &* 0x7F)
    let delete = ~((low ^ ones &* 0x7F) &+ ones &* 0x7F)
    return (control | between | quote | delete | word) & highs
  }

  private static func isSpecial(_ byte: UInt8, _ separator: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == separator || byte == 0x22
  }
}
