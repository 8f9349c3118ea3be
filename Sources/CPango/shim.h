#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

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
