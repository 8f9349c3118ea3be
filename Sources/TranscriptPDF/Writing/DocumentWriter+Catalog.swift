extension DocumentWriter {
  /// Writes the catalog, and what only it refers to; gives its number.
  mutating func addCatalog(
    pages: Int, tree: Int, profile: ColorProfile, attachment: AssociatedFile?
  ) throws(PDFFailure) -> Int {
    let metadata = writer.newNumber()
    writer.writeStream(
      metadata, entries: "/Type/Metadata/Subtype/XML",
      data: XMPPacket(information: information).bytes)
    let profileNumber = writer.newNumber()
    writer.writeStream(
      profileNumber, entries: "/N 3/Filter/FlateDecode", data: profile.compressed)

    var catalog = Array("<</Type/Catalog/Pages \(pages) 0 R/Lang".utf8)
    catalog += PDFText.string(information.language)
    let direction = information.isRightToLeft ? "/Direction/R2L" : ""
    catalog +=
      ("/MarkInfo<</Marked true>>/StructTreeRoot \(tree) 0 R"
      + "/ViewerPreferences<</DisplayDocTitle true\(direction)>>/Metadata \(metadata) 0 R"
      + "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
      + "/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
      + "/DestOutputProfile \(profileNumber) 0 R>>]").utf8
    if let attachment { catalog += try add(attachment) }
    catalog += ">>".utf8
    let number = writer.newNumber()
    try writer.add(number) { $0.write(catalog) }
    return number
  }

  /// Embeds a file (ISO 19005-3, 6.8 and Annex E) and gives the catalog's entries for it.
  private mutating func add(_ attachment: AssociatedFile) throws(PDFFailure) -> [UInt8] {
    let type = String(attachment.mediaType.flatMap { $0 == "/" ? Array("#2F") : [$0] })
    let embedded = writer.newNumber()
    writer.writeStream(
      embedded,
      entries: "/Type/EmbeddedFile/Subtype/\(type)/Params<</Size \(attachment.bytes.count)"
        + "/ModDate\(information.pdfDate)>>/Filter/FlateDecode",
      data: try writer.compress(attachment.bytes, quickly: true))
    let specification = writer.newNumber()
    let name = PDFText.string(attachment.name)
    var body = Array("<</Type/Filespec/AFRelationship/Alternative/F".utf8)
    body += name + "/UF".utf8 + name + "/Desc".utf8 + PDFText.string(attachment.summary)
    body += "/EF<</F \(embedded) 0 R/UF \(embedded) 0 R>>>>".utf8
    try writer.add(specification) { $0.write(body) }
    return Array("/AF[\(specification) 0 R]/Names<</EmbeddedFiles<</Names[".utf8) + name
      + Array(" \(specification) 0 R]>>>>".utf8)
  }
}
