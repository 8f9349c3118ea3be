import Testing
import TranscriptImport

@Suite struct CSVReaderTests {
  /// Each row's cells as text, with `!` and the fault for a row that has one.
  private func rows(_ text: String, width: Int? = nil) -> [[String]] {
    rows(Array(text.utf8), width: width)
  }

  private func rows(_ bytes: [UInt8], width: Int? = nil) -> [[String]] {
    var reader = CSVReader(bytes)
    reader.expectedFields = width
    var row = CSVRow()
    var all: [[String]] = []
    while reader.next(&row) {
      let cells = row.fields.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      all.append(row.fault == nil ? cells : ["!\(row.line)"])
    }
    return all
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `any line end ends a row, and a last one is not a row`(end: String) {
    #expect(rows("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
    #expect(rows("a,b\(end)1,2") == [["a", "b"], ["1", "2"]])
  }

  @Test func `mixed line ends, empty lines and a byte-order mark are read past`() {
    #expect(rows("\u{FEFF}a,b\r\n\n1,2\r3,4\n") == [["a", "b"], ["1", "2"], ["3", "4"]])
  }

  @Test func `quoted cells hold commas, line ends and doubled quotes`() {
    #expect(rows("\"a,\"\"b\"\"\",\"x\r\ny\"\n") == [["a,\"\"b\"\"", "x\r\ny"]])
  }

  @Test func `empty cells are kept, at the end as well`() {
    #expect(rows(",,\n\"\",x,\n") == [["", "", ""], ["", "x", ""]])
  }

  @Test func `cells longer than a machine word end where they should`() {
    for length in 0..<40 {
      let cell = String(repeating: "x", count: length)
      #expect(rows("\(cell),\(cell)\n\"\(cell)\",y\n") == [[cell, cell], [cell, "y"]])
    }
  }

  @Test func `after an unclosed quote reading goes on at the next whole row`() {
    #expect(rows("1,\"ab\n2,x\n3,y\n", width: 2) == [["!1"], ["2", "x"], ["3", "y"]])
    // The next quote closes the first: the joined row has the wrong width.
    #expect(rows("1,\"ab\n2,\"x\"\n3,y\n", width: 2) == [["!1"], ["2", "x"], ["3", "y"]])
    #expect(rows("1,\"ab,2\n3,x,\"\n4,y,z\n", width: 3) == [["!1"], ["4", "y", "z"]])
  }

  @Test func `lines are counted through cells that span them and through broken rows`() {
    var reader = CSVReader(Array("a,\"x\ny\"\nb,\"z\nc,d\ne,f\n".utf8))
    reader.expectedFields = 2
    var row = CSVRow()
    var lines: [Int] = []
    while reader.next(&row) { lines.append(row.line) }
    #expect(lines == [1, 3, 4, 5])
  }

  /// Unicode 16.0, table 3-7: overlong forms, surrogates, beyond U+10FFFF, cut short.
  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xE2, 0x82], [0xFF],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are a fault of their row alone`(bytes: [UInt8]) {
    #expect(rows(Array("a,".utf8) + bytes + Array("\nb,c\n".utf8)) == [["!1"], ["b", "c"]])
  }

  @Test func `control characters are a fault, inside quotes as well`() {
    for byte in [0x00, 0x07, 0x1B, 0x7F] as [UInt8] {
      #expect(rows([0x61, byte, 0x0A]) == [["!1"]])
      #expect(rows([0x22, 0x61, byte, 0x22, 0x0A]) == [["!1"]])
    }
    #expect(rows([0xC2, 0x85, 0x0A]) == [["!1"]])
  }

  @Test func `random bytes never stop the reader before the end`() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    let alphabet: [UInt8] = Array("ab,\"\n\r".utf8) + [0, 0xC3, 0xA9, 0xFF]
    for _ in 0..<3_000 {
      let bytes = (0..<60).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      }
      var reader = CSVReader(bytes)
      reader.expectedFields = 2
      var row = CSVRow()
      var end = 0
      while reader.next(&row) {
        #expect(row.range.lowerBound >= end && row.range.upperBound <= bytes.count)
        end = row.range.upperBound
      }
      #expect(bytes[end...].allSatisfy { $0 == 0x0A || $0 == 0x0D })
    }
  }
}
