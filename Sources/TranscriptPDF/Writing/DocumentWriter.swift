import CairoKit
import TranscriptLayout

/// Writes laid-out pages as PDF/A-3a and PDF/UA-1: content, structure, fonts, metadata.
///
/// It decides nothing about the page: each mark already has its place and colour. Shaped text and
/// subsets of fonts come from Pango and cairo.
struct DocumentWriter: ~Copyable {
  let information: DocumentInformation
  var writer: PDFFileWriter
  private let engine: TextEngine
  /// Which structure elements the marked content of each page belongs to, in the order of its
  /// identifiers; after the pages' lists those of the links.
  private var parents: [[Int]] = []
  private var links: [Int] = []
  private var unknownRun: Int?
  /// The number of the next leaf of the structure tree.
  ///
  /// Leaves have numbers that follow each other, as they do in the file: then the tables of numbers
  /// and places compress well.
  private var nextLeaf = 0
  private let pagesNumber: Int
  let treeNumber: Int

  /// The finished file of a document.
  static func write(
    _ document: LaidOutDocument, engine: TextEngine, faces: inout FontFaces,
    deflaters: Deflaters, profile: ColorProfile, attachment: AssociatedFile?
  ) throws(PDFFailure) -> [UInt8] {
    let writer = DocumentWriter(
      DocumentInformation(document.metadata), engine: engine, deflaters: deflaters)
    return try writer.run(
      document.pages, faces: &faces, deflaters: deflaters, profile: profile, attachment: attachment)
  }

  private init(_ information: DocumentInformation, engine: TextEngine, deflaters: Deflaters) {
    self.information = information
    self.engine = engine
    var writer = PDFFileWriter(deflaters: deflaters)
    pagesNumber = writer.newNumber()
    treeNumber = writer.newNumber()
    self.writer = writer
  }

  private consuming func run(
    _ pages: [PositionedPage], faces: inout FontFaces, deflaters: Deflaters,
    profile: ColorProfile, attachment: AssociatedFile?
  ) throws(PDFFailure) -> [UInt8] {
    let (fonts, resources) = try addFonts(of: pages, &faces, deflaters.usual)
    let root = writer.newNumber()
    nextLeaf = writer.newNumbers(pages.reduce(0) { $0 + Self.leafCount(of: $1.elements) })
    var elements: [Int] = []
    var numbers: [Int] = []
    for page in pages {
      let added = try add(page, fonts: fonts, resources: resources, root: root)
      numbers.append(added.number)
      elements += added.elements
    }
    if let unknownRun { throw PDFFailure(CairoError.unknownRun(unknownRun)) }
    try addTree(root: root, elements: elements)
    try writer.add(pagesNumber) {
      $0.write("<</Type/Pages/Kids")
      $0.write(references: numbers)
      $0.write("/Count ")
      $0.write(numbers.count)
      $0.write(">>")
    }
    let catalog = try addCatalog(
      pages: pagesNumber, tree: treeNumber, profile: profile, attachment: attachment)
    let dictionary = information.dictionary
    let info = writer.newNumber()
    try writer.add(info) { $0.write(dictionary) }
    return try writer.finish(root: catalog, info: info)
  }

  /// Embeds what the pages use of each font, and gives the number of the resources.
  private mutating func addFonts(
    of pages: [PositionedPage], _ faces: inout FontFaces, _ deflater: Deflater
  ) throws(PDFFailure) -> (DocumentFonts, resources: Int) {
    let use = try GlyphUse(of: pages, engine: engine)
    var fonts = DocumentFonts()
    var parts: [Int] = []
    for font in use.order {
      let glyphs = use.glyphs(of: font)
      let face = try faces.face(of: font, glyphs: glyphs, engine: engine)
      var names: [Int] = []
      for (part, objects) in zip(face.parts, try face.embedded(glyphs, deflater: deflater)) {
        names.append(parts.count)
        guard let objects else { continue }
        parts.append(try writer.add(objects, root: part.root))
      }
      fonts.add(face, as: font, names: names)
    }
    let resources = writer.newNumber()
    try writer.add(resources) {
      $0.write("<</Font<<")
      for (index, number) in parts.enumerated() {
        $0.write("/F")
        $0.write(index)
        $0.write(" ")
        $0.write(number)
        $0.write(" 0 R")
      }
      $0.write(">>>>")
    }
    return (fonts, resources)
  }
}

