"""The same two pages as HTML for WeasyPrint."""
from html import escape

STYLE = """
@page { size: 612pt 792pt; margin: 40pt 42pt 54pt;
  @bottom-left { content: string(footer); font: 500 8pt "Noto Sans"; width: 60% }
  @bottom-right { content: string(end) " · Page " counter(page) " of " counter(pages);
    font: 500 8pt "Noto Sans"; width: 60% } }
body { font: 9pt/12pt "Noto Sans"; font-stretch: semi-condensed; color: #1B1D1F; margin: 0;
  font-variant-ligatures: none }
h1, h2 { font-family: Vollkorn; font-weight: 600; color: #12524B; margin: 0;
  font-variant-numeric: lining-nums }
h1 { font-size: 20pt; line-height: 24pt } h2 { font-size: 13.5pt; line-height: 16pt }
h3 { font-size: 9pt; margin: 0 }
.soft { color: #3F4549 } .strong { font-weight: 600 } .serif { font-family: Vollkorn; color: #12524B }
.name { font: 600 23pt/26pt Vollkorn } .figure { font: 24pt/26pt Vollkorn; color: #12524B }
.marks { font-family: Vollkorn } .narrative { font: 10.3pt/14pt Vollkorn }
.head { border-top: 0.9pt solid #12524B; display: flex; justify-content: space-between;
  margin-top: 6pt } .row { display: flex; gap: 22pt } .row > * { flex: 1 }
table { border-collapse: collapse; width: 100% } th { font: 500 8pt "Noto Sans"; text-align: left }
td, th { padding: 0 4pt 0 0 } .n { text-align: right } p, ul { margin: 0 } ul { padding: 0;
  list-style: none } .pages { break-before: page } .foot { string-set: footer content(text) }
.end { string-set: end content(text) } .hide { font-size: 0.1pt; color: white; line-height: 0 }
"""


def cell(text, style="", tag="td"):
    return f'<{tag} class="{style}">{escape(text)}</{tag}>'


