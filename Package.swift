// swift-tools-version: 6.2
import PackageDescription

// Every target is built with the same settings; a warning is an error.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "mastery-transcript",
  products: [
    .executable(name: "mastery-transcript", targets: ["mastery-transcript"]),
    // What Benchmarks/ builds on.
    .library(
      name: "MasteryTranscript",
      targets: [
        "Diagnostics", "TranscriptModel", "TranscriptImport", "AttainmentEngine",
        "TranscriptLayout", "TranscriptJSON", "TranscriptPDF", "TranscriptPESC",
        "TranscriptWorkflow",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries: headers and shims only.
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),

    // Kits: the only Swift that touches C.
    .target(
      name: "CairoKit", dependencies: ["CCairo", "CPango", "CDeflate"], swiftSettings: settings),
    .target(name: "XMLKit", dependencies: ["CLibXML2"], swiftSettings: settings),

    // Stages.
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(
      name: "TranscriptModel",
      dependencies: ["Diagnostics", .product(name: "BigInt", package: "BigInt")],
      swiftSettings: settings),
    .target(
      name: "TranscriptImport",
      dependencies: [
        "Diagnostics", "TranscriptModel", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "AttainmentEngine", dependencies: ["Diagnostics", "TranscriptModel"],
      swiftSettings: settings),
    .target(
      name: "TranscriptLayout",
      dependencies: [
        "Diagnostics", "TranscriptModel", "XMLKit",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),

    // Exporters: each knows the record and one format.
    .target(
      name: "TranscriptJSON", dependencies: ["Diagnostics", "TranscriptModel"],
      swiftSettings: settings),
    .target(
      name: "TranscriptPDF", dependencies: ["Diagnostics", "TranscriptLayout", "CairoKit"],
      swiftSettings: settings),
    .target(
      name: "TranscriptPESC", dependencies: ["Diagnostics", "TranscriptModel", "XMLKit"],
      swiftSettings: settings),
    .target(
      name: "TranscriptELMO", dependencies: ["Diagnostics", "TranscriptModel", "XMLKit"],
      swiftSettings: settings),

    // The whole, and its front door.
    .target(
      name: "TranscriptWorkflow",
      dependencies: [
        "Diagnostics", "TranscriptModel", "TranscriptImport", "AttainmentEngine",
        "TranscriptLayout", "TranscriptJSON", "TranscriptPDF", "TranscriptPESC",
        "TranscriptELMO", "XMLKit", "CairoKit",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "mastery-transcript",
      dependencies: [
        "Diagnostics", "TranscriptModel", "TranscriptImport", "TranscriptWorkflow",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "generate-example",
      dependencies: [
        "TranscriptModel", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests, one target a target.
    .target(
      name: "CodeSamples", dependencies: ["Diagnostics"], path: "Tests/Support",
      swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "TranscriptModelTests", dependencies: ["TranscriptModel", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(name: "CairoKitTests", dependencies: ["CairoKit"], swiftSettings: settings),
    .testTarget(name: "XMLKitTests", dependencies: ["XMLKit"], swiftSettings: settings),
    .testTarget(
      name: "TranscriptImportTests",
      dependencies: ["TranscriptImport", "TranscriptModel", "Diagnostics"],
      exclude: ["Samples"],
      swiftSettings: settings),
    .testTarget(
      name: "AttainmentEngineTests",
      dependencies: [
        "CodeSamples", "AttainmentEngine", "TranscriptModel", "TranscriptImport", "Diagnostics",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptLayoutTests",
      dependencies: [
        "CodeSamples",
        "TranscriptLayout", "TranscriptModel", "Diagnostics", "XMLKit", "TranscriptPDF",
        "TranscriptWorkflow", "TranscriptImport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptJSONTests",
      dependencies: ["TranscriptJSON", "TranscriptModel", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptPDFTests",
      dependencies: [
        "CodeSamples",
        "TranscriptPDF", "TranscriptLayout", "TranscriptModel", "CairoKit", "Diagnostics",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptPESCTests",
      dependencies: ["CodeSamples", "TranscriptPESC", "TranscriptModel", "Diagnostics", "XMLKit"],
      swiftSettings: settings),
    .testTarget(
      name: "TranscriptELMOTests",
      dependencies: ["CodeSamples", "TranscriptELMO", "TranscriptModel", "Diagnostics", "XMLKit"],
      swiftSettings: settings),
    .testTarget(
      name: "GenerateExampleTests", dependencies: ["generate-example"], swiftSettings: settings),
    .testTarget(
      name: "TranscriptWorkflowTests",
      dependencies: [
        "CodeSamples",
        "TranscriptWorkflow", "TranscriptModel", "Diagnostics", "TranscriptImport",
        "AttainmentEngine", "TranscriptPESC", "TranscriptJSON", "TranscriptPDF",
        "TranscriptLayout", "XMLKit", "CairoKit",
      ],
      exclude: ["Goldens"],
      swiftSettings: settings),
  ]
)
