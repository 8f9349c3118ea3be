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
    sax.startElementNs = { recorder, name, _, _, _, _, _, _, _ in
      if let name { tapeRecorder(recorder)?.begin(name) }
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

  private func begin(_ name: UnsafePointer<xmlChar>) {
    var slot = Int(bitPattern: name) >> 3 & (names.count - 1)
    while let known = names[slot] {
      if known.address == name { return tape.begin(known.number) }
      slot = (slot + 1) & (names.count - 1)
    }
    let number = tape.addName(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    tape.begin(number)
    // A document of ours has some hundred names; a table that is nearly full is left as it is.
    if number < names.count / 2 { names[slot] = (name, number) }
  }
}

private func tapeRecorder(_ pointer: UnsafeMutableRawPointer?) -> TapeRecorder? {
  guard let pointer else { return nil }
  return Unmanaged<TapeRecorder>.fromOpaque(pointer).takeUnretainedValue()
}
