/// A page's dictionary as cairo writes it.
struct PageObject {
  private let parent: Int
  private let mediaBox: Bytes
  /// The number of the stream that draws the page.
  let contents: Int
  private let resources: Int
  private var structureKey: Int?
  private var annotations: Bytes?

  init(_ body: Bytes) throws(PDFFailure) {
    var reader = ByteReader(body)
    try reader.expect("<< /Type /Page % ")
    _ = try reader.number()
    try reader.expect("\n   /Parent ")
    parent = try reader.reference()
    try reader.expect("\n   /MediaBox ")
    mediaBox = try reader.line()
    try reader.expect("   /Contents ")
    contents = try reader.reference()
    try reader.expect(
      """
      \n   /Group <<
            /Type /Group
            /S /Transparency
            /I true
            /CS /DeviceRGB
         >>
         /Resources 
      """)
    resources = try reader.reference()
    try reader.expect("\n")
    if reader.skip("   /StructParents ") {
      structureKey = try reader.number()
      try reader.expect("\n")
    }
    if reader.skip("   /Annots ") { annotations = try reader.line() }
    try reader.expect(">>")
    try reader.expectEnd()
  }

  /// Writes it as it is released: without the transparency group, and with the tab order of the
  /// structure (PDF/UA-1, 7.18.3).
  func write(to output: inout ByteWriter) {
    output.write("<</Type/Page/Parent ")
    output.write(parent)
    output.write(" 0 R/MediaBox")
    output.write(mediaBox)
    output.write("/Contents ")
    output.write(contents)
    output.write(" 0 R/Resources ")
    output.write(resources)
    output.write(" 0 R")
    if let structureKey {
      output.write("/StructParents ")
      output.write(structureKey)
    }
    if let annotations {
      output.write("/Annots")
      output.write(annotations)
    }
    output.write("/Tabs/S>>")
  }
}
