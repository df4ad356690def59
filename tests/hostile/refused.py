"""Content that must be refused: with which codes and where. A place is 'line:column' of the file that is named.

RECORDS all lie in one observatory: each is a file of its own, and every mistake of a run is told. SITES need one each.
"""

HEAD = 'title: {en: x, ar: x}\n'  # line 1 of a record in YAML


def nested(depth, begin, end, middle=''):
    return begin * depth + middle + end * depth


def alias_bomb():
    levels = ['a: &a [x, x, x, x, x, x, x, x, x]']
    levels += [f'{chr(97 + n)}: &{chr(97 + n)} [{", ".join(["*" + chr(96 + n)] * 9)}]' for n in range(1, 9)]
    return HEAD + '\n'.join(levels) + '\n'


# name: (YAML, {'code@line:column', …}): a record content/things/NAME.yaml
YAML = {
    # anchors, aliases, tags, merge keys
    'alias-bomb': (alias_bomb(), {f'yaml-anchor@{line}:4' for line in range(2, 11)}),
    'alias': (HEAD + 'summary: *x\n', {'yaml-alias@2:10'}),
    'anchor': (HEAD + 'names: &x [a]\n', {'yaml-anchor@2:8'}),
    'anchor-to-itself': (HEAD + 'names: &x [*x]\n', {'yaml-anchor@2:8'}),
    'anchor-to-itself-in-a-mapping': ('title: &x\n  en: *x\n', {'yaml-anchor@1:8'}),
    'anchor-of-a-key': ('&x title: {en: x, ar: x}\n', {'yaml-anchor@1:1'}),
    'merge-key': (HEAD + 'steps:\n  - {<<: {what: x}}\n', {'yaml-merge-key@3:6'}),
    'merge-key-of-an-alias': (HEAD + 'steps:\n  - <<: *x\n', {'yaml-alias@3:9'}),
    'tag-of-python': (HEAD + 'summary: !!python/object/apply:os.system [id]\n', {'yaml-tag@2:10'}),
    'tag-of-a-set': (HEAD + 'names: !!set {a, b}\n', {'yaml-tag@2:8'}),
    'tag-of-binary': (HEAD + 'summary: !!binary AAAA\n', {'yaml-tag@2:10'}),
    'tag-of-its-own': (HEAD + 'summary: !x y\n', {'yaml-tag@2:10'}),
    'tag-with-an-address': (HEAD + 'summary: !<tag:evil.example,2000:x> y\n', {'yaml-tag@2:10'}),
    'tag-directive': ('%TAG ! tag:evil.example,2000:\n---\n' + HEAD, {'yaml-directive@1:1'}),
    'version-directive': ('%YAML 9.9\n---\n' + HEAD, {'yaml-directive@1:1'}),
    # keys
    'key-twice': (HEAD + 'loud: true\nloud: false\n', {'duplicate-key@3:1'}),
    'key-twice-in-quotes': (HEAD + 'loud: true\n"loud": false\n', {'duplicate-key@3:1'}),
    'key-twice-by-an-escape': (HEAD + 'loud: true\n"lou\\x64": false\n', {'duplicate-key@3:1'}),
    'key-twice-in-braces': ('title: {en: x, en: y, ar: x}\n', {'duplicate-key@1:16'}),
    'key-of-a-list': (HEAD + '[a, b]: x\n', {'yaml-expected-key@2:1'}),
    'key-of-a-mapping': (HEAD + '{a: b}: x\n', {'yaml-expected-key@2:1'}),
    'key-without-a-name': (HEAD + ': x\n', {'yaml-empty-key@2:1'}),
    'key-with-a-question-mark': (HEAD + '? a\n: b\n', {'yaml-explicit-key@2:1', 'yaml-empty-key@3:1'}),
    'key-nobody-knows': (HEAD + '__proto__: {polluted: true}\n', {'unknown-key@2:1'}),
    'key-that-is-a-constructor': (HEAD + 'constructor: {prototype: x}\n', {'unknown-key@2:1'}),
    'key-of-markup': (HEAD + '"<script>": x\n', {'unknown-key@2:1'}),
    'key-with-line-end': (HEAD + '"a\\nb": x\n', {'unknown-key@2:1'}),
    # values that YAML would guess
    'second-document': (HEAD + '---\n' + HEAD, {'yaml-second-document@2:1'}),
    'third-text-behind-dots': (HEAD + '...\nx: y\n', {'yaml-second-document@3:1'}),
    'a-list-in-place-of-a-record': ('- x\n- y\n', {'expected-mapping@1:1'}),
    'a-text-in-place-of-a-record': ('x\n', {'expected-mapping@1:1'}),
    'nothing-in-place-of-a-record': ('', {'expected-mapping@1:1'}),
    'only-a-comment': ('# x\n', {'expected-mapping@1:1'}),
    'fact-with-a-mistyped-key': (HEAD + 'size: {value: 7, sorce: book}\n', {'unknown-key@2:18'}),
    'fact-with-a-mistyped-value': (HEAD + 'size: {vlaue: 7, source: book}\n', {'missing-key@2:7', 'unknown-key@2:8'}),
    'number-as-a-mapping': (HEAD + 'size: {a: b}\n', {'expected-text@2:7'}),
    'number-not-a-number': (HEAD + 'size: .nan\n', {'not-a-number@2:7'}),
    'number-infinite': (HEAD + 'size: .inf\n', {'not-a-number@2:7'}),
    'number-hexadecimal': (HEAD + 'size: 0x10\n', {'not-a-number@2:7'}),
    'number-of-ten-thousand-digits': (HEAD + f'size: {"9" * 10000}\n', {'not-a-number@2:7'}),
    'number-with-an-exponent': (HEAD + 'size: 1e999999999\n', {'not-a-number@2:7'}),
    'number-in-base-60': (HEAD + 'size: 190:20:30\n', {'not-a-number@2:7'}),
    'number-below-zero-bits': (HEAD + 'size: -0.0000000000000000000000000000001\n', {'not-a-number@2:7'}),
    'boolean-as-a-text': (HEAD + 'loud: maybe\n', {'expected-boolean@2:7'}),
    'date-of-script': (HEAD + 'made: "<script>"\n', {'date-unrecognised@2:7'}),
    'date-too-far': (HEAD + 'made: 99999-01-01\n', {'date-unrecognised@2:7'}),
    'date-before-all': (HEAD + 'made: 0000-00-00\n', {'date-year-range@2:7'}),
    'date-of-numbers': (HEAD + f'made: {"1" * 5000}\n', {'date-unrecognised@2:7'}),
    'option-nobody-knows': (HEAD + 'colour: "red\' onclick=hostile()"\n', {'unknown-option@2:9'}),
    'code-against-its-pattern': (HEAD + 'code: "AA\\n"\n', {'pattern-mismatch@2:7'}),
    'pattern-of-many-letters': (HEAD + f'code: "{"A" * 50000}"\n', {'pattern-mismatch@2:7'}),
    'reference-to-nothing': (HEAD + 'near: [nothing]\n', {'unknown-record@2:8'}),
    'reference-out-of-the-folder': (HEAD + 'near: [../../etc/passwd]\n', {'unknown-record@2:8'}),
    'reference-with-nul': (HEAD + 'near: ["plain\\0"]\n', {'yaml-escaped-character@2:8'}),
    'alias-out-of-the-site': (HEAD + 'aliases: [../../../evil]\n', {'bad-alias@2:11'}),
    'alias-of-markup': (HEAD + "aliases: ['<script>']\n", {'bad-alias@2:11'}),
    'alias-with-nul': (HEAD + 'aliases: ["x\\0"]\n', {'yaml-escaped-character@2:11'}),
    'alias-of-a-reserved-name': (HEAD + 'aliases: [pages]\n', {'bad-alias@2:11'}),
    'file-out-of-the-folder': (HEAD + 'picture: {path: ../../site.yaml, alt: {en: x, ar: x}}\n', {'file-outside@2:17'}),
    'file-by-its-whole-path': (HEAD + 'picture: {path: /etc/passwd, alt: {en: x, ar: x}}\n', {'file-outside@2:17'}),
    'file-hidden': (HEAD + 'picture: .git\n', {'file-outside@2:10'}),
    'file-with-backslashes': (HEAD + "picture: '..\\..\\x'\n", {'file-outside@2:10'}),
    'file-that-is-the-folder': (HEAD + 'picture: .\n', {'file-outside@2:10'}),
    'file-with-nul': (HEAD + 'picture: "plain.yaml\\0.png"\n', {'yaml-escaped-character@2:10'}),
    # depth and number
    'lists-10000-deep': (HEAD + 'names: ' + nested(10000, '[', ']') + '\n', {'yaml-too-deep@2:72'}),
    'mappings-10000-deep': (HEAD + 'summary: ' + nested(10000, '{a: ', '}', 'x') + '\n', {'yaml-too-deep@2:266'}),
    'lists-10000-deep-never-closed': (HEAD + 'names: ' + '[' * 10000 + '\n', {'yaml-too-deep@2:72'}),
    'mappings-10000-deep-never-closed': (HEAD + 'summary: ' + '{a: ' * 10000 + '\n', {'yaml-too-deep@2:266'}),
    'dashes-10000-deep': (HEAD + 'names:\n  ' + '- ' * 10000 + 'x\n', {'yaml-too-deep@3:129'}),
    'indented-mappings-1000-deep':
        (HEAD + 'summary:\n' + ''.join(' ' * (n + 1) + 'a:\n' for n in range(1000)), {'yaml-too-deep@66:65'}),
    'keys-explicit-and-deep': (HEAD + '? ' * 5000 + '\n', {'yaml-explicit-key@2:1'}),
    'quotes-never-closed': (HEAD + 'summary: "' + 'x' * 5000 + '\n', {'yaml-unclosed-quote@2:10'}),
    'indentation-of-64-kilobytes': (HEAD + 'summary:\n' + ' ' * 65536 + '- x\n', {'one-value@3:65537'}),
    'block-text-indented-10': (HEAD + 'summary: |99\n  x\n', {'yaml-block-text@2:10'}),
    # characters
    'nul': (HEAD.replace('x', 'x\0', 1), {'control-character@1:14'}),
    'escape': (HEAD.replace('x', 'x\x1b[31m', 1), {'control-character@1:14'}),
    'bell': (HEAD + 'summary: x\x07\n', {'control-character@2:11'}),
    'c1-control': (HEAD + 'summary: x\x9b31m\n', {'control-character@2:11'}),
    'delete': (HEAD + 'summary: x\x7f\n', {'control-character@2:11'}),
    'carriage-return': (HEAD + 'summary: x\rdraft: true\n', {'carriage-return@2:11'}),
    'lone-surrogate': (HEAD + 'summary: \ud800\n', {'not-utf-8@2:10'}),
    'surrogate-pair-as-bytes': (HEAD + 'summary: \ud83d\ude00\n', {'not-utf-8@2:10'}),
    'overlong-slash': (HEAD.encode() + b'picture: \xc0\xaf\n', {'not-utf-8@2:10'}),
    'overlong-nul': (HEAD.encode() + b'summary: \xc0\x80\n', {'not-utf-8@2:10'}),
    'overlong-less-than': (HEAD.encode() + b'summary: \xe0\x80\xbcscript>\n', {'not-utf-8@2:10'}),
    'overlong-in-four-bytes': (HEAD.encode() + b'summary: \xf0\x80\x80\xbc\n', {'not-utf-8@2:10'}),
    'beyond-unicode': (HEAD.encode() + b'summary: \xf4\x90\x80\x80\n', {'not-utf-8@2:10'}),
    'five-bytes': (HEAD.encode() + b'summary: \xf8\x88\x80\x80\x80\n', {'not-utf-8@2:10'}),
    'continuation-alone': (HEAD.encode() + b'summary: \x80\n', {'not-utf-8@2:10'}),
    'character-cut-off': (HEAD.encode() + b'summary: \xe4\xb8\n', {'not-utf-8@2:10'}),
    'utf-16': (('\ufeff' + HEAD).encode('utf-16-le'), {'not-utf-8@1:1', 'control-character@2:1'}),
    'utf-16-big': (('\ufeff' + HEAD).encode('utf-16-be'), {'not-utf-8@1:1'}),
    'utf-32': (HEAD.encode('utf-32-le'), {f'control-character@1:{4 * letter + nul}' for letter in range(7) for nul in (2, 3, 4)[:3 if letter < 6 else 2]}),
    'latin-1': (HEAD.encode() + b'summary: caf\xe9\n', {'not-utf-8@2:13'}),
    'byte-order-mark': ('\ufeff' + HEAD, {'byte-order-mark@1:1'}),
    'byte-order-mark-inside': (HEAD + 'summary: x\ufeffy\n', {'invisible-character@2:11'}),
    'line-separator': (HEAD + 'summary: x\u2028draft: true\n', {'line-separator@2:11'}),
    'paragraph-separator': (HEAD + 'summary: x\u2029\n', {'line-separator@2:11'}),
    'next-line': (HEAD + 'summary: x\x85\n', {'control-character@2:11'}),
    'noncharacter': (HEAD + 'summary: \uffff\n', {'noncharacter@2:10'}),
    'private-use': (HEAD + 'summary: \ue000\n', {'private-use-character@2:10'}),
    'private-use-of-the-last-plane': (HEAD + 'summary: \U0010fffd\n', {'private-use-character@2:10'}),
    'zero-width-space': (HEAD + 'summary: pay\u200bpal\n', {'invisible-character@2:13'}),
    'word-joiner': (HEAD + 'summary: x\u2060y\n', {'invisible-character@2:11'}),
    'soft-hyphen': (HEAD + 'summary: x\u00ady\n', {'invisible-character@2:11'}),
    'tags-of-a-language': (HEAD + 'summary: x\U000e0041\n', {'invisible-character@2:11'}),
    'blank-letter': (HEAD + 'summary: x\u3164y\n', {'invisible-character@2:11'}),
    'joiner-between-latin-letters': (HEAD + 'summary: a\u200db\n', {'joiner-out-of-place@2:11'}),
    # Trojan Source: text that is read in another order than it is written
    'override-to-the-left': (HEAD + 'summary: a\u202egnp.x\n', {'bidirectional-control@2:11'}),
    'override-to-the-right': (HEAD + 'summary: a\u202dx\n', {'bidirectional-control@2:11'}),
    'embedding-to-the-left': (HEAD + 'summary: a\u202bx\n', {'bidirectional-control@2:11'}),
    'isolate-to-the-left': (HEAD + 'summary: a\u2067x\u2069\n', {'bidirectional-control@2:11', 'bidirectional-control@2:13'}),
    'isolate-first-strong': (HEAD + 'summary: a\u2068x\u2069\n', {'bidirectional-control@2:11', 'bidirectional-control@2:13'}),
    'mark-to-the-left': (HEAD + 'summary: a\u200fx\n', {'bidirectional-control@2:11'}),
    'arabic-mark': (HEAD + 'summary: a\u061cx\n', {'bidirectional-control@2:11'}),
    'override-in-a-comment': (HEAD + '# \u202e } \u2066 if\n', {'bidirectional-control@2:3', 'bidirectional-control@2:7'}),
    'override-in-a-key': (HEAD + 'l\u202eoud: true\n', {'bidirectional-control@2:2'}),
    'override-by-an-escape': (HEAD + 'summary: "a\\u202egnp.x"\n', {'yaml-escaped-character@2:10'}),
    'nul-by-an-escape': (HEAD + 'summary: "a\\0b"\n', {'yaml-escaped-character@2:10'}),
    'escape-by-an-escape': (HEAD + 'summary: "\\e[31m"\n', {'yaml-escaped-character@2:10'}),
    'surrogate-by-an-escape': (HEAD + 'summary: "\\ud800"\n', {'yaml-half-character@2:11'}),
    'number-beyond-unicode-by-an-escape': (HEAD + 'summary: "\\U00110000"\n', {'yaml-escape@2:11'}),
    'zero-width-by-an-escape': (HEAD + 'summary: "a\\u200bb"\n', {'yaml-escaped-character@2:10'}),
    'private-use-by-an-escape': (HEAD + 'summary: "\\uE000"\n', {'yaml-escaped-character@2:10'}),
    'return-by-an-escape': (HEAD + 'summary: "a\\rb"\n', {'yaml-escaped-character@2:10'}),
}