extension DocumentWriter {
  /// A page while it is being written.
  private struct Page {
    var number: Int
    var content: PageContent
    /// The numbers of the structure elements with content, in order.
    var leaves: [Int] = []
    var annotations: [Int] = []
    /// What every element of the page has in common.
    var height: Double
  }

  private mutating func add(
    _ page: PositionedPage, fonts: DocumentFonts, resources: Int, root: Int
  ) throws(PDFFailure) -> (number: Int, elements: [Int]) {
    guard (1...14_400).contains(page.width), (1...14_400).contains(page.height) else {
      throw PDFFailure(CairoError.pageSize(width: page.width, height: page.height))
    }
    var state = Page(
      number: writer.newNumber(),
      content: PageContent(engine: engine, fonts: fonts, height: page.height),
      height: page.height)
    if !page.artifacts.isEmpty {
      state.content.beginArtifact()
      for mark in page.artifacts { try state.content.draw(mark) }
      state.content.end()
    }
    var elements: [Int] = []
    for element in page.elements { elements.append(try add(element, to: &state, parent: root)) }
    unknownRun = unknownRun ?? state.content.unknownRun
    state.content.finish()
    let contents = writer.newNumber()
    writer.writeStream(
      contents, entries: "/Filter/FlateDecode",
      data: try writer.compress(state.content.output.bytes))
    let key = parents.count
    parents.append(state.leaves)
    let annotations = state.annotations
    try writer.add(state.number) {
      $0.write(text: "<</Type/Page/Parent \(pagesNumber) 0 R/MediaBox[0 0 ")
      $0.write(hundredths: Int((page.width * 100).rounded()))
      $0.write(" ")
      $0.write(hundredths: Int((page.height * 100).rounded()))
      $0.write(text: "]/Contents \(contents) 0 R/Resources \(resources) 0 R/StructParents \(key)")
      if !annotations.isEmpty {
        $0.write("/Annots")
        $0.write(references: annotations)
      }
      // The tab order is that of the structure (PDF/UA-1, 7.18.3).
      $0.write("/Tabs/S>>")
    }
    return (state.number, elements)
  }

  /// Writes an element with what is in it; gives its number.
  private mutating func add(
    _ element: StructureElement, to page: inout Page, parent: Int
  ) throws(PDFFailure) -> Int {
    switch element.content {
    case .elements(let children):
      let number = writer.newNumber()
      var numbers: [Int] = []
      numbers.reserveCapacity(children.count)
      for child in children { numbers.append(try add(child, to: &page, parent: number)) }
      try write(element, as: number, parent: parent) { $0.write(references: numbers) }
      return number
    case .marks(let marks):
      let number = nextLeaf
      nextLeaf += 1
      let identifier = page.leaves.count
      page.leaves.append(number)
      page.content.begin(element.role.tag, identifier: identifier, marks: marks)
      for mark in marks { try page.content.draw(mark) }
      page.content.end()
      let annotation = try addLink(element, marks, to: &page, parent: number)
      try write(element, as: number, parent: parent, page: page.number) {
        guard let annotation else { return $0.write(identifier) }
        $0.write(text: "[\(identifier) <</Type/OBJR/Obj \(annotation) 0 R>>]")
      }
      return number
    }
  }

  private static func leafCount(of elements: [StructureElement]) -> Int {
    elements.reduce(0) { count, element in
      switch element.content {
      case .elements(let children): count + leafCount(of: children)
      case .marks: count + 1
      }
    }
  }

