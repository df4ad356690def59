"""Templates made up from a grammar, for differential.py --random. The same seed gives the same cases."""

import random

CONTEXT = {
    "n": 3,
    "zero": 0,
    "f": 2.5,
    "t": "a <b> & 'c'",
    "zh": "中文 字符",
    "empty": "",
    "html": {"$html": "<i>x</i>"},
    "nothing": None,
    "yes": True,
    "no": False,
    "xs": [3, 1, 2],
    "words": ["beta", "Alpha", "gamma", "<d>"],
    "none_yet": [],
    "pair": {"$tuple": [1, "two"]},
    "m": {"b": 2, "a": "x<", "items": [1], "list": [1, 2]},
    "rows": [
        {"id": "r1", "n": 2, "tags": ["x", "y"], "g": "A"},
        {"id": "r2", "n": 1, "tags": [], "g": "b"},
        {"id": "r3", "n": 2, "tags": ["z<"], "g": "a", "extra": {"$html": "<b>"}},
    ],
}
GLOBALS = {"site": {"title": "Site & Co", "langs": ["zh", "en"]}, "word": "site word"}
LOCALS = ["v", "w", "k", "n", "x", "t"]
TEXTS = ["a", " ", "\n", "<p>", "text & ", "中", "  \n  ", "\n\n", "x y", "{ ", "} ", "% ", "\t"]
STRINGS = ['"a"', '"<b>"', '""', '"x,y"', '"中文"', '" s "', "'q\"'", '"%s"', '"abc"', '"1"', '"B"']
# Filters and methods by the type that goes in, each with the type that comes out.
FROM_TEXT = [
    ("upper", "text"), ("lower", "text"), ("title", "text"), ("capitalize", "text"), ("trim", "text"),
    ("string", "text"), ("e", "text"), ("safe", "text"), ("forceescape", "text"), ("striptags", "text"),
    ("urlencode", "text"), ('replace("a", "<")', "text"), ("replace('<', html)", "text"), ("truncate(5)", "text"),
    ("truncate(4, true)", "text"), ("indent", "text"), ("indent(1, true)", "text"), ("reverse", "text"),
    ('default("d")', "text"), ("tojson", "text"), ("length", "number"), ("wordcount", "number"), ("int", "number"),
    ("float", "number"), ("list", "list"), ("first", "text"), ("last", "text"), ("sort", "list"), ("format", "text"),
    ('map("upper")|list', "list"), ("join('-')", "text"), ("unique|join", "text"), ('trim("a<")', "text"),
]
FROM_NUMBER = [
    ("abs", "number"), ("round", "number"), ("round(1)", "number"), ("int", "number"), ("float", "number"),
    ("string", "text"), ("e", "text"), ("tojson", "text"), ("default(1)", "number"), ("upper", "text"),
    ('round(0, "ceil")', "number"), ("round(-1)", "number"),
]
FROM_LIST = [
    ("length", "number"), ("count", "number"), ("first", "any"), ("last", "any"), ("list", "list"),
    ("join", "text"), ('join(", ")', "text"), ("join(html)", "text"), ("reverse|list", "list"), ("reverse", "once"),
    ("batch(2)|list", "list"), ("slice(2)|list", "list"), ('map("string")|list', "list"), ('map("string")', "once"),
    ("select|list", "list"), ('reject("string")|list', "list"), ('select("defined")|list', "list"),
    ("map('string')|sort", "list"), ("map('string')|unique|list", "list"), ("tojson", "text"), ("string", "text"),
    ("map('e')|join('<')", "text"), ("map('default', 'x', true)|list", "list"), ('select("number")|sum', "number"),
    ('select("string")|sort(reverse=true)', "list"), ('select("number")|max|default(0)', "number"),
    ("map('length')|list", "list"),
]
FROM_ROWS = [
    ('map(attribute="n")|list', "list"), ('map(attribute="id")|join("-")', "text"),
    ('map(attribute="extra", default="-")|list', "list"), ('selectattr("tags")|list', "rows"),
    ('rejectattr("tags")|list', "rows"), ('selectattr("n", "gt", 1)|list', "rows"), ('sort(attribute="n")', "rows"),
    ('sort(attribute="g,n", reverse=true)', "rows"), ('groupby("g")|map(attribute="grouper")|list', "list"),
    ('groupby("n")|map("last")|map("length")|list', "list"), ('selectattr("extra", "defined")|list', "rows"),
    ('sum(attribute="n")', "number"), ('unique(attribute="n")|map(attribute="id")|list', "list"),
    ('max(attribute="n")', "row"), ('min(attribute="id")', "row"), ("first", "row"), ("last", "row"),
    ('map(attribute="tags.0", default="none")|join', "text"),
]
FROM_MAP = [
    ("dictsort", "list"), ("items|list", "list"), ("length", "number"), ("list", "list"), ("tojson", "text"),
    ("xmlattr", "text"), ("dictsort(reverse=true)|first", "any"), ("string", "text"),
]
TEXT_METHODS = [
    (".upper()", "text"), (".split()", "list"), ('.split("a")', "list"), (".strip()", "text"), (".lower()", "text"),
    ('.replace("a", "<b>")', "text"), (".title()", "text"), ('.startswith("a")', "truth"), (".capitalize()", "text"),
    (".join(words)", "text"), ("[0:1]", "text"), ("[::-1]", "text"), ("[1:]", "text"), ("[-2:]", "text"),
]
MAP_METHODS = [
    (".items()|list", "list"), (".keys()|list", "list"), (".values()|list", "list"), ('.get("a")', "any"),
    ('.get("z", 1)', "any"), (".b", "any"), ('["a"]', "any"), (".list", "any"), (".items()", "list"),
]
LIST_PARTS = [("[0]", "any"), ("[-1]", "any"), ("[1:]", "list"), ("[:2]", "list"), ("[::-1]", "list"), ("[9]", "any")]
ROW_PARTS = [(".id", "text"), (".n", "number"), (".tags", "list"), (".g", "text"), ('["id"]', "text"),
             (".extra", "any"), (".extra|default('')", "text")]
