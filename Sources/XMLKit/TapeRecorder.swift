import CLibXML2

/// Keeps a parser's events as a tape.
///
/// A class because libxml2's handlers find it through a pointer.
final class TapeRecorder {
  private(set) var tape: XMLTape
  /// libxml2 keeps each distinct name once, so that its address stands for it.
  private var names: [(address: UnsafePointer<xmlChar>, number: Int)?]

  init(capacity: Int) {
    tape = XMLTape(capacity: capacity)
    names = Array(repeating: nil, count: 512)
  }

  var opaque: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Handlers whose first argument is the recorder.
  static var handlers: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = { recorder, name, _, _, _, _, count, _, attributes in
      guard let name, let recorder = tapeRecorder(recorder) else { return }
      recorder.begin(name)
      guard count > 0, let attributes else { return }
      recorder.add(UnsafeBufferPointer(start: attributes, count: Int(count) * 5))
    }
    sax.endElementNs = { recorder, _, _, _ in tapeRecorder(recorder)?.tape.end() }
    let characters: charactersSAXFunc = { recorder, text, count in
      tapeRecorder(recorder)?.tape.add(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    return sax
  }

  private func begin(_ name: UnsafePointer<xmlChar>) { tape.begin(number(of: name)) }

  /// Five pointers an attribute: name, prefix, namespace, where the value begins and where it ends.
  private func add(_ attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>) {
    for first in stride(from: 0, to: attributes.count, by: 5) {
      guard let name = attributes[first], let start = attributes[first + 3],
        let end = attributes[first + 4]
      else { continue }
      add(number(of: name), UnsafeBufferPointer(start: start, count: end - start))
    }
  }

  /// Where entities are not replaced libxml2 hands an `&` of a value over as `&#38;`, and no other
  /// character so.
  private func add(_ name: Int, _ value: UnsafeBufferPointer<UInt8>) {
    guard value.contains(UInt8(ascii: "&")) else { return tape.addAttribute(name, value) }
    var plain: [UInt8] = []
    var index = 0
    while index < value.count {
      plain.append(value[index])
      index += value[index] == UInt8(ascii: "&") ? "&#38;".utf8.count : 1
    }
    plain.withUnsafeBufferPointer { tape.addAttribute(name, $0) }
  }

  private func number(of name: UnsafePointer<xmlChar>) -> Int {
    var slot = Int(bitPattern: name) >> 3 & (names.count - 1)
    while let known = names[slot] {
      if known.address == name { return known.number }
      slot = (slot + 1) & (names.count - 1)
    }
    let number = tape.addName(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    // A document of ours has some hundred names; a table that is nearly full is left as it is.
    if number < names.count / 2 { names[slot] = (name, number) }
    return number
  }
}

private func tapeRecorder(_ pointer: UnsafeMutableRawPointer?) -> TapeRecorder? {
  guard let pointer else { return nil }
  return Unmanaged<TapeRecorder>.fromOpaque(pointer).takeUnretainedValue()
}
