/// A page's dictionary as cairo writes it, and as it is released.
struct PageObject {
  let contents: Int
  /// Without the transparency group, and with the tab order of the structure (PDF/UA-1, 7.18.3).
  let dictionary: [UInt8]

  init(_ body: ArraySlice<UInt8>) throws(PDFFailure) {
    var reader = ByteReader(body)
    try reader.expect("<< /Type /Page % ")
    _ = try reader.number()
    try reader.expect("\n   /Parent ")
    var result = "<</Type/Page/Parent \(try reader.reference()) 0 R/MediaBox"
    try reader.expect("\n   /MediaBox ")
    result += String(decoding: try reader.line(), as: UTF8.self)
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
    result += "/Contents \(contents) 0 R/Resources \(try reader.reference()) 0 R"
    try reader.expect("\n")
    if reader.skip("   /StructParents ") {
      result += "/StructParents \(try reader.number())"
      try reader.expect("\n")
    }
    if reader.skip("   /Annots ") {
      result += "/Annots"
      result += String(decoding: try reader.line(), as: UTF8.self)
    }
    try reader.expect(">>")
    try reader.expectEnd()
    dictionary = Array((result + "/Tabs/S>>").utf8)
  }
}
