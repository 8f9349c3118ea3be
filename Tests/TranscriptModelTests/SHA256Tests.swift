import Testing
import TranscriptModel

/// Vectors of FIPS 180-4's examples and of NIST's SHA256ShortMsg/LongMsg set.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `published messages have their published digests`(message: String, digest: String) {
    #expect(SHA256.hex(Array(message.utf8)) == digest)
  }

  @Test func `a million times the letter a, in uneven pieces`() {
    var digest = SHA256()
    var left = 1_000_000
    var size = 1
    while left > 0 {
      digest.update([UInt8](repeating: 97, count: min(size, left)))
      left -= min(size, left)
      size = size % 997 + 63
    }
    #expect(
      digest.hex() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
