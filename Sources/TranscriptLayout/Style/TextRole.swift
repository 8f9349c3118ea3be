/// How the text of one role is set and coloured.
struct TextRole: Hashable, Sendable {
  var style: TextStyle
  var color: RGBColor
  /// Distance between baselines in points.
  var leading: Double
}
