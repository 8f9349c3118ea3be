/// The SHA-256 digest of FIPS 180-4: what "this input" and "this document" mean.
///
/// Written here because the standard library has none and the model imports nothing.
public struct SHA256: Sendable {
  /// The eight working variables; in registers while blocks are compressed.
  private struct State: Sendable {
    var a: UInt32 = 0x6a09_e667
    var b: UInt32 = 0xbb67_ae85
    var c: UInt32 = 0x3c6e_f372
    var d: UInt32 = 0xa54f_f53a
    var e: UInt32 = 0x510e_527f
    var f: UInt32 = 0x9b05_688c
    var g: UInt32 = 0x1f83_d9ab
    var h: UInt32 = 0x5be0_cd19

    var words: [UInt32] { [a, b, c, d, e, f, g, h] }
  }

  private var state = State()
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// Starts a digest of nothing.
  public init() { pending.reserveCapacity(128) }

  /// The digest of `bytes` in lower-case hex.
  public static func hex(_ bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.hex()
  }

  /// Adds bytes to the message.
  public mutating func update(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending += bytes[..<start]
      guard pending.count == 64 else { return }
      let block = pending
      pending.removeAll(keepingCapacity: true)
      compress(block, from: 0, blocks: 1)
    }
    let blocks = (bytes.count - start) / 64
    compress(bytes, from: start, blocks: blocks)
    pending += bytes[(start + blocks * 64)...]
  }

  /// The 32 bytes of the digest of everything added so far.
  public func digest() -> [UInt8] {
    var copy = self
    let bits = length &* 8
    var tail: [UInt8] = [0x80]
    let used = (pending.count + 1) % 64
    tail += [UInt8](repeating: 0, count: used <= 56 ? 56 - used : 120 - used)
    tail += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
    copy.update(tail)
    return copy.state.words.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) }
    }
  }

  /// The digest in lower-case hex.
  public func hex() -> String {
    digest().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The first eight bytes of the digest of a short text: of millions of them, each without an
  /// allocation.
  public static func prefix(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var state = State()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { tail in
        constants.withUnsafeBufferPointer { constants in
          let whole = bytes.count & ~63
          for start in stride(from: 0, to: whole, by: 64) {
            expand(bytes, from: start, into: words)
            round(words, constants, &state)
          }
          let left = bytes.count - whole
          let size = left < 56 ? 64 : 128
          for index in 0..<size { tail[index] = index < left ? bytes[whole + index] : 0 }
          tail[left] = 0x80
          let bits = UInt64(truncatingIfNeeded: bytes.count) &* 8
          for index in 0..<8 {
            tail[size - 1 - index] = UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))
          }
          let padded = UnsafeBufferPointer(rebasing: tail[..<size])
          for start in stride(from: 0, to: size, by: 64) {
            expand(padded, from: start, into: words)
            round(words, constants, &state)
          }
        }
      }
    }
    return UInt64(state.a) << 32 | UInt64(state.b)
  }

  /// FIPS 180-4, 6.2.2, over whole blocks; the working variables live in registers.
  private mutating func compress(_ bytes: [UInt8], from start: Int, blocks: Int) {
    guard blocks > 0 else { return }
    var schedule = [UInt32](repeating: 0, count: 64)
    bytes.withUnsafeBufferPointer { bytes in
      schedule.withUnsafeMutableBufferPointer { words in
        Self.constants.withUnsafeBufferPointer { constants in
          for block in 0..<blocks {
            Self.expand(bytes, from: start + block * 64, into: words)
            Self.round(words, constants, &state)
          }
        }
      }
    }
  }

  private static func expand(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int,
    into words: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      let at = start + index * 4
      words[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16
        | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let early = words[index - 15]
      let late = words[index - 2]
      let small = rotate(early, 7) ^ rotate(early, 18) ^ (early >> 3)
      let large = rotate(late, 17) ^ rotate(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ small &+ words[index - 7] &+ large
    }
  }

  private static func round(
    _ words: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
    _ state: inout State
  ) {
    var (a, b, c, d) = (state.a, state.b, state.c, state.d)
    var (e, f, g, h) = (state.e, state.f, state.g, state.h)
    // Eight steps at a time: then each variable takes the next one's name, and none is moved.
    for index in stride(from: 0, to: 64, by: 8) {
      step(a, b, c, &d, e, f, g, &h, constants[index] &+ words[index])
      step(h, a, b, &c, d, e, f, &g, constants[index + 1] &+ words[index + 1])
      step(g, h, a, &b, c, d, e, &f, constants[index + 2] &+ words[index + 2])
      step(f, g, h, &a, b, c, d, &e, constants[index + 3] &+ words[index + 3])
      step(e, f, g, &h, a, b, c, &d, constants[index + 4] &+ words[index + 4])
      step(d, e, f, &g, h, a, b, &c, constants[index + 5] &+ words[index + 5])
      step(c, d, e, &f, g, h, a, &b, constants[index + 6] &+ words[index + 6])
      step(b, c, d, &e, f, g, h, &a, constants[index + 7] &+ words[index + 7])
    }
    state.a &+= a
    state.b &+= b
    state.c &+= c
    state.d &+= d
    state.e &+= e
    state.f &+= f
    state.g &+= g
    state.h &+= h
  }

  /// One step of 6.2.2: `d` and `h` are the two variables that change.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let choice = ((f ^ g) & e) ^ g
    let first = h &+ sumE &+ choice &+ word
    let sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    let majority = ((a | b) & c) | (a & b)
    d = d &+ first
    h = first &+ sumA &+ majority
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    (word >> count) | (word << (32 - count))
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
