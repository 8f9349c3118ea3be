import Glibc

/// One measured number, with the bar that it is held against where there is one.
struct Measurement {
  /// A bar of the project.
  enum Bar {
    case atMost(Double)
    case atLeast(Double)
  }

  let scenario: String
  let name: String
  let value: Double
  let unit: String
  var bar: Bar?

  /// How much better than the bar: 1 or more meets it.
  var ratio: Double? {
    switch bar {
    case .atMost(let most): value > 0 ? most / value : nil
    case .atLeast(let least): least > 0 ? value / least : nil
    case nil: nil
    }
  }
}

/// Measurements as a table for people or JSON for scripts.
struct MeasurementTable {
  var rows: [Measurement] = []
  /// What has to be equal in every run, by scenario.
  var digests: [(scenario: String, digest: String)] = []

  mutating func add(
    _ scenario: String, _ name: String, _ value: Double, _ unit: String,
    bar: Measurement.Bar? = nil
  ) {
    rows.append(
      Measurement(scenario: scenario, name: name, value: value, unit: unit, bar: bar))
  }

  var text: String {
    let width = rows.map { "\($0.scenario) \($0.name)".count }.max() ?? 0
    let lines = rows.map { row in
      let title = "\(row.scenario) \(row.name)"
      let value = Self.number(row.value)
      var line = title + String(repeating: " ", count: width - title.count)
      line += String(repeating: " ", count: max(1, 12 - value.count)) + value + " " + row.unit
      guard let bar = row.bar, let ratio = row.ratio else { return line }
      line += String(repeating: " ", count: max(1, width + 24 - line.count)) + Self.words(bar)
      return line + (ratio >= 1 ? "  met, " : "  MISSED, ") + Self.number(ratio) + " of the bar"
    }
    return (lines + digests.map { "\($0.scenario) digest \($0.digest)" }).joined(separator: "\n")
  }

  var json: String {
    let lines = rows.map { row in
      var text = "{\"scenario\":\"\(row.scenario)\",\"name\":\"\(row.name)\","
      text += "\"value\":\(Self.number(row.value)),\"unit\":\"\(row.unit)\""
      switch row.bar {
      case .atMost(let bar): text += ",\"atMost\":\(Self.number(bar))"
      case .atLeast(let bar): text += ",\"atLeast\":\(Self.number(bar))"
      case nil: break
      }
      return text + "}"
    }
    let digests = digests.map { "\"\($0.scenario)\":\"\($0.digest)\"" }
    return "{\"measurements\":[\n" + lines.joined(separator: ",\n") + "\n],\"digests\":{"
      + digests.joined(separator: ",") + "}}"
  }

  private static func words(_ bar: Measurement.Bar) -> String {
    switch bar {
    case .atMost(let most): "bar: at most \(number(most))"
    case .atLeast(let least): "bar: at least \(number(least))"
    }
  }

  /// Three decimals below 10, two below 100, one above.
  static func number(_ value: Double) -> String {
    let places = abs(value) < 10 ? 3 : abs(value) < 100 ? 2 : 1
    let scale = [1, 10, 100, 1_000][places]
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    return (value < 0 ? "-" : "") + String(scaled / scale) + "."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
