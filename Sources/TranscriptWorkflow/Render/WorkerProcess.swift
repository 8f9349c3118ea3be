import Glibc

/// The parent's end of one worker process: a socket over which numbers go and messages come.
struct WorkerProcess {
  let id: pid_t
  let socket: Int32
  /// What it is working on.
  var current: Int?
  private var received: [UInt8] = []

  init(id: pid_t, socket: Int32) {
    self.id = id
    self.socket = socket
  }

  /// Gives it a number to work on; `nil` tells it that there is no more.
  mutating func give(_ number: Int?) {
    current = number
    // A worker that is gone is noticed when its answer does not come.
    if let number { _ = Self.send(Self.bytes(of: number), to: socket) }
    if number == nil { shutdown(socket, Int32(SHUT_WR)) }
  }

  /// What has arrived, once it is whole; `isOpen` is false at the end of the worker.
  mutating func receive() -> (message: [UInt8]?, isOpen: Bool) {
    let room = 1 << 16
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      repeat { count = read(socket, buffer.baseAddress, room) } while count < 0 && errno == EINTR
      filled = max(count, 0)
    }
    guard count > 0 else { return (nil, false) }
    received += chunk
    guard received.count >= 8 else { return (nil, true) }
    let length = Self.number(received[..<8])
    guard received.count >= 8 + length else { return (nil, true) }
    let message = Array(received[8..<(8 + length)])
    received.removeFirst(8 + length)
    return (message, true)
  }

  /// Waits until it is gone, and says how it ended, where that was not as it should be.
  func end() -> String? {
    close(socket)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    if status == 0 { return nil }
    let signal = status & 0x7F
    return signal == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(signal)"
  }
}

/// The worker's side.
extension WorkerProcess {
  /// The next number from the parent; `nil` when there is no more, or no parent.
  static func nextNumber(from socket: Int32) -> Int? {
    var bytes: [UInt8] = []
    while bytes.count < 8 {
      var part = [UInt8](repeating: 0, count: 8 - bytes.count)
      let count = read(socket, &part, part.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += part.prefix(count)
    }
    return number(bytes[...])
  }

  /// Sends a message with its length; false when nobody listens.
  static func answer(_ message: [UInt8], to socket: Int32) -> Bool {
    send(bytes(of: message.count) + message, to: socket)
  }

  private static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.send(
          socket, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
