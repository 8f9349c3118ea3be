import XMLKit

extension PESCBatch {
  /// The batch's tree: only its root and the roots of the transcripts are in a namespace.
  var xml: XMLElement {
    var body = ElementBuilder()
    body.element("BatchEnvelope") { envelope in
      envelope.required("BatchID", id)
      envelope.required("BatchDateTime", createdAt.text)
      envelope.required("BatchDeliveryMethod", mayBeParsed ? "ParseBatch" : "DeliverWhole")
      envelope.element("SourceAgency") { $0.element("Organization") { source.write(to: &$0) } }
      envelope.element("DestinationAgency") {
        $0.element("Organization") { destination.write(to: &$0) }
      }
    }
    body.element("BatchContent") { content in
      for transcript in transcripts { content.append(transcript.xml) }
    }
    return XMLElement(
      "AcademicRecordBatch", namespace: Self.namespace, children: body.children)
  }
}
