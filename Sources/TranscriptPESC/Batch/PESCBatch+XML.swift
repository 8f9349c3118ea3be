import XMLKit

extension PESCBatch {
  /// The batch: only its root and the roots of the transcripts are in a namespace.
  ///
  /// The transcripts are in it byte for byte as they were released.
  func write(to body: inout ElementWriter) {
    body.markup.declaration()
    body.markup.append("<bat:AcademicRecordBatch xmlns:bat=\"")
    body.markup.text(Self.namespace)
    body.markup.append("\">")
    body.element("BatchEnvelope") { envelope in
      envelope.required(.batchID, id)
      envelope.required(.batchDateTime, createdAt.text)
      envelope.required(.batchDeliveryMethod, mayBeParsed ? "ParseBatch" : "DeliverWhole")
      envelope.element("SourceAgency") { $0.element("Organization") { source.write(to: &$0) } }
      envelope.element("DestinationAgency") {
        $0.element("Organization") { destination.write(to: &$0) }
      }
    }
    body.element("BatchContent") { content in
      for document in documents { content.markup.append(document.element) }
    }
    body.markup.append("</bat:AcademicRecordBatch>\n")
  }

  /// The place that the documents take.
  var size: Int { documents.reduce(4 << 10) { $0 + $1.bytes.count } }
}

extension PESCDocument {
  /// The root element without the XML declaration before it.
  fileprivate var element: ArraySlice<UInt8> {
    bytes.drop { $0 != UInt8(ascii: "\n") }
  }
}
