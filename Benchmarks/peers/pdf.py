"""Prints CPU for one transcript: ours, as measured just before, beside Typst and WeasyPrint."""
import argparse
import itertools
import json
import pathlib
import statistics
import time

import typst
import weasyprint
from weasyprint.text.fonts import FontConfiguration

import content as view
import markup

WARM_UP = 3


def measured(render, inputs):
    """Median CPU milliseconds of all threads, and the last bytes."""
    costs, sizes = [], []
    for number, one in enumerate(inputs):
        start = time.process_time()
        data = render(one)
        cost = (time.process_time() - start) * 1e3
        if number >= WARM_UP:
            costs.append(cost)
            sizes.append(len(data) / 1e3)
    return statistics.median(costs), statistics.median(sizes), data


def with_typst(contents, fonts):
    known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    source = pathlib.Path(__file__).resolve().with_name("transcript.typ")
    compiler = typst.Compiler(str(source), root=str(source.parent), font_paths=known, ignore_system_fonts=True)

    def render(one):
        return compiler.compile(format="pdf", sys_inputs={"content": json.dumps(one)},
                                pdf_standards=["ua-1", "a-2a"], timestamp=1792022400)

    yield "Typst, UA-1 + A-2a", measured(render, contents)


def with_weasyprint(contents, fonts):
    configuration = FontConfiguration()
    _, style, faces = markup.html(contents[0], fonts)
    sheets = [weasyprint.CSS(string=faces + style, font_config=configuration)]

    def render(one):
        text, _, _ = markup.html(one, fonts)
        return weasyprint.HTML(string=text).write_pdf(
            stylesheets=sheets, font_config=configuration, pdf_variant="pdf/ua-1")

    yield "WeasyPrint, UA-1", measured(render, contents)


def main():
    parser = argparse.ArgumentParser()
    for name in ["--ours", "--records", "--fonts", "--keep"]:
        parser.add_argument(name)
    parser.add_argument("--documents", type=int, default=20)
    arguments = parser.parse_args()
    records = sorted(pathlib.Path(arguments.records).glob("*.json"))[:arguments.documents]
    contents = [view.content(json.loads(path.read_text())) for path in records]
    rows = json.loads(pathlib.Path(arguments.ours).read_text())["measurements"]
    value = {r["name"]: r["value"] for r in rows if r["scenario"] == "stages/latin"}
    ours = value["template to PDF bytes"]
    bars = {"Typst, UA-1 + A-2a": 7, "WeasyPrint, UA-1": 50}
    fonts = str(pathlib.Path(arguments.fonts).resolve())
    print(f"{'ours, A-3a + UA-1, XML inside':<32}{ours:9.2f} CPU ms {value['PDF size']:8.1f} kB")
    for name, (cost, size, data) in itertools.chain(
            with_typst(contents, fonts), with_weasyprint(contents, fonts)):
        bar = f"   bar: at least {bars[name]}" if name in bars else ""
        print(f"{name:<32}{cost:9.2f} CPU ms {size:8.1f} kB {cost / ours:8.1f} times ours{bar}", flush=True)
        if arguments.keep:
            folder = pathlib.Path(arguments.keep)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / (name.split(",")[0] + "-" + name[-2:] + ".pdf")).write_bytes(data)


main()
