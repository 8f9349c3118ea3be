"""Prints CPU for one student's XML: ours, as measured just before, beside lxml."""
import argparse
import json
import pathlib
import statistics
import time

from lxml import etree

ROUNDS = 30


def plain(element):
    """The tree as Python values, so that lxml begins where our exporter does: without a document."""
    return element.tag, dict(element.attrib), element.text, [plain(child) for child in element]


def build(parent, node):
    tag, attributes, text, children = node
    element = etree.SubElement(parent, tag, attributes)
    element.text = text
    for child in children:
        build(element, child)


def write(node, names):
    tag, attributes, text, children = node
    root = etree.Element(tag, attributes, nsmap=names)
    root.text = text
    for child in children:
        build(root, child)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def cost(work, inputs):
    """Median CPU milliseconds of one call."""
    costs = []
    for _ in range(ROUNDS):
        for one in inputs:
            start = time.process_time_ns()
            work(one)
            costs.append((time.process_time_ns() - start) / 1e6)
    return statistics.median(costs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ours")
    parser.add_argument("--documents")
    parser.add_argument("--schemas", nargs="+")
    arguments = parser.parse_args()
    schemas = [etree.XMLSchema(etree.parse(path)) for path in arguments.schemas]
    roots = [etree.parse(str(p)).getroot()
             for p in sorted(pathlib.Path(arguments.documents).glob("*.xml"))]
    trees = [(plain(root), root.nsmap) for root in roots]
    written = [write(*tree) for tree in trees]

    def validate(data):
        document = etree.fromstring(data)
        for schema in schemas:
            schema.assertValid(document)

    rows = json.loads(pathlib.Path(arguments.ours).read_text())["measurements"]
    value = {r["name"]: r["value"] for r in rows if r["scenario"] == "stages/latin"}
    ours = value["PESC write + validate"]
    writing, checking = cost(lambda tree: write(*tree), trees), cost(validate, written)
    print(f"{'ours, record to validated XML':<36}{ours:8.3f} CPU ms {value['XML size']:8.1f} kB")
    size = statistics.median(map(len, written)) / 1e3
    print(f"{'lxml, tree to XML':<36}{writing:8.3f} CPU ms {size:8.1f} kB")
    print(f"{'lxml, parsed and validated':<36}{checking:8.3f} CPU ms")
    total = writing + checking
    print(f"{'lxml, together':<36}{total:8.3f} CPU ms {total / ours:11.2f} times ours")


main()
