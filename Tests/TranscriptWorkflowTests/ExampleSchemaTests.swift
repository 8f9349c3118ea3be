import AttainmentEngine
import Foundation
import Testing
import TranscriptImport
import TranscriptJSON
import TranscriptModel
import TranscriptPESC

@testable import TranscriptWorkflow

/// The XML of every student of the example, in every version.
@Suite struct ExampleSchemaTests {
  private static let schemas: URL? = {
    let folder = Project.root.deletingLastPathComponent().appending(path: "shared/schemas/pesc")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  private static func files(_ version: PESCVersion) throws -> [String: [UInt8]] {
    let folder = try #require(schemas).appending(path: "hst-\(version.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        (name, Array(try Data(contentsOf: folder.appending(path: name))))
      })
  }

  private static func records() throws -> [TranscriptRecord] { try frozen().map(\.record) }

  private static func frozen() throws -> [FrozenRecord] {
    let world = MemoryWorld(try Project.example("thistlemere"))
    let ready = try #require(
      DistrictLoading(world: world).load("district", asOf: Project.day).ready)
    let request = RecordAssembly.Request(status: .official, issuedOn: Project.day)
    return try ready.district.students.map { student in
      let resolution = ready.resolve(student, asOf: Project.day)
      return try #require(ready.assembly.frozen(for: resolution, request: request))
    }
  }

  @Test func `JSON that was completed with its number is that of the numbered record`() throws {
    for frozen in try Self.frozen() {
      #expect(frozen.json == RecordJSON(frozen.record).bytes, "\(frozen.record.student.id)")
    }
  }

  @Test func `A class's figures by marks alone are those of whole resolutions`() throws {
    let ready = try #require(Project.load(try Project.example("thistlemere")).ready)
    let figures = ready.classFigures(of: 2026, asOf: Project.day)
    let day = ready.engine.honorsDay(Project.day, classOf: 2026)
    let alone = ready.classmates(of: 2026).compactMap { student in
      ready.engine.figure(of: student, file: ready.district.file(of: student.id), asOf: day)
    }
    #expect(!figures.isEmpty)
    #expect(ready.engine.merged([alone]) == figures)
  }

  @Test(.enabled(if: schemas != nil, "the shared folder with PESC's schemas is missing"))
  func `Every student's XML satisfies PESC's own schemas in every version`() throws {
    let records = try Self.records()
    #expect(records.count == 41)
    for version in PESCVersion.allCases {
      let exporter = PESCExporter(
        schemas: try PESCSchemas(version: version, pescFiles: Self.files(version)))
      for record in records {
        for includesExtension in [true, false] {
          // It throws what a schema refuses, and each fact that is stated otherwise.
          _ = try exporter.checkedDocument(
            for: record,
            delivery: PESCDelivery(
              createdAt: PESCTimestamp(startOf: Project.day), includesExtension: includesExtension))
        }
      }
    }
  }

  @Test func `A record's file is read back as the record, for every student`() throws {
    let exporter = PESCExporter(schemas: try PESCSchemas(version: .v1_3_0))
    for record in try Self.records() {
      let bytes = RecordJSON(record).bytes
      let again = try RecordReader.record(try JSONFile.read(bytes, path: "record.json"))
      #expect(RecordJSON(again).bytes == bytes, "\(record.student.id)")
      let document = try exporter.document(
        for: record, delivery: PESCDelivery(createdAt: PESCTimestamp(startOf: Project.day)))
      #expect(
        try DocumentComparison.differences(in: document.bytes, name: "x.xml", from: again) == [])
    }
  }
}