FRONT = '---\ntitle: {en: x, ar: x}\n---\n'  # lines 1 to 3 of a record in Markdown

# name: (Markdown, codes and places): a record content/things/m-NAME.md
MARKDOWN = {
    'front-matter-never-closed': ('---\ntitle: {en: x, ar: x}\n', {'front-matter-open@1:1'}),
    'front-matter-missing': ('<script>hostile()</script>\n', {'front-matter-missing@1:1'}),
    'record-out-of-the-site': (FRONT + '[[../../etc/passwd]]\n', {'bad-record-link@4:3'}),
    'record-of-markup': (FRONT + '[[<script>]]\n', {'bad-record-link@4:3'}),
    'record-with-a-scheme': (FRONT + '[[javascript:hostile()]]\n', {'bad-record-link@4:3'}),
    'record-that-is-not-there': (FRONT + '[[nothing]]\n', {'unknown-record@4:3'}),
    'anchor-of-markup': (FRONT + '[[plain#"onclick=x]]\n', {'bad-record-anchor@4:8'}),
    'citation-of-markup': (FRONT + '[@<script>]\n', {'bad-citation@4:2'}),
    'citation-of-no-work': (FRONT + '[@plain]\n', {'not-citable@4:3'}),
    'citation-with-elements': (FRONT + '[@book, <b onclick=x>]\n', {'bad-citation@4:2'}),
    'view-nobody-knows': (FRONT + '```view evil\n```\n', {'unknown-embedded-view@4:9'}),
    'view-of-markup': (FRONT + '```view <script>\n```\n', {'bad-view-name@4:9'}),
    'view-with-a-foreign-key': (FRONT + '```view table onload=x\n```\n', {'unknown-view-argument@4:15'}),
    'view-with-markup-as-a-kind': (FRONT + '```view table kinds="<script>"\n```\n', {'unknown-view-kind@4:22'}),
    'heading-id-of-markup': (FRONT + '## x {#"onclick=x}\n', {'bad-heading-id@4:8'}),
    'heading-id-of-a-footnote': (FRONT + '## x {#fn-1}\n', {'reserved-heading-id@4:8'}),
    'heading-id-twice': (FRONT + '## x {#a}\n\n## y {#a}\n', {'duplicate-heading-id@6:8'}),
    'heading-id-twice-in-other-normal-forms':
        (FRONT + '## x {#caf\u00e9}\n\n## y {#cafe\u0301}\n', {'duplicate-heading-id@6:8'}),
    'reference-to-private-use': (FRONT + '&#xE000;\n', {'forbidden-reference@4:1'}),
    'reference-to-an-override': (FRONT + 'a &#x202E;b\n', {'forbidden-reference@4:3'}),
    'reference-to-an-isolate': (FRONT + '[a&#8295;b](https://a.example/)\n', {'forbidden-reference@4:3'}),
    'reference-to-a-control': (FRONT + '&#27;[31m\n', {'forbidden-reference@4:1'}),
    'address-with-a-reference-to-a-return':
        (FRONT + '[x](java&#13;script:hostile())\n', {'forbidden-reference@4:9'}),
    'address-behind-a-reference-to-a-control':
        (FRONT + '[x](&#1;javascript:hostile())\n', {'forbidden-reference@4:5'}),
    'address-with-a-reference-to-a-zero-width-space':
        (FRONT + '[x](java&#8203;script:hostile())\n', {'forbidden-reference@4:9'}),
    'address-with-a-reference-to-nul': (FRONT + '[x](java&#0;script:hostile())\n', {'forbidden-reference@4:9'}),
    'reference-to-nul': (FRONT + '&#0;\n', {'forbidden-reference@4:1'}),
    'reference-to-a-zero-width-space': (FRONT + 'a&#x200b;b\n', {'forbidden-reference@4:2'}),
    'reference-to-a-noncharacter': (FRONT + '[a](https://a.example/ "&#xFFFF;")\n', {'forbidden-reference@4:25'}),
    'line-of-9-kilobytes': (FRONT + 'x ' * 4600 + '\n', {'line-too-long@4:1'}),
    'paragraph-of-20-kilobytes': (FRONT + ('x' * 99 + '\n') * 200, {'paragraph-too-long@167:1'}),
    'text-of-300-kilobytes': (FRONT + ('x' * 99 + '\n\n') * 3000, {'text-too-long@5194:50'}),
    'quotations-10000-deep': (FRONT + '>' * 8000 + 'x\n', {'nested-too-deep@4:1'}),
    'lists-1000-deep': (FRONT + ''.join(' ' * (2 * n) + '- x\n' for n in range(1000)), {'text-too-long@514:515'}),
    'brackets-open': (FRONT + '[' * 8000 + '\n', {'too-many-open-brackets@4:65'}),
    'pictures-open': (FRONT + '![' * 4000 + '\n', {'too-many-open-brackets@4:130'}),
    'columns': (FRONT + '|' * 100 + '\n' + '|-' * 99 + '|\n', {'too-many-columns@4:1'}),
    'cells': (FRONT + '|' + 'x|' * 30 + '\n|' + '-|' * 30 + '\n' + '|x\n' * 5000, {'too-many-table-cells@4:1'}),
    'table-rules': (FRONT + '|x|\n|---|\n' * 100, {'too-many-table-rules@37:1'}),
    'definitions': (FRONT + ''.join(f'[x{n}]: https://example.org/{n}\n' + '\n' * (n % 100 == 0) for n in range(1500)),
                    {'too-many-link-definitions@1014:1'}),
    'definition-used-often': (FRONT + '[x]: https://example.org/' + 'y' * 7000 + '\n\n' + ('[x]' * 2000 + '\n\n') * 3,
                              {'link-definition-too-long@4:1'}),
    'override-in-code': (FRONT + '```\nif (x\u202e) {\n```\n', {'bidirectional-control@5:6'}),
    'nul-in-a-text': (FRONT + 'x\0y\n', {'control-character@4:2'}),
    'translation-with-facts-is-a-record': (FRONT.replace('---\n', '---\nsources: []\n', 1) + '[@nothing]\n', {'unknown-record@5:3'}),
}


def record_files():
    files = {f'content/things/{name}.yaml': text for name, (text, _) in YAML.items()}
    files.update({f'content/things/m-{name}.md': text for name, (text, _) in MARKDOWN.items()})
    return files


def record_expectations():
    out = {f'content/things/{name}.yaml': codes for name, (_, codes) in YAML.items()}
    out.update({f'content/things/m-{name}.md': codes for name, (_, codes) in MARKDOWN.items()})
    return out
