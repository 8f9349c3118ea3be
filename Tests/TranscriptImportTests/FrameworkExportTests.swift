import Diagnostics
import Testing
import TranscriptImport
import TranscriptModel

/// Frameworks as Moodle and Canvas export them become competencies.
@Suite struct FrameworkExportTests {
  private func plan(
    _ path: String, _ text: String, constants: [String: String], mapping: String? = nil
  ) throws -> (ImportPlan, District) {
    let base = try Sample.base(mapping.map { ["mappings/own.yaml": $0] } ?? [:])
    var options = ImportPlanner.Options()
    options.constants = constants
    let file = InputFile(path: path, bytes: Array(text.utf8))
    let plan = ImportPlanner(district: base, options: options).plan([file])
    let merged = MemorySource.merging(base, plan.files)
    return (plan, try #require(DistrictImporter(source: merged).load().district))
  }

  /// The columns of Moodle's export, with its row for the framework itself.
  private let moodle = """
    "Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)","Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy
    ,FW-1,"Thistlemere framework","<p>All of it.</p>",1,"Not yet,Proficient","[{""scaleid"":""2""}]",,,,,,1,"competency,competency"
    ,G.1,"Reason clearly","<p>I can reason clearly.</p>",1,,,,,,,11,,
    G.1,MA.2,"Model","<p>I can model <b>change</b> &amp; chance.</p>",1,,,,,,,12,,
    MA.2,MA.2.x,"Fit a line","I can fit a line.",1,,,,,,,13,,
    """

  @Test func `a Moodle framework becomes competencies with their parents and plain text`() throws {
    let mapping = """
      mapping: our-moodle
      extends: moodle-competencies
      filters:
        - { column: Parent ID number, is: [G.1] }
      columns: { areas: { constant: MA }, alignments: { constant: "CCSS.Math:A-CED.A.1" } }
      """
    let (plan, district) = try plan(
      "framework.csv", moodle, constants: ["tier": "content-area"], mapping: mapping)
    #expect(plan.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(plan.count(.added) == 1)
    #expect(plan.filteredCount == 3)
    let found = try #require(district.framework.competency("MA.2"))
    #expect(found.tier == .contentArea)
    #expect(found.parents == ["G.1"])
    #expect(found.shortName == "Model")
    #expect(found.statement == "I can model change & chance.")
  }

  @Test func `a Moodle framework says no tier, which is asked for`() throws {
    let (plan, _) = try plan("framework.csv", moodle, constants: [:])
    #expect(plan.files.isEmpty)
    #expect(Set(plan.diagnostics.all.map(\.code)) == [.unmappedColumn])
  }

  @Test func `the outcomes of Canvas become competencies, its groups do not`() throws {
    let text = """
      vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,workflow_state,parent_guids,mastery_points,ratings,,,,,
      grp-1,group,Mathematics,All of it,,,,active,,,,,,,,
      MA.1.b,outcome,Fit a line,"<p>I can fit a line, with <em>care</em>.</p>",Lines,decaying_average,65,active,grp-1,3,4,Exceeds,3,Meets,1,Begins
      MA.1.c,outcome,Read a plot,I can read a plot.,,highest,,active,grp-1,3,4,Exceeds,3,Meets,1,Begins
      """
    let (plan, district) = try plan(
      "outcomes.csv", text, constants: ["tier": "objective", "parents": "MA.1"])
    #expect(plan.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(plan.count(.added) == 2)
    #expect(plan.filteredCount == 1)
    let found = try #require(district.framework.competency("MA.1.b"))
    #expect(found.tier == .objective)
    #expect(found.shortName == "Fit a line")
    #expect(found.statement == "I can fit a line, with care.")
    #expect(found.parents == ["MA.1"])
  }

  @Test func `a description with many unclosed tags is read in time`() throws {
    let open = String(repeating: "<", count: 200_000)
    let text = """
      vendor_guid,object_type,title,description,parent_guids
      MA.1.b,outcome,Fit a line,\(open),
      """
    let (plan, _) = try plan(
      "outcomes.csv", text, constants: ["tier": "objective", "parents": "MA.1"])
    #expect(plan.count(.added) == 1)
  }

  @Test func `an outcomes file as Canvas writes it may have more cells than its header`() throws {
    // The header ends with `ratings`; two cells follow for each rating, fewer in some rows.
    let text = """
      vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,workflow_state,parent_guids,mastery_points,ratings
      MA.1.b,outcome,Fit a line,"<style>p{}</style><p>I can fit a line.</p><script>alert('x')</script>",,,,active,,3,4,Exceeds,3,Meets
      MA.1.c,outcome,Read a plot,I can <!-- not shown --> read a plot.,,highest,,deleted,,3,4,Exceeds,3,Meets,1,Begins
      MA.1.d,outcome,Sketch,I can sketch.,,highest,,,,3
      """
    let mapping = """
      mapping: ours
      extends: canvas-outcomes
      columns: { parents: { constant: MA.1 } }
      """
    let (plan, district) = try plan(
      "outcomes.csv", text, constants: ["tier": "objective"], mapping: mapping)
    #expect(plan.diagnostics.all.map { DiagnosticText().render($0) } == [])
    #expect(plan.count(.added) == 2 && plan.filteredCount == 1)
    #expect(district.framework.competency("MA.1.b")?.statement == "I can fit a line.")
    #expect(district.framework.competency("MA.1.c") == nil)
  }

  @Test func `an outcome that Canvas has deleted is reported if it is on file, and stays`() throws {
    let text = """
      vendor_guid,object_type,title,description,workflow_state,parent_guids,ratings
      MA.1,outcome,Model,I can model.,deleted,,
      MA.9,outcome,Never here,I can.,deleted,,
      """
    let (plan, district) = try plan("outcomes.csv", text, constants: ["tier": "objective"])
    #expect(plan.rejectedRows.map(\.line) == [2])
    #expect(plan.diagnostics.all.map(\.code) == [.withdrawnBySource])
    #expect(plan.diagnostics.all[0].related.map(\.location.file) == ["framework/competencies.csv"])
    #expect(plan.filteredCount == 1 && plan.files.isEmpty)
    #expect(district.framework.competency("MA.1") != nil)
  }
}
