import Diagnostics
import Foundation
import Testing
import TranscriptImport
import TranscriptModel

@Suite struct ExampleTests {
  @Test(arguments: ["thistlemere", "tiny"])
  func `an example district loads without an error or a rejected row`(name: String) throws {
    let source = FolderSource(root: Folders.examples.appending(path: name))
    let result = DistrictImporter(source: source).load()
    let errors = result.diagnostics.all.filter { $0.severity == .error }
    #expect(errors.map { DiagnosticText(showsPersonal: true).render($0) }.joined() == "")
    #expect(result.rejectedRows.isEmpty)
    let district = try #require(result.district)
    #expect(!district.students.isEmpty)
    #expect(district.inputHashes["policy.yaml"]?.count == 64)
    for problem in result.diagnostics.all { print(DiagnosticText().render(problem)) }
  }
}
