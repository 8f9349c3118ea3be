import Diagnostics
import TranscriptModel

/// `district.yaml`: who issues transcripts.
struct ProfileFile {
  private let problems: YAMLProblems

  init(_ problems: YAMLProblems) { self.problems = problems }

  func profile(_ root: PolicyNode) -> DistrictProfile? {
    guard var map = YAMLMapping(root, name: "district.yaml", problems) else { return nil }
    let district = map.requiredText("district")
    let fictional = map.flag("fictional") ?? false
    let accent = accent(&map)
    let school = map.requiredMapping("school").flatMap { self.school($0) }
    let signatory = map.requiredMapping("signatory").flatMap { self.signatory($0) }
    let numbers = documentNumbers(&map)
    let url = map.text("profile_url")
    map.finish()
    guard let district, let school, let signatory else { return nil }
    return DistrictProfile(
      district: district, isFictional: fictional, accent: accent, school: school,
      signatory: signatory, documentNumbers: numbers, profileURL: url)
  }

  /// The default accent is a dark green that holds 7:1 on white.
  private func accent(_ map: inout YAMLMapping) -> String {
    guard let node = map.value("accent"), let text = map.text(of: node, "accent") else {
      return "#12524B"
    }
    guard let color = AccentColor(text) else {
      map.report(
        .malformedColor, node, "accent is not a colour written #RRGGBB",
        hint: "write it in quotes, like \"#12524B\"")
      return text
    }
    if !color.isReadableOnWhite {
      map.report(
        .lowContrast, node,
        "accent has a contrast of \(color.contrastText):1 on white; 7:1 is the least",
        hint: "choose a darker colour")
    }
    return text
  }

  private func documentNumbers(_ map: inout YAMLMapping) -> String {
    guard let node = map.value("document_numbers"),
      let text = map.text(of: node, "document_numbers")
    else { return "{class_of}-{digest}" }
    let fields = text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1)
      .compactMap { $0.split(separator: "}").first.map(String.init) }
    let known = ["class_of", "student_id", "digest"]
    for field in fields where !known.contains(field) {
      map.report(
        .unknownField, node, "document_numbers has no field \"{\(field)}\"",
        hint: "use {class_of}, {student_id} and {digest}")
    }
    if !fields.contains("digest") {
      map.report(
        .unknownField, node, "document_numbers lacks {digest}, so two documents would share one",
        hint: "add {digest}")
    }
    return text
  }

  private func signatory(_ map: YAMLMapping) -> Signatory? {
    var map = map
    let name = map.requiredText("name")
    let office = map.requiredText("office")
    map.finish()
    guard let name, let office else { return nil }
    return Signatory(name: name, office: office)
  }

  private func school(_ map: YAMLMapping) -> School? {
    var map = map
    let name = map.requiredText("name")
    if let level = map.value("level"), level.text != "HighSchool" {
      map.report(
        .unknownWord, level,
        "level must be HighSchool: a high school transcript is what is written",
        hint: "write HighSchool")
    }
    let address = map.texts("address").map(\.text)
    let city = map.requiredText("city")
    let state = state(&map)
    let postal = map.requiredText("postal_code")
    let ceeb = digits(&map, "ceeb", count: 6)
    let act = digits(&map, "act", count: 6)
    let ncessch = digits(&map, "ncessch", count: 12)
    let (phone, email, web) = (map.text("phone"), map.text("email"), map.text("web"))
    let monogram = monogram(&map, school: name)
    let crest = crest(&map)
    map.finish()
    guard let name, let city, let state, let postal else { return nil }
    return School(
      name: name, address: address, city: city, state: state, postalCode: postal, phone: phone,
      email: email, web: web, ceeb: ceeb, act: act, ncessch: ncessch, monogram: monogram,
      crest: crest)
  }

  private func state(_ map: inout YAMLMapping) -> String? {
    guard let node = map.required("state"), let text = map.text(of: node, "state") else {
      return nil
    }
    if text.utf8.count != 2 || !text.utf8.allSatisfy({ (65...90).contains($0) }) {
      map.report(
        .malformedCode, node, "state is not the postal code of a state",
        hint: "write its two capital letters, such as CT")
    }
    return text
  }

  private func monogram(_ map: inout YAMLMapping, school: String?) -> String {
    guard let node = map.value("monogram"), let text = map.text(of: node, "monogram") else {
      return String((school ?? "").prefix(1))
    }
    if text.count > 2 {
      map.report(
        .malformedCode, node, "monogram has more than two letters", hint: "write one or two")
    }
    return text
  }

  private func crest(_ map: inout YAMLMapping) -> String? {
    guard let node = map.value("crest"), let text = map.text(of: node, "crest") else { return nil }
    if Crest(path: text) == nil {
      map.report(
        .malformedCode, node, "crest is not a path in a square of 40 by 40",
        hint: "write the `d` of an SVG path with viewBox 0 0 40 40, of the commands M, L, H, V, C "
          + "and Z, in quotes")
    }
    return text
  }

  private func digits(_ map: inout YAMLMapping, _ key: String, count: Int) -> String? {
    guard let node = map.value(key), let text = map.text(of: node, key) else { return nil }
    if text.utf8.count != count || !text.utf8.allSatisfy({ (48...57).contains($0) }) {
      map.report(
        .malformedCode, node, "\(key) does not have \(count) digits",
        hint: "write all \(count) digits, in quotes so that leading zeros stay")
    }
    return text
  }
}
