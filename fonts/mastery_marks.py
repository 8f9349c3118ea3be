"""Draws MasteryMarks, the private font of level dots, squares and status marks.

Each code point leads to an empty glyph, which the feature `ccmp` replaces by the drawn one. The
drawn glyphs thus have no code point of their own, and a PDF can say what each of them reads as
("●●●○") in its table of characters, without marking every single one.

Its sizes are those of the text beside it: 1,800 units an em make 200 units a point at 9 points,
and 18 pt / 11 units at the 11 points of a family report. The code points are those of `MarkGlyph`.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from math import cos, pi, sin

UNITS_PER_EM = 1800
PT9 = 200  # units in a point where the text is 9 points
PT11 = UNITS_PER_EM / 11  # the same at 11 points

DOT, DOT_GAP, DOT_BOTTOM, RING = 5.2 * PT9, 1.7 * PT9, 0.55 * PT9, 0.7 * PT9
SQUARE, SQUARE_PITCH, SQUARE_BOTTOM = 6.2 * PT9, 8 * PT9, 0.1 * PT9
MARK, MARK_RING, CAP_HEIGHT = 9.2 * PT11, 1.1 * PT11, 0.714 * UNITS_PER_EM


def polygon(pen, points, hole=False):
    """Draws a closed polygon given anticlockwise; a hole keeps that direction."""
    points = [(round(x), round(y)) for x, y in (points if hole else points[::-1])]
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def circle(pen, x, y, radius, hole=False):
    """Draws a circle of eight quadratic arcs; all its points are off the curve."""
    outer = radius / cos(pi / 8)
    angles = [pi / 8 + i * pi / 4 for i in range(8)]
    points = [(round(x + outer * cos(a)), round(y + outer * sin(a))) for a in angles]
    pen.qCurveTo(*(points if hole else points[::-1]), None)
    pen.closePath()


def stroke(pen, points, width, hole=False):
    """Draws a thick open path of two segments, mitred at the middle and square at the ends."""
    (ax, ay), (bx, by), (cx, cy) = points
    half = width / 2

    def normal(x0, y0, x1, y1):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        return -(y1 - y0) / length, (x1 - x0) / length

    n1, n2 = normal(ax, ay, bx, by), normal(bx, by, cx, cy)
    scale = half / (1 + n1[0] * n2[0] + n1[1] * n2[1])
    mx, my = (n1[0] + n2[0]) * scale, (n1[1] + n2[1]) * scale
    left = [(ax + n1[0] * half, ay + n1[1] * half), (bx + mx, by + my),
            (cx + n2[0] * half, cy + n2[1] * half)]
    right = [(cx - n2[0] * half, cy - n2[1] * half), (bx - mx, by - my),
             (ax - n1[0] * half, ay - n1[1] * half)]
    polygon(pen, (left + right)[::-1], hole)


def rectangle(pen, x, y, width, height, hole=False):
    polygon(pen, [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], hole)


def level_dots(pen, filled, total, mirrored):
    for index in range(total):
        x, y = index * (DOT + DOT_GAP) + DOT / 2, DOT_BOTTOM + DOT / 2
        circle(pen, x, y, DOT / 2)
        place = total - 1 - index if mirrored else index
        if place >= filled:
            circle(pen, x, y, DOT / 2 - RING, hole=True)
    return total * DOT + (total - 1) * DOT_GAP


def square(pen, solid):
    rectangle(pen, 0, SQUARE_BOTTOM, SQUARE, SQUARE)
    if not solid:
        rectangle(pen, RING, SQUARE_BOTTOM + RING, SQUARE - 2 * RING, SQUARE - 2 * RING, hole=True)
    return SQUARE_PITCH


def needs(pen):
    x, y = MARK / 2, CAP_HEIGHT / 2
    circle(pen, x, y, MARK / 2)
    circle(pen, x, y, MARK / 2 - MARK_RING, hole=True)
    rectangle(pen, x - MARK * 0.06, y - MARK * 0.06, MARK * 0.12, MARK * 0.32)
    circle(pen, x, y - MARK * 0.19, MARK * 0.075)
    return MARK


def check_points(x, y, size):
    return [(x - size * 0.24, y - size * 0.01), (x - size * 0.07, y - size * 0.19),
            (x + size * 0.25, y + size * 0.19)]


def on_track(pen):
    x, y = MARK / 2, CAP_HEIGHT / 2
    circle(pen, x, y, MARK / 2)
    stroke(pen, check_points(x, y, MARK), MARK * 0.11, hole=True)
    return MARK


def ahead(pen):
    x, y = MARK / 2, CAP_HEIGHT / 2
    circle(pen, x, y, MARK / 2)
    half = MARK * 0.055
    arrow = [(-half, -0.27 * MARK), (half, -0.27 * MARK), (half, 0.0), (0.2 * MARK, 0.0),
             (0.0, 0.28 * MARK), (-0.2 * MARK, 0.0), (-half, 0.0)]
    polygon(pen, [(x + dx, y + dy) for dx, dy in arrow], hole=True)
    return MARK


def check(pen):
    stroke(pen, check_points(MARK / 2, CAP_HEIGHT / 2, MARK), MARK * 0.11)
    return MARK


def notdef(pen):
    square(pen, solid=False)
    return SQUARE_PITCH


def drawings():
    """The glyphs: name, code point or None, and what draws it and returns its advance."""
    yield ".notdef", None, notdef
    yield "space", 0x20, lambda pen: SQUARE_PITCH / 2
    for total in range(2, 9):
        for filled in range(total + 1):
            for base, suffix, mirrored in ((0xE000, "", False), (0xE100, ".rtl", True)):
                yield (f"dots{filled}of{total}{suffix}", base + (total << 4 | filled),
                       lambda pen, f=filled, t=total, m=mirrored: level_dots(pen, f, t, m))
    yield "square.hollow", 0xE200, lambda pen: square(pen, solid=False)
    yield "square.solid", 0xE201, lambda pen: square(pen, solid=True)
    yield "needs", 0xE210, needs
    yield "onTrack", 0xE211, on_track
    yield "ahead", 0xE212, ahead
    yield "check", 0xE213, check


def write_mastery_marks(path):
    glyphs, advances, cmap, order, rules = {}, {}, {}, [], []

    def add(name, draw):
        pen = TTGlyphPen(None)
        advances[name] = round(draw(pen))
        glyphs[name] = pen.glyph()
        order.append(name)

    for name, code, draw in drawings():
        if code is None or code == 0x20:
            add(name, draw)
        else:
            add(name + ".code", lambda pen: 0)
            add(name, draw)
            rules.append(f"sub {name}.code by {name};")
        if code is not None:
            cmap[code] = name if code == 0x20 else name + ".code"
    font = FontBuilder(UNITS_PER_EM, isTTF=True)
    font.setupGlyphOrder(order)
    font.setupCharacterMap(cmap)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics({
        name: (advances[name], getattr(glyphs[name], "xMin", 0)) for name in order
    })
    font.setupHorizontalHeader(ascent=1400, descent=-400)
    font.setupNameTable({
        "familyName": "MasteryMarks", "styleName": "Regular", "fullName": "MasteryMarks",
        "psName": "MasteryMarks-Regular", "uniqueFontIdentifier": "MasteryMarks 1.000",
        "version": "Version 1.000",
    }, mac=False)
    font.setupOS2(sTypoAscender=1400, sTypoDescender=-400, usWinAscent=1400, usWinDescent=400,
                  fsType=0, fsSelection=0x40)
    font.setupPost(keepGlyphNames=False)
    font.addOpenTypeFeatures("feature ccmp { " + " ".join(rules) + " } ccmp;")
    # 1 January 2020 in the font epoch of 1904: the bytes must not depend on the day.
    font.updateHead(created=3660681600, modified=3660681600, fontRevision=1.0)
    font.font.recalcTimestamp = False
    font.font.save(path)
