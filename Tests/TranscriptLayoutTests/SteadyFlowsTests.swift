import Diagnostics
import Testing
import XMLKit

@testable import TranscriptLayout

@Suite("What looks the same however close a page is set") struct SteadyFlowsTests {
  private let frame = BoxBuilder.Frame(x: 42, width: 528)
  private let page = XMLElement(
    "page",
    elements: [
      XMLElement("paragraph", text: "Always the same."),
      XMLElement(
        "facts", attributes: [XMLAttribute("after", "line"), XMLAttribute("widths", "1fr")],
        elements: [
          XMLElement(
            "fact", attributes: [XMLAttribute("label", "School"), XMLAttribute("value", "Alder")])
        ]),
      XMLElement(
        "section", attributes: [XMLAttribute("title", "Notes")],
        elements: [
          XMLElement("paragraph", text: "A note."),
          XMLElement(
            "paragraph", attributes: [XMLAttribute("when-full", "drop")],
            children: [.text("Where there is room.")]),
        ]),
      XMLElement("section", attributes: [XMLAttribute("title", "Key")]),
    ])

  private func builder(_ tightness: Tightness) -> BoxBuilder {
    var problems = DiagnosticList()
    let style = StyleSheet(
      TemplateFolder.files("official").files["style.yaml"] ?? [], name: "style.yaml",
      problems: &problems)
    return BoxBuilder(
      root: page, style: style, measurer: FakeMeasurer(), tightness: tightness,
      place: ElementPlace(document: "page"))
  }

  private func heights(_ flows: [Flow]) -> [Double] {
    flows.compactMap { if case .strip(let strip) = $0 { strip.height } else { nil } }
  }

  @Test("What asks how close the page is, itself or inside, is built for each page")
  func onlySteadyFlowsAreKept() {
    var steady: [Int: [Flow]] = [:]
    _ = builder(.usual).flows(page, in: frame, keeping: &steady)
    #expect(steady.keys.sorted() == [0, 3])
  }

  @Test("A closer page looks the same with what was kept as without")
  func keptFlowsChangeNothing() {
    var steady: [Int: [Flow]] = [:]
    let usual = heights(builder(.usual).flows(page, in: frame, keeping: &steady))
    let full = heights(builder(.full).flows(page, in: frame, keeping: &steady))
    #expect(usual == heights(builder(.usual).flows(page, in: frame)))
    #expect(full == heights(builder(.full).flows(page, in: frame)))
    // A paragraph, the facts, a title with one or two paragraphs, a title.
    #expect(usual.count == 6)
    #expect(full.count == 5)
    #expect(full[0] == usual[0])
    // A line of 12 points below the facts becomes half of one.
    #expect(full[1] == usual[1] - 6)
  }
}
