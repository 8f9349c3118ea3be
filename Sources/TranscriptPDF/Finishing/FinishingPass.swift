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
  private(set) var pagesNumber = 0
  private(set) var treeNumber = 0

  /// The finished file of a drawn document.
  static func finish(
    _ drawn: DrawnDocument, information: DocumentInformation, profile: ColorProfile,
    attachment: AssociatedFile?
  ) throws(PDFFailure) -> [UInt8] {
    try drawn.bytes.withUnsafeBufferPointer { bytes throws(PDFFailure) in
      let pass = try FinishingPass(bytes, of: drawn, information: information)
      return try pass.run(profile: profile, attachment: attachment)
    }
  }

  private init(
    _ bytes: Bytes, of drawn: DrawnDocument, information: DocumentInformation
  ) throws(PDFFailure) {
    // All that can fail comes before the first stored value: a noncopyable value is whole or none.
    let file = try CairoFile(bytes)
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
    do throws(CairoError) { return try Deflater(level: 5) } catch { throw PDFFailure(error) }
  }

  private consuming func run(
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
    let dictionary = information.dictionary
    try writer.add(file.info) { $0.write(dictionary) }
    return try writer.finish(root: file.root, info: file.info)
  }

  /// The numbers of the streams that pages draw; cairo writes each before its page.
  private func contentNumbers() throws(PDFFailure) -> [Int] {
    var numbers: [Int] = []
    for object in file.objects {
      var reader = ByteReader(object.body)
      if reader.skip("<< /Type /Page %") { numbers.append(try PageObject(object.body).contents) }
    }
    return numbers
  }

  private mutating func copy(
    _ object: CairoFile.Object, isContent: @autoclosure () -> Bool
  ) throws(PDFFailure) {
    var reader = ByteReader(object.body)
    if reader.skip("<< /Type /") {
      try copyTyped(object, after: reader)
    } else if reader.skip("<< /Length ") {
      try copyStream(object, isContent: isContent())
    } else if reader.skip("<< /Producer ") {
      guard object.number == file.info else { throw reader.failure("the information dictionary") }
    } else if reader.skip("<<\n   /ExtGState <<") || reader.skip("<< /Nums [")
      || reader.skip("<<\n   /Font <<") || reader.skip("<<\n>>") || reader.skip("[\n")
    {
      try writer.add(object.number) { $0.write(object.body) }
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
    let marked = try ContentMarking.mark(expand(stream.data)).content
    writer.writeStream(
      object.number, entries: "/Filter/FlateDecode", data: try writer.compress(marked))
  }

  private func expand(_ data: Bytes) throws(PDFFailure) -> [UInt8] {
    do throws(CairoError) { return try inflater.expand(data) } catch { throw PDFFailure(error) }
  }

  private mutating func copyTyped(
    _ object: CairoFile.Object, after type: ByteReader
  ) throws(PDFFailure) {
    var reader = type
    if reader.skip("StructElem\n") {
      try addElement(object.number, reader)
    } else if reader.skip("Page %") {
      let page = try PageObject(object.body)
      try writer.add(object.number) { page.write(to: &$0) }
    } else if reader.skip("Font\n   /Subtype /CIDFontType2\n") {
      // PDF/UA-1, 7.21.3.2; ISO 19005-3, 6.2.11.3.2: cairo's subsets map every CID to itself.
      let rest = reader.rest
      try writer.add(object.number) {
        $0.write("<</Type/Font/Subtype/CIDFontType2/CIDToGIDMap/Identity ")
        $0.write(rest)
      }
    } else if reader.skip("Annot\n   /Subtype /Link\n") {
      try addLink(object.number, reader)
    } else if reader.skip("Catalog\n") {
      guard object.number == file.root else { throw reader.failure("the catalog") }
    } else {
      try copyUnchanged(object, after: type)
    }
  }

  private mutating func copyUnchanged(
    _ object: CairoFile.Object, after type: ByteReader
  ) throws(PDFFailure) {
    var reader = type
    if reader.skip("Pages\n") {
      pagesNumber = object.number
    } else if reader.skip("StructTreeRoot\n") {
      treeNumber = object.number
    } else if !reader.skip("Font\n   /Subtype /TrueType\n")
      && !reader.skip("Font\n   /Subtype /Type0\n") && !reader.skip("FontDescriptor\n")
    {
      throw reader.failure("a known type")
    }
    try writer.add(object.number) { $0.write(object.body) }
  }

  /// Adds what cairo leaves out of a structure element.
  private mutating func addElement(_ number: Int, _ reader: ByteReader) throws(PDFFailure) {
    let object = try StructureObject(reader)
    guard elementIndex < drawn.elements.count, object.matches(drawn.elements[elementIndex]) else {
      throw reader.failure("element \(elementIndex) in the order of drawing")
    }
    let element = drawn.elements[elementIndex]
    elementIndex += 1
    try writer.add(number) { object.write(to: &$0, with: element) }
  }

  /// PDF/UA-1, 7.18.5: a link says in words where it leads; ISO 19005-3, 6.3.2: it is printed.
  private mutating func addLink(_ number: Int, _ reader: ByteReader) throws(PDFFailure) {
    guard linkIndex < drawn.linkTexts.count else { throw reader.failure("no further link") }
    let text = PDFText.string(drawn.linkTexts[linkIndex])
    linkIndex += 1
    try writer.add(number) {
      $0.write("<</Type/Annot/Subtype/Link/F 4/Contents")
      $0.write(text)
      $0.write(reader.rest)
    }
  }
}
