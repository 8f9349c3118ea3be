import CairoKit
import Testing

@Suite("Deflate")
struct DeflaterTests {
  @Test("What is compressed expands to itself")
  func roundTrip() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7 ^ $0) }
    let packed = try Deflater(level: 6).compress(bytes)
    #expect(packed.count < bytes.count)
    #expect(try Inflater().expand(packed) == bytes)
    #expect(try Inflater().expand(Deflater(level: 1).compress([])) == [])
  }

  @Test("Damaged bytes are an error")
  func damage() throws {
    #expect(throws: CairoError.self) { try Inflater().expand([1, 2, 3, 4]) }
  }
}
