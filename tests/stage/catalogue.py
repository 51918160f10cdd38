"""catalogue.py ROOT: what the programs may say against schemas/messages.json. Prints a line for each code without a text, and for each {placeholder} that a call leaves empty.

A code is a literal in the place of a parameter or member named code, reason or refusal, in an assignment to one, in a table of codes, or in a function that gives one back.
"""
import json
import pathlib
import re
import sys

NAMES = r"(?:code|more_code|reason|refusal|refused|left_reason|why)"
VALUES = ("raw", "read_as", "expected", "field")
NOT_FINDINGS = re.compile(r"(decision|figure|kind|outcome|severity|unit_source)_|slip_(fixed|new|open)$")


def without_comments(text):
    return re.sub(r"'(?:\\.|[^'\\])'", "0", re.sub(r"/\*.*?\*/", " ", text, flags=re.S))


def literals(expression):
    return re.findall(r'"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)"', expression)


def balanced(text, start):
    """The arguments of the call whose bracket opens at `start`, and where it closes."""
    depth, begin, out = 0, start + 1, []
    for token in re.compile(r'"(?:\\.|[^"\\])*"|[(){}\[\],]').finditer(text, start):
        char, at = token[0], token.start()
        if char in "({[":
            depth += 1
        elif char in ")}]":
            depth -= 1
        if depth == 1 and char == ",":
            out.append(text[begin:at].strip())
            begin = at + 1
        if depth == 0:
            return out + [text[begin:at].strip()], at
    raise ValueError(text[start : start + 60])


def functions(text):
    """Name, parameters, whether it gives a text back, and body of each function defined."""
    for match in re.finditer(r"\n([\w *]+)\n(\w+)\(([^;{}]*?)\)\n\{\n(.*?)\n\}", text, flags=re.S):
        yield match[2], [p.strip() for p in match[3].split(",")], match[1], match[4]


def parameter_names(parameters):
    return [re.split(r"[\s*]+", p)[-1] for p in parameters]


class Source:
    def __init__(self, root):
        self.files = {p: without_comments(p.read_text(encoding="utf-8")) for p in sorted(root.glob("etl/**/*.[ch]"))}
        self.taking = {}  # function: of each file, or of all, its parameters
        for path, text in self.files.items():
            for name, parameters, result, _ in functions(text):
                names = parameter_names(parameters)
                if any(re.fullmatch(r"(?:const char \*|Text )" + NAMES, p) for p in parameters):
                    self.taking.setdefault(name, {})[path if "static" in result else None] = names

    def calls(self):
        """Codes, and the other arguments by parameter, of each call."""
        for path, text in self.files.items():
            for match in re.finditer(r"\b(\w+)\(", text):
                names = self.taking.get(match[1], {})
                names = names.get(path, names.get(None))
                if names is None:
                    continue
                arguments, _ = balanced(text, match.end() - 1)
                if len(arguments) == len(names):
                    by_name = dict(zip(names, arguments))
                    codes = [by_name[n] for n in names if re.fullmatch(NAMES, n)]
                    yield path, literals(",".join(codes)), by_name

    def given(self):
        """Codes that stand in a member or an assignment, or are looked up."""
        for path, text in self.files.items():
            for match in re.finditer(r"(?:\.|->|\b|\*)" + NAMES + r" = ([^;{}]*?)[;,}]", text, flags=re.S):
                yield path, literals(match[1])
            yield path, re.findall(r'(?:\{SNIFF_REFUSED, |\(Deviation\)\{TEXT\()"([a-z0-9_]+)"', text)
            for call in re.finditer(r"\bmessages_\w+\(", text):
                yield path, literals(",".join(balanced(text, call.end() - 1)[0]))

    def groups(self):
        """Words that belong together: what a function gives back, a column of a table. Where most are codes, all are."""
        for path, text in self.files.items():
            for _, _, result, body in functions(text):
                if "const char *" in result:
                    yield path, literals(",".join(re.findall(r"return ([^;]*);", body)))
            for table in re.finditer(r"static const [^;{}]*= \{|\[\w*\] = \{", text):
                _, end = balanced(text, table.end() - 1)
                columns = {}
                body = text[table.end() : end]
                for row in re.findall(r"\{([^{}]*)\}", body) + [body]:
                    for at, value in enumerate(row.split(",")):
                        word = re.fullmatch(r"(?:\[\w+\] = )?\"([a-z0-9_]+)\"", value.strip())
                        if word:
                            columns.setdefault("flat" if row is body else at, []).append(word[1])
                yield from ((path, words) for words in columns.values())


def needed(entry):
    return set(re.findall(r"\{(\w+)\}", entry["text"] + entry.get("todo", ""))) & set(VALUES)


def filled(name, arguments):
    """True where the call gives the value, or hands on something that may."""
    if name in arguments:
        return arguments[name] != "TEXT_NONE"
    for bundle in ("finding", "remark"):
        given = arguments.get(bundle, "")
        if given.startswith("(Remark){") and "." not in given.split(",")[0].replace("->", ""):
            values = balanced(given, given.index("{"))[0] + ["TEXT_NONE"] * 4
            return name == "field" or values[1 + VALUES.index(name)] != "TEXT_NONE"
        if given.startswith("("):
            return f".{name} = " in given
    return True


def main():
    root = pathlib.Path(sys.argv[1])
    catalogue = json.loads((root / "schemas/messages.json").read_text(encoding="utf-8"))
    source = Source(root)
    seen = set()
    for path, codes, arguments in source.calls():
        seen.update(codes)
        for code in codes:
            if code not in catalogue:
                if "_" in code:
                    print(f"{path.relative_to(root)}: {code}: no text")
                continue
            for name in sorted(needed(catalogue[code])):
                if not filled(name, arguments):
                    print(f"{path.relative_to(root)}: {code}: {{{name}}} is empty")
    for path, codes in source.given():
        seen.update(codes)
        for code in codes:
            if "_" in code and code not in catalogue:
                print(f"{path.relative_to(root)}: {code}: no text")
    decisions = {code.removeprefix("decision_") for code in catalogue if code.startswith("decision_")}
    for path, codes in source.groups():
        codes = [code for code in codes if code not in decisions]
        known = [code for code in codes if code in catalogue]
        if len(known) * 2 > len(codes):
            seen.update(known)
            for code in sorted(set(codes) - set(known)):
                if "_" in code:
                    print(f"{path.relative_to(root)}: {code}: no text")
    written = {code for text in source.files.values() for code in literals(text)}
    ruled = {word for p in root.glob("sql/**/*.sql") for word in re.findall(r"'([a-z0-9_]+)'", p.read_text(encoding="utf-8"))}
    ruled |= {rule["code"] for p in root.glob("schemas/*/datapackage.json") for rule in json.loads(p.read_text(encoding="utf-8")).get("x:rules", [])}
    for code in sorted((written & set(catalogue)) - seen - ruled):
        if not NOT_FINDINGS.match(code):
            print(f"{code}: not seen by this proof")
    for code in sorted(set(catalogue) - seen - ruled):
        if not NOT_FINDINGS.match(code):
            print(f"{code}: nobody says it")


if __name__ == "__main__":
    main()
