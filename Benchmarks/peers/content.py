"""What a transcript shows, row by row, from the record's JSON: the input of the other programs."""
import datetime

DASH = "–"


def day(text, style="%b %Y"):
    if not text:
        return ""
    date = datetime.date.fromisoformat(text)
    return date.strftime(style).replace(" 0", " ")


def full(text):
    return day(text, "%B %d, %Y")


def credit(text, zero=DASH):
    value = float(text) if "/" not in text else eval_fraction(text)
    return f"{value:.2f}" if value else zero


def eval_fraction(text):
    over, under = text.split("/")
    return float(over) / float(under)


class Scale:
    def __init__(self, scale):
        self.levels = scale["levels"]
        self.bar = next(i for i, l in enumerate(self.levels) if l["code"] == scale["bar"])
        self.index = {l["code"]: i for i, l in enumerate(self.levels)}

    def marks(self, code):
        reached = self.index[code] + 1 if code in self.index else 0
        return "■" * reached + "□" * (len(self.levels) - reached)

    def word(self, code, status):
        return self.levels[self.index[code]]["label"] if code in self.index else words(status)

    def numbered(self, code, status):
        level = self.levels[self.index[code]] if code in self.index else None
        return f"{level['number']} {level['label']}" if level else words(status)


def words(status):
    return status.replace("-", " ").capitalize()


def competency(row, scale):
    date = "in progress" if row["underWay"] and row.get("level") is None else day(row.get("date"))
    return {
        "name": row["shortName"], "marks": scale.marks(row.get("level")),
        "word": scale.word(row.get("level"), row["status"]), "date": date,
        "strong": row.get("level") == scale.levels[-1]["code"], "under": row.get("shownIn", ""),
    }


def area(row, scale):
    levels = [scale.index.get(c.get("level"), -1) for c in row["competencies"]]
    columns = [sum(level == at for level in levels) for at in range(scale.bar, len(scale.levels))]
    return {
        "title": row["shortTitle"], "below": "□" * sum(level < scale.bar for level in levels),
        "columns": ["■" * count for count in columns],
        "competencies": [competency(c, scale) for c in row["competencies"]],
    }


def courses(record, scale):
    groups = []
    for group in record["courseGroups"]:
        title = f"Grade {group['gradeLevel']}" + (", in progress" if group["inProgress"] else "")
        rows = [
            {"title": c["title"], "mark": scale.numbered(c.get("mark"), c["markStatus"]),
             "credit": credit(c["earned"] if c["status"] == "earned" else c["credit"]),
             "date": day(c.get("date")), "strong": c.get("mark") == scale.levels[-1]["code"]}
            for c in group["courses"]]
        groups.append({"title": title, "detail": group["schoolYear"], "rows": rows})
    for place in record["institutions"]:
        rows = [{"title": c["title"], "mark": c["mark"], "credit": credit(c["credit"]),
                 "date": day(c["earnedOn"]), "strong": False} for c in place["courses"]]
        groups.append({"title": place["name"], "detail": place["kind"], "rows": rows})
    return groups


def figures(record, scale):
    graduation, points = record["graduation"], record.get("gradePoints")
    core = [c for a in record["areas"] for c in a["competencies"] if c["core"]]
    levels = [scale.index.get(c.get("level"), -1) for c in core]
    met, top = sum(l >= scale.bar for l in levels), sum(l == len(scale.levels) - 1 for l in levels)
    result = [
        {"value": graduation["creditsEarned"], "tail": f"of {graduation['creditsRequired']}",
         "lines": ["credits earned,", f"{graduation['creditsInProgress']} more in progress"]},
        {"value": str(met), "tail": f"of {len(core)}",
         "lines": [f"competencies {scale.levels[scale.bar]['label']}",
                   f"or above, {top} {scale.levels[-1]['label']}"]}]
    if points:
        result.append({
            "value": points["unweighted"], "tail": "on 4.0",
            "lines": ["GPA equivalent, unweighted",
                      f"({points['weighted']} weighted), {day(points['asOf'], '%B %Y')}"]})
    student, date = record["student"], graduation.get("date") or graduation.get("expectedOn")
    result.append({"value": str(student["classOf"]), "tail": "",
                   "lines": [f"Class of {student['classOf']}", full(date)]})
    return result


