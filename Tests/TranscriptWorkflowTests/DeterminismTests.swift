import Foundation
import Testing
import TranscriptModel

@testable import TranscriptWorkflow

private let hasResources =
  FileManager.default.fileExists(atPath: Project.folders.fonts + "/stamp")
  && FileManager.default.fileExists(atPath: Project.folders.colorProfile)

/// Invariant 9 for the PDFs: the same bytes on any number of workers, in any order.
@Suite("Same bytes", .enabled(if: hasResources, "run fonts/prepare; install icc-profiles-free"))
struct DeterminismTests {
  private typealias Files = [Identifier<Student>: [UInt8]]

  /// Renders with one worker's set of renderers, in the order of `records`.
  private static func pdfs(
    _ records: [FrozenRecord], resources: DocumentResources
  ) throws -> Files {
    let documents = try StudentDocuments(resources: resources)
    var files: Files = [:]
    for record in records {
      let made = try documents.files(
        for: record, kinds: [.pdf],
        delivery: PlannedDelivery(answer: nil, options: ExchangeOptions()))
      files[record.record.student.id] = made.bytes[.pdf]
    }
    return files
  }

  /// Students whose narratives have a line that only just fits, and all with a name in a script
  /// of their own.
  private static func records() throws -> [FrozenRecord] {
    let ready = try #require(Project.load(try Project.example("thistlemere")).ready)
    let chosen = ready.district.students.filter {
      ["27024", "27042"].contains($0.id.code) || $0.preferredName != nil
    }
    return chosen.prefix(10).compactMap { student in
      RecordAssembly(district: ready.district, policy: ready.engine.policyReference).frozen(
        for: ready.resolve(student, asOf: Project.day),
        request: .init(status: .official, issuedOn: Project.day))
    }
  }

  @Test func `Two workers write the bytes of one alone, whatever the order`() async throws {
    let records = try Self.records()
    #expect(records.count > 3)
    let resources = try DocumentResources(
      kinds: [.pdf], folders: Project.folders, world: SystemWorld())
    // A renderer of its own for each student: no student comes after another.
    var expected: Files = [:]
    for record in records {
      expected.merge(try Self.pdfs([record], resources: resources)) { $1 }
    }
    #expect(expected.count == records.count)
    for seed in UInt64(1)...3 {
      try await withThrowingTaskGroup(of: Files.self) { group in
        for worker in UInt64(0)..<2 {
          var random = SeededGenerator(seed: seed * 2 + worker)
          let order = records.shuffled(using: &random)
          group.addTask { try Self.pdfs(order, resources: resources) }
        }
        for try await files in group { #expect(files == expected) }
      }
    }
  }
}
