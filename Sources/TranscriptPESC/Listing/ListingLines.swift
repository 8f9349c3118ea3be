import XMLKit

/// The lines of a listing, as they are made.
struct ListingLines {
  var leaves: ShownLeaves
  private(set) var lines: [String] = []

  init(_ tape: XMLTape) { leaves = ShownLeaves(tape) }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ line: String) { lines.append(line) }

  mutating func add(_ more: [String]) { lines += more }

  /// A label and its value; nothing where there is no value.
  mutating func field(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    add(label + String(repeating: " ", count: max(1, 12 - label.count)) + value)
  }

  /// Notes of one element: a text that was split is whole again.
  mutating func addNotes(_ notes: [String], indent: String = "") {
    guard !notes.isEmpty else { return }
    if indent.isEmpty {
      add(["", "Notes"] + notes.map { "  \($0)" })
    } else {
      add("\(indent)note: \(notes.joined(separator: " "))")
    }
  }

  mutating func addNotShown() {
    let rest = leaves.notShown
    guard !rest.isEmpty else { return }
    let names = rest.map { $0.count == 1 ? $0.name : "\($0.name) (\($0.count))" }
    let count = rest.reduce(0) { $0 + $1.count }
    let word = count == 1 ? "element" : "elements"
    add(["", "Not shown   \(count) \(word): \(names.joined(separator: ", "))"])
  }
}
