/// A value kept once, however often it is copied.
///
/// For values with a dozen texts and lists that are copied far more often than they are made: a copy
/// then counts one reference instead of one for each text.
final class Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }

  static func == (left: Shared, right: Shared) -> Bool {
    left === right || left.value == right.value
  }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