def credits(record):
    graduation = record["graduation"]
    rows = [
        {"title": r["title"], "earned": credit(r["earned"]),
         "inProgress": credit(r["inProgress"]), "required": credit(r["required"])}
        for r in graduation["requirements"] if r["credit"]]
    total = {"title": "Total", "earned": credit(graduation["creditsEarned"]),
             "inProgress": credit(graduation["creditsInProgress"]),
             "required": credit(graduation["creditsRequired"])}
    return rows, total


def experience(row):
    parts = [row["title"], row.get("organization"), f"{row['hours']} hours" if "hours" in row else None]
    dates = " to ".join(filter(None, [day(row.get("startedOn")), day(row.get("endedOn"))]))
    text = ", ".join(filter(None, parts + [dates])) + ". " + row.get("description", "")
    return {"kind": words(row["kind"]) + ",", "text": text.strip()}


def content(record):
    """Every string of the two pages."""
    scale, student, school = Scale(record["scale"]), record["student"], record["issuer"]["school"]
    legal = student["legalName"]
    inverted = f"{legal['last']}, " + " ".join(filter(None, [legal.get("first"), legal.get("middle")]))
    sasid = student.get("sasid", "")
    sasid = f"{sasid[:4]} {sasid[4:7]} {sasid[7:]}"
    number, issued = f"No. {record['document'].get('number', '')}", full(record["document"]["issuedOn"])
    rows, total = credits(record)
    points = (record.get("gradePoints") or {}).get("points", [])
    narrative = record.get("narrative") or {"text": "", "author": ""}
    policy = record["policy"]
    return {
        "school": school["name"],
        "address": f"{', '.join(school['address'])}, {school['city']}, {school['state']} "
                   f"{school['postalCode']} · {school.get('phone', '')} · CEEB {school.get('ceeb', '')}",
        "monogram": school["name"][0], "number": number, "name": student["displayName"],
        "facts": [["Legal name", inverted], ["Date of birth", full(student["birthDate"])],
                  ["State ID (SASID)", sasid],
                  [f"Grade {student['gradeLevel']}, enrolled since", full(student.get("enrolledOn"))]],
        "figures": figures(record, scale), "areas": [area(a, scale) for a in record["areas"]],
        "levels": [{"marks": scale.marks(l["code"]), "name": f"{l['number']} {l['label']}",
                    "description": l["description"],
                    "points": (points[i] if i < len(points) else None) or DASH}
                   for i, l in reversed(list(enumerate(scale.levels)))],
        "labels": [l["label"] for l in scale.levels[scale.bar:]],
        "credits": rows, "total": total, "courses": courses(record, scale),
        "graduation": [competency(c, scale) for c in record["graduationCompetencies"]],
        "notations": [{"title": n["title"], "text": n.get("detail", "")} for n in record["notations"]],
        "experiences": [experience(e) for e in record["experiences"]],
        "narrative": narrative["text"], "author": narrative["author"],
        "signatory": f"{record['issuer']['signatory']['name']}, {record['issuer']['signatory']['office']}",
        "issued": issued, "idLine": f"SASID {sasid}",
        "footer": f"{inverted} · SASID {sasid} · Specimen: fictional",
        "footerEnd": f"Issued {issued} · {number}",
        "policy": f"{policy['title']}, version {policy['version']}",
        "howToRead": f"A level is {policy['competencyRule']}. A course’s mark comes from its "
                     f"competencies: {policy['courseMarkRule']}. Dates say when a level or a credit was "
                     "reached. Scores are never averaged; habits of work are kept apart from levels. "
                     "The GPA equivalent comes from final marks only.",
    }
