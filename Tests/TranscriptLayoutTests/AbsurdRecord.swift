// swift-format-ignore-file: NeverForceUnwrap

import TranscriptModel

/// A generator whose numbers depend on its seed alone.
///
/// SplitMix64, public domain.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Records that no school has: very long names, very many rows, nothing at all.
enum AbsurdRecord {
  static func make(_ random: inout SeededGenerator) -> TranscriptRecord {
    let name = text(&random, 1...60)
    let student = RecordStudent(
      id: "S-1", sasid: Bool.random(using: &random) ? "0000413295" : nil,
      legalName: LegalName(first: text(&random, 1...30), last: text(&random, 1...30)),
      displayName: name, birthDate: SampleRecord.day("2009-03-02"),
      gradeLevel: SampleRecord.grade(12), classOf: 2027,
      enrolledOn: SampleRecord.day("2023-08-28"))
    return SampleRecord.make(
      status: DocumentStatus.allCases.randomElement(using: &random) ?? .official,
      student: student, areas: areas(&random),
      graduationCompetencies: count(&random, 0...14).map { index in
        SampleRecord.competency(
          "g\(index)", text(&random, 3...70), level: index % 4, month: 5,
          shownIn: text(&random, 0...120))
      },
      courseGroups: courseGroups(&random), institutions: institutions(&random),
      gradePoints: Bool.random(using: &random) ? SampleRecord.gradePoints : nil,
      notations: count(&random, 0...12).map { _ in
        RecordNotation(
          kind: .award, title: text(&random, 3...400), detail: text(&random, 3...200),
          awardedOn: SampleRecord.day("2026-05-01"))
      },
      experiences: count(&random, 0...12).map { _ in
        RecordExperience(
          kind: .internship, title: text(&random, 3...100), description: text(&random, 3...700))
      },
      narrative: Bool.random(using: &random)
        ? RecordNarrative(text: text(&random, 0...6000), author: text(&random, 2...90)) : nil)
  }

  private static func count(_ random: inout SeededGenerator, _ range: ClosedRange<Int>) -> Range<
    Int
  > {
    0..<Int.random(in: range, using: &random)
  }

  private static func areas(_ random: inout SeededGenerator) -> [RecordArea] {
    let size = [1...8, 1...30, 40...70].randomElement(using: &random) ?? 1...8
    let length = [3...24, 3...80].randomElement(using: &random) ?? 3...24
    return count(&random, 0...14).map { area in
      RecordArea(
        id: Identifier("a\(area)"), title: text(&random, 3...50), shortTitle: "A",
        competencies: count(&random, size).map { index in
          SampleRecord.competency(
            "\(area)-\(index)", text(&random, length), level: index % 5 == 4 ? nil : index % 5,
            month: index % 12 + 1)
        })
    }
  }

  private static func courseGroups(_ random: inout SeededGenerator) -> [RecordCourseGroup] {
    count(&random, 0...6).map { index in
      let rows = count(&random, 1...24).map { _ in "\(text(&random, 3...70)):3:1" }
      return SampleRecord.courses(
        7 + index, rows.joined(separator: ","), inProgress: index == 5)
    }
  }

  private static func institutions(_ random: inout SeededGenerator) -> [RecordInstitution] {
    count(&random, 0...3).map { index in
      RecordInstitution(
        name: text(&random, 3...80), kind: .transfer,
        courses: count(&random, 1...40).map { row in
          RecordExternalCourse(
            id: Identifier("x\(index)-\(row)"), title: text(&random, 3...60),
            mark: text(&random, 1...14), credit: Rational(1, over: 3)!,
            earnedOn: SampleRecord.day("2025-06-10"), creditAreas: [])
        })
    }
  }

  /// Words of any length, a few of them longer than any column.
  private static func text(_ random: inout SeededGenerator, _ range: ClosedRange<Int>) -> String {
    let length = Int.random(in: range, using: &random)
    var text = ""
    while text.count < length {
      let size = Int.random(
        in: 1...(Int.random(in: 0...30, using: &random) == 0 ? 45 : 9), using: &random)
      if !text.isEmpty { text += " " }
      text += String(
        (0..<size).map { _ in "abcdefghijklmnopqrstuvwxyzéñç".randomElement(using: &random) ?? "x" }
      )
    }
    return String(text.prefix(length))
  }
}
