import Diagnostics
import TranscriptModel
import Yams

/// A YAML file as a located value in which every scalar is still what was typed.
struct YAMLFile {
  let file: InputFile
  let root: PolicyNode

  /// Reads the file; `nil` when it cannot be read, with the reason in `findings`.
  init?(_ file: InputFile, limits: ImportLimits, _ findings: inout Findings) {
    self.file = file
    if let problem = EncodingCheck.textProblem(with: file) ?? YAMLGuard(limits).problem(in: file) {
      findings.add(problem)
      return nil
    }
    do {
      let text = file.text(file.textStart..<file.bytes.count)
      let parser = try Parser(yaml: text)
      guard let node = try parser.singleRoot() else {
        findings.add(
          Diagnostic(
            .missingKey, at: SourceLocation(file: file.path), "the file holds nothing",
            hint: "docs/district-format.md shows what it should hold"))
        return nil
      }
      var left = limits.values
      // Nodes hold their anchors weakly; the parser is what keeps them.
      root = try withExtendedLifetime(parser) {
        try Self.convert(node, file, left: &left)
      }
    } catch let error as YamlError {
      findings.add(error.diagnostic(in: file))
      return nil
    } catch let problem as Diagnostic {
      findings.add(problem)
      return nil
    } catch {
      findings.add(
        Diagnostic(.yamlSyntax, at: SourceLocation(file: file.path), "the file is not YAML"))
      return nil
    }
  }

  private static func convert(_ node: Node, _ file: InputFile, left: inout Int) throws -> PolicyNode
  {
    let mark = node.mark
    let location = SourceLocation(file: file.path, line: mark?.line ?? 0, column: mark?.column ?? 0)
    left -= 1
    guard left > 0 else { throw YAMLGuard.tooDeep(location, "holds too many values") }
    guard node.anchor == nil else {
      throw Diagnostic(
        .yamlAlias, at: location, "anchors and aliases (& and *) are not read",
        excerpt: file.excerpt(line: location.line, column: location.column),
        hint: "write the value out in each place")
    }
    switch node {
    case .scalar(let scalar): return PolicyNode(.scalar(scalar.string.composed), at: location)
    case .sequence(let sequence):
      var items: [PolicyNode] = []
      for item in sequence { items.append(try convert(item, file, left: &left)) }
      return PolicyNode(.list(items), at: location)
    case .mapping(let mapping):
      var members: [PolicyNode.Member] = []
      for (key, value) in mapping {
        let key = try convert(key, file, left: &left)
        members.append(
          .init(
            key: key.text ?? "", location: key.location,
            value: try convert(value, file, left: &left)))
      }
      return PolicyNode(.mapping(members), at: location)
    case .alias: return PolicyNode(.scalar(""), at: location)
    }
  }
}

extension YamlError {
  /// The parser's complaint with the line that it is about.
  func diagnostic(in file: InputFile) -> Diagnostic {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let line = mark.line
      return Diagnostic(
        .yamlSyntax, at: SourceLocation(file: file.path, line: line, column: mark.column),
        "this is not YAML: \(problem)",
        excerpt: file.excerpt(line: line, column: mark.column),
        hint: "check the indentation (spaces only), the colon with a space after it, and quotes")
    case .duplicatedKeysInMapping(let keys, let context):
      let mark = context.mark
      return Diagnostic(
        .duplicateKey, at: SourceLocation(file: file.path, line: mark.line, column: mark.column),
        "the key \"\(keys.first ?? "")\" is there twice in one mapping",
        excerpt: file.excerpt(line: mark.line, column: mark.column, length: keys.first?.count ?? 1),
        hint: "remove one of the two")
    default:
      return Diagnostic(
        .yamlSyntax, at: SourceLocation(file: file.path), "the file is not YAML",
        hint: "save it again as plain text")
    }
  }
}

extension InputFile {
  /// A line with the marked part that begins at `column`.
  func excerpt(line: Int, column: Int, length: Int = 1) -> Excerpt? {
    let lines = text(textStart..<bytes.count).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard line >= 1, line <= lines.count else { return nil }
    return Excerpt(
      text: String(lines[line - 1]), markStart: max(0, column - 1), markLength: length)
  }
}
