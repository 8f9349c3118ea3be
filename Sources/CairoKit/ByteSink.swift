/// Collects what cairo writes.
final class ByteSink {
  var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1 << 16) }
}
