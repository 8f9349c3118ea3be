/// The bytes of a small object, searched by key: the writers of these objects are known.
struct ObjectBody: Sendable {
  let bytes: [UInt8]

  /// Whether the name or word is in it.
  func has(_ word: StaticString) -> Bool { end(of: word, from: 0) != nil }

  /// The whole number after a key.
  func number(_ key: StaticString) -> Int? {
    guard var index = end(of: key, from: 0) else { return nil }
    return number(at: &index)
  }

  /// The object that a key refers to; the first of a list.
  func reference(_ key: StaticString, after part: StaticString? = nil) -> Int? {
    var start = 0
    if let part {
      guard let end = end(of: part, from: 0) else { return nil }
      start = end
    }
    guard var index = end(of: key, from: start) else { return nil }
    return reference(at: &index)
  }

  /// The object that a key refers to.
  func required(_ key: StaticString, after part: StaticString? = nil) throws(PDFFailure) -> Int {
    guard let number = reference(key, after: part) else {
      throw PDFFailure(unreadable: "\(key) is missing")
    }
    return number
  }

  /// The objects of a key's list.
  func references(_ key: StaticString) throws(PDFFailure) -> [Int] {
    guard var index = end(of: key, from: 0) else {
      throw PDFFailure(unreadable: "\(key) is missing")
    }
    var numbers: [Int] = []
    while let number = reference(at: &index) { numbers.append(number) }
    return numbers
  }

  /// Names with the objects that they stand for, as in a dictionary of fonts; empty without one.
  func namedReferences(_ key: StaticString) throws(PDFFailure) -> [(String, Int)] {
    guard var index = end(of: key, from: 0) else { return [] }
    var found: [(String, Int)] = []
    skipSpace(&index)
    while index < bytes.count, bytes[index] == UInt8(ascii: "<") { index += 1 }
    skipSpace(&index)
    while index < bytes.count, bytes[index] == UInt8(ascii: "/") {
      let start = index
      index += 1
      while index < bytes.count, ByteReader.isRegular(bytes[index]) { index += 1 }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      guard let number = reference(at: &index) else {
        throw PDFFailure(unreadable: "what \(name) stands for")
      }
      found.append((name, number))
      skipSpace(&index)
    }
    return found
  }

  /// The numbers of a key's list and of the lists in it.
  func numbers(_ key: StaticString) throws(PDFFailure) -> [Double] {
    guard let start = end(of: key, from: 0) else {
      throw PDFFailure(unreadable: "\(key) is missing")
    }
    let list = bytes[start...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    let words = list.split { [32, 10, UInt8(ascii: "["), UInt8(ascii: "]")].contains($0) }
    return try words.map { word throws(PDFFailure) in
      guard let number = Double(String(decoding: word, as: UTF8.self)) else {
        throw PDFFailure(unreadable: "a number of \(key)")
      }
      return number
    }
  }

  /// The name after a key, without its slash.
  func name(_ key: StaticString) throws(PDFFailure) -> ArraySlice<UInt8> {
    bytes[try place(ofName: key)]
  }

  /// The bytes with another name after a key.
  func replacing(_ key: StaticString, by name: [UInt8]) throws(PDFFailure) -> [UInt8] {
    let place = try place(ofName: key)
    return bytes[..<place.lowerBound] + name + bytes[place.upperBound...]
  }

  private func place(ofName key: StaticString) throws(PDFFailure) -> Range<Int> {
    guard var index = end(of: key, from: 0) else {
      throw PDFFailure(unreadable: "\(key) is missing")
    }
    skipSpace(&index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "/") else {
      throw PDFFailure(unreadable: "the name \(key)")
    }
    let start = index + 1
    let end = bytes[start...].firstIndex { !ByteReader.isRegular($0) } ?? bytes.count
    return start..<end
  }

  /// The index after a key, which must not go on as a longer name.
  private func end(of key: StaticString, from start: Int) -> Int? {
    let count = key.utf8CodeUnitCount
    guard bytes.count >= count, start <= bytes.count - count else { return nil }
    for index in start...(bytes.count - count) where bytes[index] == key.utf8Start[0] {
      guard (0..<count).allSatisfy({ bytes[index + $0] == key.utf8Start[$0] }) else { continue }
      let next = index + count
      if next == bytes.count || !ByteReader.isRegular(bytes[next]) { return next }
    }
    return nil
  }

  private func skipSpace(_ index: inout Int) {
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 10 { index += 1 }
  }

  private func number(at index: inout Int) -> Int? {
    while index < bytes.count, [32, 10, UInt8(ascii: "[")].contains(bytes[index]) { index += 1 }
    let start = index
    var value = 0
    while index < bytes.count, index < start + 10, (48...57).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    return index > start ? value : nil
  }

  private func reference(at index: inout Int) -> Int? {
    guard let number = number(at: &index), bytes[index...].starts(with: " 0 R".utf8) else {
      return nil
    }
    index += 4
    return number
  }
}