TESTS = [
    "defined", "undefined", "none", "string", "number", "mapping", "sequence", "true", "false", "boolean", "integer",
    "float", "eq 2", "ne 'a'", "escaped", "callable", "in xs", "in words", "iterable",
]
BY_TYPE = {
    "text": ["t", "zh", "empty", "html", "word", "site.title"],
    "number": ["n", "zero", "f", "yes"],
    "list": ["xs", "words", "none_yet", "pair", "site.langs", "m.list"],
    "rows": ["rows"],
    "row": ["rows[0]", "rows[2]"],
    "map": ["m", "site"],
    "truth": ["yes", "no"],
}


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.locals = []

    def pick(self, choices):
        return self.random.choice(choices)

    def chance(self, likelihood):
        return self.random.random() < likelihood

    # --- Expressions

    def expression(self, depth):
        if self.chance(0.004):
            return self.pick(["missing", "nothing", "m.nope", "rows[7]", "1 / 0", "5 + 'a'"])
        if self.locals and self.chance(0.35):
            return self.pick(self.locals)
        return self.of(self.pick(["text", "text", "number", "list", "rows", "row", "map", "truth"]), depth)

    def of(self, wanted, depth):
        """An expression that most likely has the wanted type."""
        if wanted == "any":
            wanted = self.pick(list(BY_TYPE))
        if depth <= 0 or self.chance(0.2):
            return self.pick(BY_TYPE[wanted]) if self.chance(0.75) or wanted in ("rows", "row") else self.literal(wanted)
        return getattr(self, wanted)(depth - 1)

    def literal(self, wanted):
        if wanted == "number":
            return self.pick(["0", "1", "7", "2.5", "10", "1e3", "0.1", "-3"])
        if wanted == "list":
            return "[" + ", ".join(self.expression(0) for _ in range(self.random.randrange(4))) + "]"
        if wanted == "map":
            return "{" + ", ".join(f'"{key}": {self.expression(0)}' for key in "ab") + "}"
        if wanted == "truth":
            return self.pick(["true", "false"])
        return self.pick(STRINGS)

    def wrap(self, text):
        return text if text.isidentifier() else f"({text})"

    def made(self, wanted, depth):
        """The wanted type made by a filter, a method or a part of something."""
        ways = [
            (source, filter_, result)
            for source, rows in [("text", FROM_TEXT), ("number", FROM_NUMBER), ("list", FROM_LIST),
                                 ("rows", FROM_ROWS), ("map", FROM_MAP), ("rows", FROM_LIST)]
            for filter_, result in rows
            if result == wanted
        ]
        parts = [
            (source, part, result)
            for source, rows in [("text", TEXT_METHODS), ("map", MAP_METHODS), ("list", LIST_PARTS),
                                 ("row", ROW_PARTS)]
            for part, result in rows
            if result == wanted
        ]
        if parts and (not ways or self.chance(0.3)):
            source, part, _ = self.pick(parts)
            return self.wrap(self.of(source, depth)) + part
        source, filter_, _ = self.pick(ways)
        return self.wrap(self.of(source, depth)) + "|" + filter_

    def text(self, depth):
        kind = self.random.randrange(8)
        if kind <= 1:
            return " ~ ".join(self.wrap(self.expression(depth)) for _ in range(self.random.randrange(2, 4)))
        if kind == 2:
            return f"{self.wrap(self.of('text', depth))} + {self.wrap(self.of('text', depth))}"
        if kind == 3:
            return self.pick(["shout({})", "link({})"]).format(self.of("text", depth))
        if kind == 4:
            return self.choice("text", depth)
        if kind == 5:
            return self.pick(['"%s|%s"|format({}, {})', '"<%s %s>"|safe|format({}, {})', '"%s-%r" % ({}, {})',
                              '("%s<%s"|safe) % ({}, {})']).format(self.expression(depth), self.expression(0))
        return self.made("text", depth)

    def number(self, depth):
        kind = self.random.randrange(5)
        if kind <= 1:
            sign = self.pick(["+", "-", "*", "/", "//", "%"])
            left, right = self.wrap(self.of("number", depth)), self.wrap(self.of("number", 0))
            return f"{left} {sign} {right}"
        if kind == 2:
            return self.pick(["-", "+"]) + self.wrap(self.of("number", depth))
        return self.made("number", depth)

    def list(self, depth):
        kind = self.random.randrange(5)
        if kind == 0:
            return f"{self.wrap(self.of('list', depth))} + {self.literal('list')}"
        if kind == 1:
            return f"range({self.random.randrange(5)})|list"
        if kind == 2:
            return self.choice("list", depth)
        return self.made("list", depth)

    def rows(self, depth):
        return self.made("rows", depth)

    def row(self, depth):
        return self.made("row", depth)

    def map(self, depth):
        return self.pick(["dict(a={}, b=2)", '{{"a": {}}}', "m", "site"]).format(self.expression(depth))

    def truth(self, depth):
        kind = self.random.randrange(6)
        if kind == 0:
            test = self.pick(["", "not "]) + self.pick(TESTS)
            return f"{self.wrap(self.expression(depth))} is {test}"
        if kind == 1:
            return "not " + self.wrap(self.expression(depth))
        if kind == 2:
            sign = self.pick(["==", "!=", "<", ">", "<=", ">="])
            wanted = self.pick(["number", "text"])
            return f"{self.wrap(self.of(wanted, depth))} {sign} {self.wrap(self.of(wanted, depth))}"
        if kind == 3:
            return f"{self.wrap(self.expression(depth))} {self.pick(['in', 'not in'])} {self.wrap(self.of('list', depth))}"
        if kind == 4:
            return f"{self.wrap(self.of('text', depth))} in {self.wrap(self.of('text', depth))}"
        return f"{self.wrap(self.expression(depth))} {self.pick(['and', 'or'])} {self.wrap(self.expression(depth))}"

    def choice(self, wanted, depth):
        otherwise = f" else {self.of(wanted, depth)}" if self.chance(0.85) else ""
        return f"({self.of(wanted, depth)} if {self.of('truth', depth)}{otherwise})"

    # --- Tags

    def tag(self, text):
        left = self.pick(["", "", "", "-", "+"])
        right = self.pick(["", "", "", "-", "+"])
        return "{%" + left + " " + text + " " + right + "%}"

    def plain(self):
        return "".join(self.pick(TEXTS) for _ in range(self.random.randrange(4)))

    def output(self):
        left, right = self.pick(["", "", "", "-"]), self.pick(["", "", "", "-"])
        return "{{" + left + " " + self.expression(self.random.randrange(4)) + " " + right + "}}"

    def body(self, depth):
        count = self.random.randrange(1, 4)
        return "".join(self.plain() + self.statement(depth) for _ in range(count)) + self.plain()

    def scoped(self, names, depth):
        before = len(self.locals)
        self.locals += names
        text = self.body(depth)
        del self.locals[before:]
        return text

    def statement(self, depth):
        if depth <= 0 or self.chance(0.35):
            return self.output()
        make = self.pick([self.if_, self.for_, self.for_, self.set_, self.set_, self.set_block, self.with_,
                          self.macro, self.filter, self.namespace, self.comment, self.raw, self.include, self.call])
        return make(depth - 1)

    def if_(self, depth):
        text = self.tag("if " + self.of("truth", 2)) + self.body(depth)
        if self.chance(0.3):
            text += self.tag("elif " + self.of("truth", 1)) + self.body(depth)
        if self.chance(0.5):
            text += self.tag("else") + self.body(depth)
        return text + self.tag("endif")

    def for_(self, depth):
        if self.chance(0.25):
            head, names = "for k, v in " + self.pick(["m.items()", "m|dictsort", '[["p", 1], ["q", 2]]', "m|items",
                                                      'rows|groupby("g")']), ["k", "v"]
        else:
            variable = self.pick(LOCALS)
            items = self.pick(["xs", "words", "rows", "zh", "m", "none_yet", "range(3)", "words|reverse",
                               "rows|sort(attribute='n')", "xs|map('string')", self.of("list", 2), self.of("rows", 2)])
            head, names = f"for {variable} in {items}", [variable]
        if self.chance(0.2):
            head += " if " + self.pick([names[0], f"{names[0]} is defined", f"{names[0]} != 1", self.of("truth", 1)])
        if self.chance(0.6):
            names = names + ["loop.index", "loop.last", "loop.first", "loop.length", 'loop.cycle("o", "e")',
                             "loop.previtem", "loop.revindex", "loop.nextitem is defined"]
        text = self.tag(head) + self.scoped(names, depth)
        if self.chance(0.25):
            text += self.tag("else") + self.body(depth)
        return text + self.tag("endfor")

    def set_(self, depth):
        name = self.pick(LOCALS)
        if self.chance(0.15):
            text = self.tag(f"set {name}, other = {self.expression(1)}, {self.expression(1)}")
        else:
            text = self.tag(f"set {name} = {self.expression(2)}")
        self.locals.append(name)
        return text

    def set_block(self, depth):
        name = self.pick(LOCALS)
        head = f"set {name}" + self.pick(["", "", " | upper", " | trim", " | length"])
        text = self.tag(head) + self.body(depth) + self.tag("endset")
        self.locals.append(name)
        return text

    def with_(self, depth):
        name = self.pick(LOCALS)
        return self.tag(f"with {name} = {self.expression(1)}") + self.scoped([name], depth) + self.tag("endwith")

    def macro(self, depth):
        name = self.pick(["mac", "box"])
        text = self.tag(f"macro {name}(x, k={self.expression(0)})") + self.scoped(["x", "k"], depth)
        text += self.tag("endmacro")
        call = self.pick(["{}({})", '{}({}, k="kk")', "{}(x={})", "{}({})|upper", "{}({})|length"])
        return text + "{{ " + call.format(name, self.expression(1)) + " }}"

    def call(self, depth):
        text = self.tag("macro wrapper(x)") + "[{{ x }}" + self.plain() + "{{ caller(x) }}]" + self.tag("endmacro")
        text += self.tag(f"call(w) wrapper({self.expression(1)})") + self.scoped(["w"], depth) + self.tag("endcall")
        return text

    def filter(self, depth):
        name = self.pick(["upper", "trim", "escape", "title", 'replace("a", "<")', "indent(2)"])
        return self.tag("filter " + name) + self.body(depth) + self.tag("endfilter")

    def namespace(self, depth):
        return (self.tag("set ns = namespace(c=0)") + self.tag("for q in xs")
                + self.tag(f"set ns.c = ns.c + {self.pick(['q', '1', 'loop.index'])}") + self.tag("endfor")
                + "{{ ns.c }}")

    def comment(self, depth):
        return "{#" + self.pick(["", "-", "+"]) + " c " + self.pick(["", "-", "+"]) + "#}"

    def raw(self, depth):
        return self.tag("raw").replace(" +%}", " %}") + self.plain() + "{{ x }}" + self.tag("endraw")

    def include(self, depth):
        return self.tag(self.pick(['include "part.html"',
                                   'include ["nope", "part.html"]', 'from "lib.html" import show',
                                   'import "lib.html" as lib']) ) + self.pick(["", "", "{{ lib.show(n) if lib is defined }}",
                                                                              "{{ show(t) if show is defined }}"])

    # --- Templates

    def case(self, number):
        self.locals = []
        templates = {
            "lib.html": self.tag("macro show(x)") + "<{{ x }}{{ word }}>" + self.tag("endmacro"),
        }
        templates["part.html"] = "[" + self.body_of_part() + "]"
        self.locals = []
        if self.chance(0.25):
            base = self.plain() + self.tag("block one") + self.body(1) + self.tag("endblock") + self.plain()
            base += self.tag("for x in xs") + self.tag("block two scoped") + "{{ x }}" + self.tag("endblock")
            base += self.tag("endfor") + self.tag("block three") + self.tag("endblock")
            templates["base.html"] = base
            self.locals = []
            main = self.tag('extends "base.html"') + (self.set_(1) if self.chance(0.5) else "")
            for block in self.random.sample(["one", "two", "three"], self.random.randrange(1, 4)):
                main += self.tag("block " + block) + self.body(1)
                main += self.pick(["", "{{ super() }}", "{{ super()|upper }}"]) + self.tag("endblock")
        else:
            main = self.body(3)
        templates["main.html"] = main
        return {"name": f"random {number}", "templates": templates, "context": CONTEXT, "globals": GLOBALS}

    def body_of_part(self):
        return "".join(self.plain() + self.output() for _ in range(2))


def make_cases(count, seed):
    return [Maker(f"{seed}/{number}").case(number) for number in range(count)]