  /// What siblings share comes last and first, so that it is one match for the compressor.
  private mutating func write(
    _ element: StructureElement, as number: Int, parent: Int, page: Int? = nil,
    children: (inout ByteWriter) -> Void
  ) throws(PDFFailure) {
    try writer.add(number, isLeaf: page != nil) {
      $0.write("<</S/")
      $0.write(text: element.role.tag)
      if let page {
        $0.write("/Pg ")
        $0.write(page)
        $0.write(" 0 R")
      }
      $0.write("/K ")
      children(&$0)
      element.writeAttributes(to: &$0)
      $0.write("/P ")
      $0.write(parent)
      $0.write(" 0 R>>")
    }
  }

  /// PDF/UA-1, 7.18.5: a link says in words where it leads; ISO 19005-3, 6.3.2: it is printed.
  private mutating func addLink(
    _ element: StructureElement, _ marks: [Mark], to page: inout Page, parent: Int
  ) throws(PDFFailure) -> Int? {
    guard case .link(let destination) = element.role else { return nil }
    let number = writer.newNumber()
    let key = links.count
    links.append(parent)
    page.annotations.append(number)
    let text = PDFText.string(element.alternativeText ?? destination)
    let box = marks.textBox
    let height = page.height
    try writer.add(number) {
      $0.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Contents")
      $0.write(text)
      $0.write("/Rect[")
      for edge in [box.x, height - box.y - box.height, box.x + box.width, height - box.y] {
        $0.write(hundredths: Int((edge * 100).rounded()))
        $0.write(" ")
      }
      // Its place among the parents follows those of the pages: it is known at the end.
      $0.write("]/A<</S/URI/URI")
      $0.write(PDFText.string(destination))
      $0.write(text: ">>/StructParent \(Self.firstLinkKey + key)>>")
    }
    return number
  }

  /// Above the keys of all pages.
  private static let firstLinkKey = 1_000_000

  /// The root of the structure, and which element each piece of content belongs to.
  private mutating func addTree(root: Int, elements: [Int]) throws(PDFFailure) {
    let (parents, links, tree) = (parents, links, treeNumber)
    try writer.add(root) {
      $0.write("<</S/Document/K")
      $0.write(references: elements)
      $0.write(text: "/P \(tree) 0 R>>")
    }
    let list = writer.newNumber()
    try writer.add(list) {
      $0.write("<</Nums[")
      for (key, numbers) in parents.enumerated() {
        $0.write(key)
        $0.write(references: numbers)
      }
      for (key, number) in links.enumerated() {
        $0.write(text: "\(Self.firstLinkKey + key) \(number) 0 R ")
      }
      $0.write("]>>")
    }
    try writer.add(tree) {
      $0.write(text: "<</Type/StructTreeRoot/K \(root) 0 R/ParentTree \(list) 0 R")
      $0.write(text: "/ParentTreeNextKey \(Self.firstLinkKey + links.count)>>")
    }
  }
}

extension ByteWriter {
  /// A list of references.
  mutating func write(references numbers: [Int]) {
    write("[")
    for number in numbers {
      write(number)
      write(" 0 R ")
    }
    write("]")
  }
}

extension [Mark] {
  /// The box around the lines of text, from an em above the baseline to a quarter below.
  fileprivate var textBox: TranscriptLayout.Rectangle {
    var box: TranscriptLayout.Rectangle?
    for case .text(let text) in self {
      let line = TranscriptLayout.Rectangle(
        x: text.x, y: text.baseline - 9, width: text.line.width, height: 12)
      guard let other = box else {
        box = line
        continue
      }
      let (x, y) = (Swift.min(other.x, line.x), Swift.min(other.y, line.y))
      box = TranscriptLayout.Rectangle(
        x: x, y: y,
        width: Swift.max(other.x + other.width, line.x + line.width) - x,
        height: Swift.max(other.y + other.height, line.y + line.height) - y)
    }
    return box ?? TranscriptLayout.Rectangle(x: 0, y: 0, width: 0, height: 0)
  }
}
