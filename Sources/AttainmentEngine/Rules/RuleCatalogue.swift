import Diagnostics
import TranscriptModel

/// Every rule there is, by name; the policy's specifications become rules here.
public struct RuleCatalogue: Sendable {
  static let evidenceRules: [any EvidenceRule.Type] = [
    HighestInDistinct.self, Highest.self, MostRecent.self, AtLevelInDistinct.self,
    TimesAtMastery.self, BestOfRequired.self, Mode.self, Median.self, MeanOfLast.self,
    MeanOfBest.self, WeightedAverage.self, DecayingAverage.self, PowerLaw.self,
  ]
  static let childRules: [any ChildRule.Type] = [
    AllChildren.self, AtLeastChildren.self, ShareAtOrAbove.self, RequiredPlusPoints.self,
    WeightedThreshold.self,
  ]

  /// What each rule's file says about it: rules over evidence, over children, trees.
  public static var documentation: [RuleDocumentation] {
    evidenceRules.map { $0.documentation } + childRules.map { $0.documentation }
      + RuleTree.Kind.allCases.map(\.documentation)
  }

  /// Options that every rule over evidence has besides its own.
  public static var evidenceOptions: [RuleDocumentation.Option] { EvidenceConditions.documentation }

  /// Options that every rule over children has besides its own.
  public static var childOptions: [RuleDocumentation.Option] { ChildDecider.documentation }

  /// Reads one rule; `nil` when it cannot be read, which is then reported.
  static func compile(
    _ options: RuleOptions, reporting diagnostics: inout DiagnosticList
  ) -> CompiledRule? {
    var options = options
    defer { diagnostics.add(contentsOf: options.diagnostics) }
    guard let rule = read(&options) else { return nil }
    options.reportUnknown()
    return options.diagnostics.hasErrors ? nil : rule
  }

  private static func read(_ options: inout RuleOptions) -> CompiledRule? {
    let name = options.specification.name
    if let type = evidenceRules.first(where: { $0.documentation.name == name }) {
      return .evidence(EvidenceDecider(type, reading: &options))
    }
    if let type = childRules.first(where: { $0.documentation.name == name }) {
      return .children(ChildDecider(type, reading: &options))
    }
    if let kind = RuleTree.Kind(rawValue: name) {
      return .tree(RuleTree(kind: kind, parts: parts(&options)))
    }
    reportUnknownRule(&options)
    return nil
  }

  private static func parts(_ options: inout RuleOptions) -> [CompiledRule] {
    guard let node = options.node("rules"), let items = node.items, !items.isEmpty else {
      options.reportMissing("rules", "a list of rules")
      return []
    }
    return items.compactMap { item in
      guard let name = item["rule"]?.text ?? item.text else {
        options.report(item, "rules", "rules, each with its name under rule")
        return nil
      }
      var inner = DiagnosticList()
      let nested = options.nested(RuleSpecification(name: name, options: item))
      let rule = compile(nested, reporting: &inner)
      options.add(contentsOf: inner)
      return rule
    }
  }

  private static func reportUnknownRule(_ options: inout RuleOptions) {
    let name = options.specification.name
    let names = documentation.map(\.name)
    let location = options.specification.options["rule"]?.location ?? options.specification.location
    var found = DiagnosticList()
    found.add(
      Diagnostic(
        AttainmentDiagnostic.unknownRule, at: location, "there is no rule \"\(name)\"",
        excerpt: Excerpt(cell: name),
        hint: "write \(NearestName.find(name, in: names) ?? names.joined(separator: ", "))"))
    options.add(contentsOf: found)
  }
}
