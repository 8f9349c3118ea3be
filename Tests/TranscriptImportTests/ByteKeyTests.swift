import Testing

@testable import TranscriptImport

@Suite("Keys of short texts") struct ByteKeyTests {
  @Test(
    "codes that differ in a digit spread over the slots of a table",
    arguments: ["OBJ.", "S00000", "C-00", "MATH.A."])
  func spread(prefix: String) {
    // Of 240 balls thrown into 1,024 slots at random, 214 slots on average have one.
    let slots = Set(
      (100..<340).map { number in
        Array("\(prefix)\(number)".utf8).withUnsafeBufferPointer { ByteKey($0).hash & 1023 }
      })
    #expect(slots.count > 190)
  }

  @Test("short texts in reversed order are told apart")
  func order() {
    let texts = ["", "a", "aa", "ab", "ba", "abcd", "dcba", "abcdefgh", "hgfedcba"]
    let table = ByteTable(texts)
    for (number, text) in texts.enumerated() {
      let found = Array(text.utf8).withUnsafeBufferPointer { table.find($0) }
      #expect(found == Int32(number))
    }
  }
}
