/// A structure element as cairo writes it.
struct StructureObject {
  let tag: Bytes
  private let parent: Bytes
  private var page: Bytes?
  private let children: Bytes

  /// Reads what follows `<< /Type /StructElem`.
  init(_ rest: ByteReader) throws(PDFFailure) {
    var reader = rest
    try reader.expect("   /S ")
    tag = try reader.name()
    try reader.expect("\n   /P ")
    parent = try reader.line()
    if reader.skip("   /Pg ") { page = try reader.line() }
    try reader.expect("   /K ")
    children = try reader.line()
    try reader.expect(">>")
    try reader.expectEnd()
  }

  /// Whether it is the element that was drawn.
  func matches(_ element: DrawnElement) -> Bool {
    guard element.tag.utf8.count == tag.count else { return false }
    return element.tag.utf8.elementsEqual(tag)
  }

  /// Writes it with the attributes of the element that was drawn.
  ///
  /// What siblings share comes last and first, so that it is one match for the compressor.
  func write(to output: inout ByteWriter, with element: DrawnElement) {
    output.write("<</S/")
    output.write(tag)
    if let page {
      output.write("/Pg ")
      output.write(page)
    }
    output.write("/K ")
    output.write(children)
    element.writeAttributes(to: &output)
    output.write("/P ")
    output.write(parent)
    output.write(">>")
  }
}
