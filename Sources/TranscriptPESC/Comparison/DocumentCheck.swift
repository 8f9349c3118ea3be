import TranscriptModel
import XMLKit

/// Sets every element and attribute of a document beside the record, in the standard's order.
///
/// It does not use the mapping that wrote the document, so that a fault of the mapping shows: what
/// each element has to state is taken from the record once more. Every element has to be one that
/// the record explains, and nothing that the record states may be missing; the extension, which
/// a sender may leave out, is a part of it.
struct DocumentCheck {
  let tape: XMLTape
  let record: TranscriptRecord
  /// How the document was sent, where that is known; what only it says is passed over otherwise.
  let delivery: PESCDelivery?
  /// The number that the document has to have.
  let documentID: String
  /// What the document states otherwise than the record; the left side is the document's.
  private(set) var differences: [FactDifference] = []

  init(
    _ tape: XMLTape, record: TranscriptRecord, delivery: PESCDelivery?, documentID: String? = nil
  ) {
    self.tape = tape
    self.record = record
    self.delivery = delivery
    self.documentID =
      delivery?.documentID ?? documentID ?? record.document.number ?? record.document.id
    checkDocument()
  }

  /// The children of an element that have not been looked at.
  struct Children {
    var next: Int
    let end: Int
    /// What the element is about, for the names of facts.
    let place: String
    /// Children that stood before one that was looked for, and that nothing explains.
    var passed: [Int] = []
  }

  func children(of element: Int, _ place: String) -> Children {
    Children(next: element + 1, end: tape.end(of: element), place: place)
  }

  /// The next child of the name; children before it that nothing explains are put aside, so that one
  /// element too many does not make those behind it look as if they were missing.
  func take(_ name: StaticString, _ children: inout Children) -> Int? {
    var element = children.next
    while element < children.end, !tape.isNamed(name, element) { element = tape.end(of: element) }
    guard element < children.end else { return nil }
    while children.next < element {
      children.passed.append(children.next)
      children.next = tape.end(of: children.next)
    }
    children.next = tape.end(of: element)
    return element
  }

  /// The children of the next child of the name.
  func enter(_ name: StaticString, _ children: inout Children) -> Children? {
    take(name, &children).map { self.children(of: $0, children.place) }
  }

  /// Notes a difference.
  mutating func note(_ name: String, _ left: String, _ right: String) {
    differences.append(FactDifference(name: name, left: left, right: right))
  }

  /// Names the differences from this one on more closely: names of competencies are many, and made
  /// only for a difference.
  mutating func name(from start: Int, _ place: String) {
    for index in differences.indices.dropFirst(start) {
      let found = differences[index]
      differences[index] = FactDifference(
        name: place + found.name, left: found.left, right: found.right)
    }
  }

  /// A leaf that has to state the text, or be missing where there is none.
  mutating func expect(_ name: StaticString, _ text: String?, in children: inout Children) {
    guard let element = take(name, &children) else {
      if let text, !PESCText.prepared(text).isEmpty {
        note("\(children.place)\(name)", "", text)
      }
      return
    }
    guard let text, holds(element, text) else {
      return note("\(children.place)\(name)", tape.text(of: element), text ?? "")
    }
  }

  /// A leaf that has to state the day, or be missing where there is none.
  mutating func expect(_ name: StaticString, day: CalendarDate?, in children: inout Children) {
    guard let element = take(name, &children) else {
      if let day { note("\(children.place)\(name)", "", day.isoText) }
      return
    }
    let stated = tape.withText(of: element, Self.day)
    if let day, stated == day { return }
    note("\(children.place)\(name)", tape.text(of: element), day?.isoText ?? "")
  }

  /// A leaf that has to state the amount to three decimals, or be missing where there is none.
  mutating func expect(_ name: StaticString, amount: Rational?, in children: inout Children) {
    guard let element = take(name, &children) else {
      if let amount { note("\(children.place)\(name)", "", PESCText.decimal(amount)) }
      return
    }
    let stated = tape.withText(of: element, Self.thousandths)
    if let amount, let stated, Self.agree(stated, amount) { return }
    note(
      "\(children.place)\(name)", tape.text(of: element), amount.map(PESCText.decimal) ?? "")
  }

  /// The credit that a course is worth and what was earned of it: where all of it was, they are
  /// rounded together, so that nobody earns more than there is.
  mutating func expectCredit(_ credit: Rational, earned: Rational?, in children: inout Children) {
    let value = children.next
    expect("CourseCreditValue", amount: credit, in: &children)
    let credited = children.next
    expect("CourseCreditEarned", amount: earned, in: &children)
    guard credit == earned, tape.isNamed("CourseCreditValue", value), credited < children.end,
      tape.isNamed("CourseCreditEarned", credited)
    else { return }
    let (stated, all) = (tape.text(of: value), tape.text(of: credited))
    if stated != all { note("\(children.place)CourseCreditValue", stated, all) }
  }

  /// Notes that together state the texts, each of them split as need be.
  mutating func expectNotes(_ texts: [String], in children: inout Children) {
    if texts.isEmpty, !(children.next < children.end && tape.isNamed("NoteMessage", children.next))
    {
      return
    }
    var stated = ""
    while let element = take("NoteMessage", &children) {
      stated += (stated.isEmpty ? "" : " ") + tape.text(of: element)
    }
    let expected = texts.map(PESCText.prepared).joined(separator: " ")
    if stated != expected { note("\(children.place)NoteMessage", stated, expected) }
  }

  /// Whatever was put aside or is left is nothing that the record explains.
  mutating func finish(_ children: Children) {
    for element in children.passed { noteUnexplained(element, children.place) }
    var next = children.next
    while next < children.end {
      noteUnexplained(next, children.place)
      next = tape.end(of: next)
    }
  }

  private mutating func noteUnexplained(_ element: Int, _ place: String) {
    let text = tape.hasChildren(element) ? "elements" : tape.text(of: element)
    note("\(place)\(tape.name(of: element))", text, "")
  }

  func holds(_ element: Int, _ text: String) -> Bool {
    tape.withText(of: element) { stated in
      var text = text
      let isSame = text.withUTF8 { $0.elementsEqual(stated) }
      return isSame || PESCText.prepared(text).utf8.elementsEqual(stated)
    }
  }

  /// The day that ten characters state.
  private static func day(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    CalendarDate(iso: String(decoding: text, as: UTF8.self)[...])
  }

  /// A decimal of at most three places, in thousandths.
  static func thousandths(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    var places: Int?
    guard !text.isEmpty, text.count < 13 else { return nil }
    for byte in text {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
      places = places.map { $0 + 1 }
    }
    switch places ?? 0 {
    case 0: return value * 1000
    case 1: return value * 100
    case 2: return value * 10
    case 3: return value
    default: return nil
    }
  }

  /// Whether an amount rounds to the thousandths, or is cut to them so that a sum comes out.
  private static func agree(_ stated: Int, _ amount: Rational) -> Bool {
    if let whole = amount.wholeValue { return stated == whole * 1000 }
    return (Rational(stated) - amount * Rational(1000)).magnitude < .one
  }
}
