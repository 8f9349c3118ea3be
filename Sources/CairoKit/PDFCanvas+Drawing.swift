import CCairo

extension PDFCanvas {
  /// Draws a shaped run with its origin at a point of the baseline.
  public mutating func show(
    run number: Int, of engine: TextEngine, x: Double, y: Double, color: Color
  ) {
    guard canDraw("show", isFinite: x.isFinite && y.isFinite && color.isFinite) else { return }
    guard let run = engine.shapedRun(number) else { return keep(.unknownRun(number)) }
    use(color)
    placedGlyphs.removeAll(keepingCapacity: true)
    for glyph in run.glyphs {
      placedGlyphs.append(cairo_glyph_t(index: glyph.index, x: glyph.x + x, y: glyph.y + y))
    }
    showPlacedGlyphs(of: run)
    check("cairo_show_text_glyphs")
  }

  private mutating func showPlacedGlyphs(of run: ShapedRun) {
    let isNewFont = scaledFont != run.scaledFont
    scaledFont = run.scaledFont
    let (context, glyphs) = (context, placedGlyphs)
    FontAccess.exclusively {
      if isNewFont { cairo_set_scaled_font(context, run.scaledFont) }
      cairo_show_text_glyphs(
        context, run.text, Int32(run.text.count), glyphs, Int32(glyphs.count),
        run.clusters, Int32(run.clusters.count),
        run.isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
    }
  }

  /// Draws a shaped line whose left edge and baseline are given; one colour a span.
  ///
  /// A line with missing glyphs is refused, because it would validate and yet lose characters.
  public mutating func show(
    _ line: ShapedLine, of engine: TextEngine, x: Double, y: Double, colors: [Color]
  ) {
    guard line.missing.isEmpty else {
      return keep(.missingGlyphs(characters: line.missing, text: line.text))
    }
    for piece in line.pieces {
      let color = colors.indices.contains(piece.span) ? colors[piece.span] : .black
      show(run: piece.run, of: engine, x: x + piece.x, y: y, color: color)
    }
  }

  /// Fills a path, by the non-zero winding rule unless `evenOdd`.
  public mutating func fill(_ path: [PathElement], color: Color, evenOdd: Bool = false) {
    guard canDraw("fill", isFinite: color.isFinite && path.allSatisfy(\.isFinite)) else { return }
    use(color)
    cairo_set_fill_rule(context, evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    trace(path)
    cairo_fill(context)
    check("cairo_fill")
  }

  /// Strokes a path with butt ends and mitred corners; `lineWidth` in points, above 0.
  public mutating func stroke(_ path: [PathElement], lineWidth: Double, color: Color) {
    let isFinite = lineWidth.isFinite && color.isFinite && path.allSatisfy(\.isFinite)
    guard canDraw("stroke", isFinite: isFinite) else { return }
    use(color)
    cairo_set_line_width(context, lineWidth)
    trace(path)
    cairo_stroke(context)
    check("cairo_stroke")
  }

  /// Draws only inside a rectangle until `restoreState`.
  public mutating func saveState(clippedTo rectangle: Rectangle) {
    guard canDraw("saveState", isFinite: rectangle.isFinite) else { return }
    cairo_save(context)
    cairo_rectangle(context, rectangle.x, rectangle.y, rectangle.width, rectangle.height)
    cairo_clip(context)
    check("cairo_clip")
  }

  /// Ends the clip of the last `saveState`.
  public mutating func restoreState() {
    cairo_restore(context)
    forgetState()
    check("cairo_restore")
  }

  private func trace(_ path: [PathElement]) {
    for element in path {
      switch element {
      case .move(let x, let y): cairo_move_to(context, x, y)
      case .line(let x, let y): cairo_line_to(context, x, y)
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        cairo_curve_to(context, x1, y1, x2, y2, x, y)
      case .circle(let x, let y, let radius):
        cairo_new_sub_path(context)
        cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
        cairo_close_path(context)
      case .rectangle(let box): cairo_rectangle(context, box.x, box.y, box.width, box.height)
      case .close: cairo_close_path(context)
      }
    }
  }
}
