import CairoKit

/// Turns cairo's tagged PDF into PDF/A-3a and PDF/UA-1 in one pass over its objects.
///
/// It knows the shape of cairo 1.16's output and accepts nothing else: what it does not recognise
/// is a failure, never a guess.
struct FinishingPass: ~Copyable {
  private let file: CairoFile
  private let drawn: DrawnDocument
  let information: DocumentInformation
  var writer: PDFFileWriter
  private let inflater: Inflater
  private var elementIndex = 0
  private var linkIndex = 0
  private var markedCount = 0
  private(set) var pagesNumber = 0
  private(set) var treeNumber = 0

  init(_ drawn: DrawnDocument, information: DocumentInformation) throws(PDFFailure) {
    // All that can fail comes before the first stored value: a noncopyable value is whole or none.
    let file = try CairoFile(drawn.bytes)
    let inflater = try Self.makeInflater()
    let deflater = try Self.makeDeflater()
    self.drawn = drawn
    self.information = information
    self.file = file
    self.inflater = inflater
    writer = PDFFileWriter(size: file.size, deflater: deflater)
  }

  private static func makeInflater() throws(PDFFailure) -> Inflater {
    do throws(CairoError) { return try Inflater() } catch { throw PDFFailure(error) }
  }

  private static func makeDeflater() throws(PDFFailure) -> Deflater {
    do throws(CairoError) { return try Deflater(level: 6) } catch { throw PDFFailure(error) }
  }

  /// The finished file.
  consuming func finish(
    profile: ColorProfile, attachment: AssociatedFile?
  ) throws(PDFFailure) -> [UInt8] {
    let contents = try contentNumbers()
    for object in file.objects {
      try copy(object, isContent: contents.contains(object.number))
    }
    guard elementIndex == drawn.elements.count, linkIndex == drawn.linkTexts.count,
      pagesNumber > 0, treeNumber > 0
    else {
      throw PDFFailure(
        unknown: "\(elementIndex) elements of \(drawn.elements.count), "
          + "\(linkIndex) links of \(drawn.linkTexts.count)")
    }
    try addCatalog(number: file.root, profile: profile, attachment: attachment)
    try writer.add(file.info, information.dictionary)
    return try writer.finish(root: file.root, info: file.info)
  }

  /// The numbers of the streams that pages draw; cairo writes each before its page.
  private func contentNumbers() throws(PDFFailure) -> Set<Int> {
    var numbers: Set<Int> = []
    for object in file.objects {
      var reader = ByteReader(object.body)
      guard reader.skip("<< /Type /Page %") else { continue }
      numbers.insert(try PageObject(object.body).contents)
    }
    return numbers
  }

  private mutating func copy(
    _ object: CairoFile.Object, isContent: Bool
  ) throws(PDFFailure) {
    var reader = ByteReader(object.body)
    if reader.skip("<< /Length ") {
      try copyStream(object, isContent: isContent)
    } else if reader.skip("<< /Type /") {
      try copyTyped(object, after: reader)
    } else if reader.skip("<< /Producer ") {
      guard object.number == file.info else { throw reader.failure("the information dictionary") }
    } else if reader.skip("<<\n   /ExtGState <<") || reader.skip("<< /Nums [")
      || reader.skip("<<\n   /Font <<") || reader.skip("<<\n>>") || reader.skip("[\n")
    {
      try writer.add(object.number, object.body)
    } else {
      throw reader.failure("a known object")
    }
  }

  private mutating func copyStream(
    _ object: CairoFile.Object, isContent: Bool
  ) throws(PDFFailure) {
    let stream = try CairoStream(object.body, lengths: file.lengths)
    guard isContent else {
      let length1 = stream.length1.map { "/Length1 \($0)" } ?? ""
      return writer.writeStream(
        object.number, entries: length1 + "/Filter/FlateDecode", data: stream.data)
    }
    var marking = ContentMarking(try expand(stream.data))
    let content = try writer.compress(marking.marked())
    markedCount += marking.elementCount
    writer.writeStream(object.number, entries: "/Filter/FlateDecode", data: content)
  }

  private func expand(_ data: ArraySlice<UInt8>) throws(PDFFailure) -> [UInt8] {
    do throws(CairoError) { return try inflater.expand(data) } catch { throw PDFFailure(error) }
  }

  private mutating func copyTyped(
    _ object: CairoFile.Object, after type: ByteReader
  ) throws(PDFFailure) {
    var reader = type
    if reader.skip("StructElem\n") {
      try addElement(object.number, reader)
    } else if reader.skip("Page %") {
      try writer.add(object.number, PageObject(object.body).dictionary)
    } else if reader.skip("Font\n   /Subtype /CIDFontType2\n") {
      // PDF/UA-1, 7.21.3.2; ISO 19005-3, 6.2.11.3.2: cairo's subsets map every CID to itself.
      try writer.add(
        object.number,
        Array("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity ".utf8)
          + reader.rest)
    } else if reader.skip("Font\n   /Subtype /TrueType\n")
      || reader.skip("Font\n   /Subtype /Type0\n") || reader.skip("FontDescriptor\n")
    {
      try writer.add(object.number, object.body)
    } else if reader.skip("Pages\n") {
      pagesNumber = object.number
      try writer.add(object.number, object.body)
    } else if reader.skip("StructTreeRoot\n") {
      treeNumber = object.number
      try writer.add(object.number, object.body)
    } else if reader.skip("Annot\n   /Subtype /Link\n") {
      try addLink(object.number, reader)
    } else if reader.skip("Catalog\n") {
      guard object.number == file.root else { throw reader.failure("the catalog") }
    } else {
      throw reader.failure("a known type")
    }
  }

  /// Adds what cairo leaves out of a structure element.
  private mutating func addElement(
    _ number: Int, _ rest: ByteReader
  ) throws(PDFFailure) {
    var reader = rest
    try reader.expect("   /S ")
    let tag = try reader.name()
    guard elementIndex < drawn.elements.count,
      tag.elementsEqual(drawn.elements[elementIndex].tag.utf8)
    else { throw reader.failure("element \(elementIndex) in the order of drawing") }
    var body = Array("<</S/".utf8) + tag
    try reader.expect("\n   /P ")
    body += "/P ".utf8
    body += try reader.line()
    if reader.skip("   /Pg ") {
      body += "/Pg ".utf8
      body += try reader.line()
    }
    try reader.expect("   /K ")
    body += "/K ".utf8
    body += try reader.line()
    try reader.expect(">>")
    try reader.expectEnd()
    body += drawn.elements[elementIndex].attributes
    body += ">>".utf8
    elementIndex += 1
    try writer.add(number, body)
  }

  /// PDF/UA-1, 7.18.5: a link says in words where it leads; ISO 19005-3, 6.3.2: it is printed.
  private mutating func addLink(
    _ number: Int, _ reader: ByteReader
  ) throws(PDFFailure) {
    guard linkIndex < drawn.linkTexts.count else { throw reader.failure("no further link") }
    var body = Array("<</Type/Annot/Subtype/Link/F 4/Contents".utf8)
    body += PDFText.string(drawn.linkTexts[linkIndex])
    body += reader.rest
    linkIndex += 1
    try writer.add(number, body)
  }
}