def table(header, rows, styles):
    head = "".join(f'<th scope="col" class="{s}">{escape(h)}</th>' for h, s in zip(header, styles))
    body = "".join(
        "<tr>" + "".join(cell(t, s) for t, s in zip(row, styles)) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def head(title, note=""):
    return f'<div class="head"><h2>{escape(title)}</h2><span class="soft">{escape(note)}</span></div>'


def competencies(rows):
    body = "".join(
        f'<tr><td>{escape(r["name"])}'
        + (f'<br><span class="soft">{escape(r["under"])}</span>' if r["under"] else "")
        + f'</td><td class="marks">{r["marks"]}</td>'
        + f'<td class="{"strong" if r["strong"] else ""}">{escape(r["word"])}</td>'
        + f'<td class="n">{escape(r["date"])}</td></tr>' for r in rows)
    names = ["Competency", "Marks", "Level", "Date"]
    heads = "".join(f'<th scope="col">{n}</th>' for n in names)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def two(blocks):
    """Two columns of about the same length, set side by side: CSS columns cost ten times as much."""
    blocks = list(blocks)
    half = len(blocks) // 2
    left, right = "".join(blocks[:half]), "".join(blocks[half:])
    return f'<div class="row"><div>{left}</div><div>{right}</div></div>'


def page_one(c):
    facts = "".join(f'<div><span class="soft">{escape(a)}</span><br>{escape(b)}</div>' for a, b in c["facts"])
    figures = "".join(
        f'<div><span class="figure">{escape(f["value"])}</span> <span class="serif">{escape(f["tail"])}'
        f'</span><br>{"<br>".join(map(escape, f["lines"]))}</div>' for f in c["figures"])
    mastery = table(["Content area", "Not yet"] + c["labels"],
                    [[a["title"], a["below"], *a["columns"]] for a in c["areas"]],
                    ["", "marks"] + ["marks"] * len(c["labels"]))
    credits = table(["Category", "Earned", "In progress", "Required"],
                    [[r["title"], r["earned"], r["inProgress"], r["required"]]
                     for r in c["credits"] + [c["total"]]], ["", "n", "n", "n"])
    courses = two(
        f'<div><h3>{escape(g["title"])} <span class="soft">{escape(g["detail"])}</span></h3>'
        + table(["Course", "Mark", "Credit", "Date"],
                [[r["title"], r["mark"], r["credit"], r["date"]] for r in g["rows"]], ["", "", "n", "n"])
        + "</div>" for g in c["courses"])
    key = table(["Marks", "Level", "Meaning", "Points"],
                [[l["marks"], l["name"], l["description"], l["points"]] for l in c["levels"]],
                ["marks", "", "", "n"])
    return (
        f'<div class="row"><div><span class="figure">{escape(c["monogram"])}</span> <h1>{escape(c["school"])}'
        f'</h1><span class="soft">{escape(c["address"])}</span></div><div class="n"><span class="serif">'
        f'<i>Official transcript</i></span><br><span class="soft">{escape(c["number"])}</span></div></div>'
        f'<p class="name">{escape(c["name"])}</p><div class="row">{facts}</div>'
        f'<div class="row">{figures}</div><div class="row"><div>'
        f'{head("Mastery by content area", "one square = one competency")}{mastery}</div>'
        f'<div>{head("Credits")}{credits}</div></div>'
        f'{head("Courses", "final mark (1–4) · credit · date credit was earned")}'
        f'{courses}<div class="row"><div>'
        f'{head("Reading the levels", "GPA equivalent")}{key}</div>'
        f'<div>{head("Certified true and complete")}<p>{escape(c["signatory"])}<br>'
        f'<span class="soft">{escape(c["issued"])}</span></p></div></div>')


def page_two(c):
    areas = two(f'<div><h3>{escape(a["title"])}</h3>{competencies(a["competencies"])}</div>'
                    for a in c["areas"])
    notes = "".join(f'<li><b>{escape(n["title"])}</b><br>{escape(n["text"])}</li>' for n in c["notations"])
    work = "".join(f'<li><b>{escape(e["kind"])}</b> {escape(e["text"])}</li>' for e in c["experiences"])
    key = "   ".join(f'{l["marks"]} {l["name"]}' for l in c["levels"])
    return (
        f'<div class="pages row"><b>{escape(c["name"])}</b><span class="n soft">{escape(c["school"])} · '
        f'Official transcript</span></div>{head("Competencies", key)}{areas}'
        f'<div class="row"><div>{head("Graduation competencies", "across all subjects")}'
        f'{competencies(c["graduation"])}</div><div>{head("Notations")}<ul>{notes}</ul></div></div>'
        f'<div class="row"><div>{head("Pathways and notable work")}<ul>{work}</ul></div>'
        f'<div>{head("In the advisor’s words")}<p class="narrative">{escape(c["narrative"])}</p>'
        f'<span class="soft">{escape(c["author"])}</span></div></div>'
        f'{head("How to read this transcript", c["policy"])}<p>{escape(c["howToRead"])}</p>')


def html(c, fonts):
    faces = "".join(
        f'@font-face {{ font-family: "{family}"; src: url("file://{fonts}/{file}"); {rest} }}'
        for family, file, rest in [
            ("Vollkorn", "Vollkorn-Regular.ttf", ""),
            ("Vollkorn", "Vollkorn-Italic.ttf", "font-style: italic"),
            ("Vollkorn", "Vollkorn-SemiBold.ttf", "font-weight: 600"),
            ("Noto Sans", "NotoSans-SemiCondensed.ttf", ""),
            ("Noto Sans", "NotoSans-SemiCondensedMedium.ttf", "font-weight: 500"),
            ("Noto Sans", "NotoSans-SemiCondensedSemiBold.ttf", "font-weight: 600")])
    return (
        f'<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>{escape(c["name"])}: '
        f'official transcript</title><meta name="author" content="{escape(c["school"])}"></head><body>'
        f'<p class="hide"><span class="foot">{escape(c["footer"])}</span> <span class="end">'
        f'{escape(c["footerEnd"])}</span></p>{page_one(c)}{page_two(c)}</body></html>'), STYLE, faces
