import CDeflate

/// Compresses to the zlib format; it belongs to one worker.
public final class Deflater {
  private let compressor: OpaquePointer

  /// A compressor of the given level, 1 to 12.
  ///
  /// - Throws: `CairoError.library` when libdeflate gives none.
  public init(level: Int) throws(CairoError) {
    guard let compressor = libdeflate_alloc_compressor(Int32(clamping: level)) else {
      throw CairoError.library(operation: "libdeflate_alloc_compressor", status: "level \(level)")
    }
    self.compressor = compressor
  }

  deinit { libdeflate_free_compressor(compressor) }

  /// The bytes in the zlib format (RFC 1950).
  public func compress(_ bytes: [UInt8]) throws(CairoError) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let result = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    guard !result.isEmpty else {
      throw CairoError.library(operation: "libdeflate_zlib_compress", status: "no room")
    }
    return result
  }
}

/// Expands the zlib format; it belongs to one worker.
public struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// A decompressor.
  ///
  /// - Throws: `CairoError.library` when libdeflate gives none.
  public init() throws(CairoError) {
    guard let decompressor = libdeflate_alloc_decompressor() else {
      throw CairoError.library(operation: "libdeflate_alloc_decompressor", status: "no memory")
    }
    self.decompressor = decompressor
  }

  deinit { libdeflate_free_decompressor(decompressor) }

  /// Expands `bytes`, which must hold one whole zlib stream of at most `limit` bytes expanded.
  public func expand(
    _ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 1 << 28
  ) throws(CairoError) -> [UInt8] {
    // What does not fit is expanded again from the start: room costs nothing until it is written.
    var capacity = max(1 << 14, bytes.count * 16)
    while true {
      var status = LIBDEFLATE_BAD_DATA
      let result = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        status = libdeflate_zlib_decompress(
          decompressor, bytes.baseAddress, bytes.count, buffer.baseAddress, buffer.count, &count)
        if status != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return result }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE, capacity < limit else {
        throw CairoError.library(
          operation: "libdeflate_zlib_decompress", status: "\(status.rawValue)")
      }
      capacity *= 2
    }
  }

  /// Expands an array of bytes.
  public func expand(_ bytes: [UInt8]) throws(CairoError) -> [UInt8] {
    try bytes.withUnsafeBufferPointer { buffer throws(CairoError) in try expand(buffer) }
  }
}
