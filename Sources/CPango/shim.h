#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

#include "sha256.h"

// GObject's cast macros do not import into Swift, so the functions that need one are wrapped.

static inline PangoFontMap *ck_font_map_new(FcConfig *config) {
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (map == NULL) return NULL;
  pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
  pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
  return map;
}

static inline cairo_scaled_font_t *ck_font_scaled_font(PangoFont *font) {
  return pango_cairo_font_get_scaled_font((PangoCairoFont *)font);
}

// The path of the font's file, owned by the font's pattern; NULL if it has none.
static inline const char *ck_font_file(PangoFont *font) {
  FcPattern *pattern = pango_fc_font_get_pattern((PangoFcFont *)font);
  FcChar8 *file = NULL;
  if (pattern == NULL || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
    return NULL;
  return (const char *)file;
}

// The font's glyph for a space; 0 if it has none.
static inline unsigned int ck_font_space_glyph(PangoFont *font) {
  hb_font_t *shape = pango_font_get_hb_font(font);
  hb_codepoint_t glyph = 0;
  if (shape == NULL || !hb_font_get_nominal_glyph(shape, ' ', &glyph)) return 0;
  return glyph;
}

// The font size in points.
static inline double ck_scaled_font_size(cairo_scaled_font_t *font) {
  cairo_matrix_t matrix;
  cairo_scaled_font_get_font_matrix(font, &matrix);
  return matrix.xx;
}
