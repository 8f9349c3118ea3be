import TranscriptModel

/// At least so many children.
struct AtLeastChildren: ChildRule {
  static let documentation = RuleDocumentation(
    name: "at-least-children", title: "At least n children", family: .children,
    decides: "The highest level that at least n children reach or pass.",
    why: "Where students choose among objectives that are worth the same.",
    example: "n = 2 of Exemplary, Proficient, Developing: met at Proficient.",
    authority: "Waterbury, Connecticut: two passed assessments for a credit.",
    options: [.init("n", "1 to 100", standard: "must be given", "how many children")])

  /// How many children must reach the level.
  let number: Int

  init(reading options: inout RuleOptions) {
    number = options.count("n", in: 1...100, standard: 0)
    if options.specification.options["n"] == nil {
      options.reportMissing("n", "a whole number from 1 to 100")
    }
  }

  init(number: Int) { self.number = number }

  func statement(_ words: RuleWords) -> String {
    "the highest level that at least \(number) of \(words.those) reach"
  }

  func verdict(on view: ChildView) -> ChildVerdict {
    ChildVerdict(
      level: view.level { view.reaching($0) >= number },
      isMet: view.reaching(view.scale.bar) >= number, counted: view.met, needed: number)
  }

  func obstacle(in view: ChildView) -> String {
    "it asks for \(number) children, and there \(view.children.count == 1 ? "is" : "are") "
      + "\(view.children.count)"
  }

  func remedy(in view: ChildView) -> String { "write n: \(view.children.count)" }
}
