import CPango

extension ShapingStyle {
  /// Adds the style to an attribute list, for the bytes from `start` to `end`.
  func insertAttributes(into list: OpaquePointer, from start: UInt32, to end: UInt32) {
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
      Self.insert(attribute, into: list, from: start, to: end)
    }
    let description = pango_font_description_new()
    pango_font_description_set_family(description, family)
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, PangoWeight(UInt32(weight)))
    pango_font_description_set_style(
      description, isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    add(pango_attr_font_desc_new(description))
    pango_font_description_free(description)
    add(pango_attr_language_new(pango_language_from_string(language)))
    add(pango_attr_insert_hyphens_new(0))
    if !features.isEmpty { add(pango_attr_font_features_new(features)) }
    if letterSpacing != 0 {
      add(pango_attr_letter_spacing_new(Int32((letterSpacing * Double(PANGO_SCALE)).rounded())))
    }
  }

  /// Hands one attribute over to a list, for the bytes from `start` to `end`.
  static func insert(
    _ attribute: UnsafeMutablePointer<PangoAttribute>?, into list: OpaquePointer,
    from start: UInt32, to end: UInt32
  ) {
    guard let attribute else { return }
    attribute.pointee.start_index = start
    attribute.pointee.end_index = end
    pango_attr_list_insert(list, attribute)
  }
}
