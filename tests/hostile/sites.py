"""Content that must be refused and needs a site of its own: site files, schemas, words, templates, files of all sorts.

name: (files over those of observatory.py, what must be said as 'path:line:column code', or 'path code' where a file has no place)
"""

import os
import socket

from observatory import ROOT, SITE, THING, Link
from slots import PICTURE

HTML = '<!doctype html><title>x</title><script>hostile()</script>'
PICTURE_RECORD = 'title: {en: x, ar: x}\npicture: {path: %s, alt: {en: x, ar: x}}\n'


def site(line):
    return {'content/site.yaml': SITE + line}


def schema(old, new):
    assert old in THING
    return {'content/schema/thing.yaml': THING.replace(old, new, 1)}


def attached(name, data):
    """A record with a file beside it."""
    quoted = "'" + name.replace("'", "''") + "'"
    return {'content/things/x.yaml': PICTURE_RECORD % quoted, f'content/things/{name}': data}


def template(text):
    """A page's template of the site's own."""
    return {'templates/record.html': text}


def svg(inside, attributes=''):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>\n'


SITE_FILES = {
    'title-a-list': ({'content/site.yaml': SITE.replace('{en: Things, ar: أشياء}', '[a]')}, {'content/site.yaml:1:8 expected-text'}),
    'base-address-of-javascript': ({'content/site.yaml': SITE.replace('https://things.example/', 'javascript:hostile()')}, {'content/site.yaml:2:11 bad-base-url'}),
    'base-address-with-quotes': ({'content/site.yaml': SITE.replace('https://things.example/', '\'https://things.example/"><script>\'')}, {'content/site.yaml:2:11 bad-base-url'}),
    'base-address-with-line-end': ({'content/site.yaml': SITE.replace('https://things.example/', '"https://things.example/\\nX-Evil: 1"')}, {'content/site.yaml:2:11 bad-base-url'}),
    'base-address-out-of-its-folder': ({'content/site.yaml': SITE.replace('https://things.example/', 'https://things.example/../')}, {'content/site.yaml:2:11 bad-base-url'}),
    'language-key-out-of-the-site': (site('  ../x: {tag: en, label: x}\n'), {'content/site.yaml:6:3 bad-language-key'}),
    'language-key-of-markup': (site("  '<script>': {tag: en, label: x}\n"), {'content/site.yaml:6:3 bad-language-key'}),
    'language-tag-of-markup': (site("  xx: {tag: '\"><script>', label: x}\n"), {'content/site.yaml:6:13 bad-language'}),
    'language-direction-of-markup': (site("  xx: {tag: fr, label: x, direction: '\"><script>'}\n"), {'content/site.yaml:6:38 bad-direction'}),
    'view-path-out-of-the-site': (site('views: [{view: timeline, path: ../../evil, title: {en: x, ar: x}}]\n'), {'content/site.yaml:6:32 bad-view-path'}),
    'view-path-of-the-data': (site('views: [{view: timeline, path: data, title: {en: x, ar: x}}]\n'), {'content/site.yaml address-twice'}),
    'view-nobody-knows': (site('views: [{view: script, path: x, title: {en: x, ar: x}}]\n'), {'content/site.yaml:6:16 unknown-view'}),
    'navigation-to-javascript': (site("navigation: [{url: 'javascript:hostile()', label: {en: x, ar: x}}]\n"), {'content/site.yaml:6:20 unsafe-link'}),
    'navigation-to-a-host': (site("navigation: [{url: '//evil.example', label: {en: x, ar: x}}]\n"), {'content/site.yaml:6:20 unsafe-link'}),
    'navigation-to-nothing': (site('navigation: [{page: ../../x}]\n'), {'content/site.yaml:6:21 unknown-navigation-target'}),
    'licence-of-javascript': (site("licence: {name: x, url: 'javascript:hostile()'}\n"), {'content/site.yaml:6:25 not-an-address'}),
    'report-to-javascript': (site("report: 'javascript:hostile({id})'\n"), {'content/site.yaml:6:9 bad-report-address'}),
    'report-to-http': (site("report: 'http://evil.example/{id}'\n"), {'content/site.yaml:6:9 bad-report-address'}),
    'question-with-javascript': (site("questions: [{text: {en: x, ar: x}, url: 'javascript:hostile()'}]\n"), {'content/site.yaml:6:41 unsafe-link'}),
    'languages-1000': (site(''.join(f'  l{n}: {{tag: en-x-l{n}, label: x}}\n' for n in range(1000))), {'content/site.yaml:68:3 too-many-languages'}),
    'alias-bomb-in-the-site-file': (site('tagline: &a [x]\nviews: [*a, *a]\n'), {'content/site.yaml:6:10 yaml-anchor', 'content/site.yaml:7:9 yaml-alias', 'content/site.yaml:7:13 yaml-alias'}),
    'site-file-of-nothing': ({'content/site.yaml': ''}, {'content/site.yaml:1:1 expected-mapping'}),
    'site-file-of-a-list': ({'content/site.yaml': '[' * 10000}, {'content/site.yaml:1:65 yaml-too-deep'}),
    'site-file-of-bytes': ({'content/site.yaml': bytes(range(128, 256))}, {'content/site.yaml:1:1 not-utf-8'}),
}

SCHEMAS = {
    'kind-of-markup': (schema('kind: thing', "kind: '<script>'"), {'content/schema/thing.yaml:1:7 bad-kind-name', 'content/schema/thing.yaml:17:26 unknown-kind', 'content/schema/thing.yaml:25:29 unknown-kind'}),
    'folder-out-of-the-site': (schema('folder: things', 'folder: ../things'), {'content/schema/thing.yaml:2:9 bad-folder-name'}),
    'folder-of-the-search': (schema('folder: things', 'folder: search'), {'content/schema/thing.yaml:2:9 reserved-folder'}),
    'folder-of-the-files': (schema('folder: things', 'folder: data'), {'content/schema/thing.yaml:2:9 reserved-folder'}),
    'field-of-a-prototype': (schema('  names:', '  __proto__:'), {'content/schema/thing.yaml:7:3 bad-field-name'}),
    'field-of-markup': (schema('  names:', "  '<script>':"), {'content/schema/thing.yaml:7:3 bad-field-name'}),
    'option-of-markup': (schema('{red:', "{'\"><script>':"), {'content/schema/thing.yaml:10:49 bad-term-id'}),
    'link-of-javascript': (schema('code: {type: text,', "code: {type: text, link: 'javascript:hostile({value})',"), {'content/schema/thing.yaml:16:28 link-not-an-address'}),
    'link-that-is-the-value': (schema('code: {type: text,', "code: {type: text, link: '{value}',"), {'content/schema/thing.yaml:16:28 link-not-an-address'}),
    'pattern-not-closed': (schema("'[A-Z]{2}'", "'[A-Z'"), {'content/schema/thing.yaml:16:31 bad-pattern'}),
    'pattern-that-runs-for-ever': ({**schema("'[A-Z]{2}'", "'(a+)+b'"), 'content/things/x.yaml': f'title: {{en: x, ar: x}}\ncode: {"a" * 5000}\n'}, {'content/things/x.yaml:2:7 pattern-mismatch'}),
    'pattern-of-1000-levels': (schema("'[A-Z]{2}'", "'" + '(' * 1000 + 'a' + ')*' * 1000 + "'"), {'content/schema/thing.yaml:16:31 bad-pattern'}),
    'pattern-of-nested-counts': ({**schema("'[A-Z]{2}'", "'((a{1,1000}){1,1000}){1,1000}'"), 'content/things/x.yaml': f'title: {{en: x, ar: x}}\ncode: {"a" * 5000}b\n'}, {'content/things/x.yaml:2:7 pattern-mismatch'}),
    'extends-itself': (schema('folder: things', 'folder: things\nextends: thing'), {'content/schema/thing.yaml:3:10 schema-cycle'}),
    'extends-out-of-the-folder': (schema('folder: things', 'folder: things\nextends: ../site'), {'content/schema/thing.yaml:3:10 unknown-parent-schema'}),
    'groups-100-deep': (schema('  names: {type: text, many: true}', '  names: ' + '{type: group, fields: {a: ' * 100 + '{type: text}' + '}}' * 100), {'content/schema/thing.yaml:7:842 yaml-too-deep'}),
    'bound-of-ten-thousand-digits': (schema('max: 9000', f'max: {"9" * 10000}'), {'content/schema/thing.yaml:11:37 bad-bound'}),
    'json-ld-of-markup': (schema('folder: things', "folder: things\njsonld: {type: '</script><script>'}"), {'content/schema/thing.yaml:3:16 bad-jsonld-name'}),
    'json-ld-with-a-context': (schema('folder: things', "folder: things\njsonld: {type: Thing, '@context': 'https://evil.example/'}"), {'content/schema/thing.yaml:3:23 unknown-key'}),
    'vocabulary-term-of-markup': ({'content/vocabularies/x.yaml': "'<script>': {label: {en: x, ar: x}}\n"}, {'content/vocabularies/x.yaml:1:1 bad-term-id'}),
    'two-kinds-one-folder': ({'content/schema/other.yaml': THING.replace('kind: thing', 'kind: other')}, {'content/schema/thing.yaml:2:9 duplicate-folder'}),
}

WORDS = {
    'words-as-a-list': ({'templates/strings/ar.yaml': '- x\n'}, {'templates/strings/ar.yaml:1:1 expected-mapping'}),
    'words-as-a-text': ({'templates/strings/ar.yaml': 'x\n'}, {'templates/strings/ar.yaml:1:1 expected-mapping'}),
    'words-with-an-anchor': ({'templates/strings/ar.yaml': 'home: &x Home\nmenu: *x\n'}, {'templates/strings/ar.yaml:1:7 yaml-anchor', 'templates/strings/ar.yaml:2:7 yaml-alias'}),
    'word-twice': ({'templates/strings/ar.yaml': 'home: x\nhome: y\n'}, {'templates/strings/ar.yaml:2:1 duplicate-key'}),
    'words-10000-deep': ({'templates/strings/ar.yaml': 'home: ' + '[' * 10000}, {'templates/strings/ar.yaml:1:71 yaml-too-deep'}),
    'words-of-bytes': ({'templates/strings/ar.yaml': b'home: \xff\n'}, {'templates/strings/ar.yaml:1:7 not-utf-8'}),
    'word-with-an-override': ({'templates/strings/ar.yaml': 'home: "\\u202eemoH"\n'}, {'templates/strings/ar.yaml:1:7 yaml-escaped-character'}),
}

TEMPLATES = {
    'template-that-includes-itself': (template('{% include "record.html" %}'), {'templates/record.html:1:12 template-cycle'}),
    'template-out-of-the-folder': (template('{% include "../content/site.yaml" %}'), {'templates/record.html:1:12 unknown-template'}),
    'template-by-its-whole-path': (template('{% include "/etc/passwd" %}'), {'templates/record.html:1:12 unknown-template'}),
    'template-with-python': (template("{{ ''.__class__ }}"), {'templates/record.html:1:4 undefined-attribute'}),
    'template-that-imports': (template('{% import "os" as os %}'), {'templates/record.html:1:11 unknown-template'}),
    'template-of-brackets': (template('{{ ' + '(' * 10000 + ' }}'), {'templates/record.html:1:10003 template-unclosed'}),
    'template-of-blocks': (template('{% if 1 %}' * 10000), {'templates/record.html:1:504 template-too-deep'}),
    'template-that-multiplies': (template('{{ "x" * 9999999999 }}'), {'templates/record.html:1:4 integer-overflow'}),
    'template-macro-that-calls-itself': (template('{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}'), {'templates/record.html:1:19 recursion-too-deep'}),
    'template-with-a-long-number': (template('{{ 2 ** 99999999 }}'), {'templates/record.html:1:4 integer-overflow'}),
    'template-with-an-override': (template('{# \u202e #}x'), {'templates/record.html:1:4 bidirectional-control', 'templates missing-template'}),
    'template-with-nul': (template('x\0y'), {'templates/record.html:1:2 control-character', 'templates missing-template'}),
}

FILES = {
    'name-of-markup': ({'content/things/<script>hostile()<.yaml': 'x'}, {'content/things/<script>hostile()<.yaml bad-record-id'}),
    'name-with-quotes': ({'content/things/"onload="x.yaml': 'x'}, {'content/things/"onload="x.yaml bad-record-id'}),
    'name-with-a-line-end': ({'content/things/a\nb.yaml': 'x'}, {'content/things/a\nb.yaml bad-record-id'}),
    'name-with-an-escape': ({'content/things/a\x1b[31mb.yaml': 'x'}, {'content/things/a\x1b[31mb.yaml bad-record-id'}),
    'name-with-an-override': ({'content/things/a\u202elmay.yaml': 'x'}, {'content/things/a\u202elmay.yaml bad-record-id'}),
    'name-not-utf-8': ({b'content/things/a\xff.yaml': 'x'}, {'content/things/a\ufffd.yaml bad-record-id'}),
    'name-in-capitals': ({'content/things/Plain.yaml': 'title: {en: x, ar: x}\n'}, {'content/things/Plain.yaml bad-record-id'}),
    'name-with-a-look-alike': ({'content/things/plаin.yaml': 'title: {en: x, ar: x}\n'}, {'content/things/plаin.yaml bad-record-id'}),
    'name-of-a-device': ({'content/things/..yaml': 'x'}, set()),
    'name-of-percents': ({'content/things/%2e%2e%2fx.yaml': 'x'}, {'content/things/%2e%2e%2fx.yaml bad-record-id'}),
    'name-of-a-placeholder': ({'content/things/{}.yaml': 'x'}, {'content/things/{}.yaml bad-record-id'}),
    'name-of-a-template': ({'content/things/{{x}}.yaml': 'x'}, {'content/things/{{x}}.yaml bad-record-id'}),
    'name-reserved': ({'content/things/pages.yaml': 'title: {en: x, ar: x}\n'}, {'content/things/pages.yaml reserved-id'}),
    'name-of-250-letters': ({f'content/things/{"x" * 250}.yaml': 'title: {en: x, ar: x}\n'}, {f'content/things/{"x" * 250}.yaml long-record-id'}),
    'same-id-twice': ({'content/works/plain.yaml': 'title: {en: x, ar: x}\n'}, {'content/works/plain.yaml duplicate-record'}),
    'same-id-as-yaml-and-markdown': ({'content/things/plain.md': '---\ntitle: {en: x, ar: x}\n---\n'}, {'content/things/plain.yaml duplicate-record'}),
    'language-of-markup': ({'content/things/plain.<b>.md': 'x'}, {'content/things/plain.<b>.md unknown-body-language'}),
    'folder-of-folders': ({'content/things/a/b/c.yaml': 'x'}, {'content/things/a/b/c.yaml unclaimed-file'}),
    'folder-nobody-knows': ({'content/Things/x.yaml': 'title: {en: x, ar: x}\n'}, {'content/Things/x.yaml unknown-folder'}),
    'folder-of-markup': ({'content/<b>/x.yaml': 'x'}, {'content/<b>/x.yaml unknown-folder'}),
    'file-unclaimed': ({'content/things/evil.html': HTML}, {'content/things/evil.html unclaimed-file'}),
    'file-at-the-top': ({'content/evil.html': HTML}, {'content/evil.html unclaimed-file'}),
    # symbolic links
    'link-to-a-file-outside': ({'content/things/x.yaml': Link('/etc/passwd')}, {'content/things/x.yaml link-outside'}),
    'link-to-a-folder-outside': ({'content/pages': Link('/etc')}, {'content/pages link-outside'}),
    'link-upwards': ({'content/things/up': Link('../../..')}, {'content/things/up link-outside'}),
    'link-to-itself': ({'content/things/x.yaml': Link('x.yaml')}, {'content/things/x.yaml broken-symbolic-link'}),
    'link-to-nothing': ({'content/things/x.yaml': Link('nothing')}, {'content/things/x.yaml broken-symbolic-link'}),
    'link-to-a-link-outside': ({'content/things/a.yaml': Link('b.yaml'), 'content/things/b.yaml': Link('/etc/passwd')},
                               {'content/things/a.yaml link-outside', 'content/things/b.yaml link-outside'}),
    'link-as-a-picture': ({**attached('x.png', PICTURE), 'content/things/x.png': Link('/etc/passwd')}, {'content/things/x.png link-outside'}),
    'link-to-a-device': ({'content/things/x.yaml': Link('/dev/zero')}, {'content/things/x.yaml link-outside'}),
    'link-to-the-program': ({'content/things/x.yaml': Link('/proc/self/environ')}, {'content/things/x.yaml link-outside'}),
    'link-of-a-schema': ({'content/schema/x.yaml': Link('/etc/passwd')}, {'content/schema/x.yaml link-outside'}),
    'link-in-a-circle': ({'content/things/loop': Link('../things')}, set()),
    'link-of-a-template': ({'templates/strings': Link('/etc')}, set()),
    'link-among-static-files': ({'static/x.txt': Link('/etc/passwd'), 'static/dir': Link('/etc')}, set()),
    'pipe': ({'content/things/x.yaml': os.mkfifo}, {'content/things/x.yaml special-file'}),
    'socket': ({'content/things/x.yaml': lambda path: socket.socket(socket.AF_UNIX).bind(str(path))}, {'content/things/x.yaml special-file'}),
    # names that some disks take for one
    'pictures-whose-names-differ-in-case': (
        {'content/things/x.yaml': PICTURE_RECORD % 'Dot.png', 'content/things/y.yaml': PICTURE_RECORD % 'dot.png',
         'content/things/Dot.png': PICTURE, 'content/things/dot.png': PICTURE}, {'content/things/dot.png name-clash'}),
    'pictures-whose-names-differ-in-normal-form': (
        {'content/things/x.yaml': PICTURE_RECORD % 'caf\u00e9.png', 'content/things/y.yaml': PICTURE_RECORD % '"cafe\\u0301.png"',
         'content/things/caf\u00e9.png': PICTURE, 'content/things/cafe\u0301.png': PICTURE},
        {'content/things/caf\u00e9.png name-clash'}),
    # files that act when they are opened
    'file-of-html': (attached('x.html', HTML), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-html-in-capitals': (attached('x.HTM', HTML), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-xhtml': (attached('x.xhtml', HTML), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-xml': (attached('x.xml', '<?xml-stylesheet href="x.xsl"?><x/>'), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-script': (attached('x.js', 'hostile()'), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-a-module': (attached('x.mjs', 'hostile()'), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-style': (attached('x.css', '*{}'), {'content/things/x.yaml:2:17 active-file'}),
    'file-without-an-ending': (attached('x', HTML), {'content/things/x.yaml:2:17 active-file'}),
    'file-of-two-endings': (attached('x.png.html', HTML), {'content/things/x.yaml:2:17 active-file'}),
    'file-for-the-server': (attached('x.php', '<?php ?>'), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-script': (attached('x.svg', svg('<script>hostile()</script>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-script-of-a-prefix': (attached('x.svg', svg('<s:script>hostile()</s:script>', 'xmlns:s="http://www.w3.org/2000/svg"')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-handler': (attached('x.svg', svg('', 'onload="hostile()"')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-javascript': (attached('x.svg', svg('<a href="javascript:hostile()"><text>x</text></a>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-javascript-in-numbers': (attached('x.svg', svg('<a href="&#106;avascript:hostile()"><text>x</text></a>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-foreign-object': (attached('x.svg', svg('<foreignObject><iframe/></foreignObject>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-entity': (attached('x.svg', '<!DOCTYPE svg [<!ENTITY x "<script>">]>' + svg('&x;')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-with-stylesheet': (attached('x.svg', '<?xml-stylesheet href="https://evil.example/x.css"?>' + svg('')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-that-fetches': (attached('x.svg', svg('<image href="https://evil.example/x.png"/>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-that-fetches-in-its-style': (attached('x.svg', svg('<style>*{fill:url(https://evil.example/x)}</style>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-that-sets-an-address': (attached('x.svg', svg('<a><set attributeName="href" to="javascript:hostile()"/></a>')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-in-utf-16': (attached('x.svg', ('\ufeff' + svg('<script/>')).encode('utf-16')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-in-utf-7': (attached('x.svg', '<?xml version="1.0" encoding="UTF-7"?>' + svg('+ADw-script+AD4-')), {'content/things/x.yaml:2:17 active-file'}),
    'svg-as-a-picture': (attached('x.svg', svg('<title>x</title><defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient></defs><g fill="url(#a)"><path d="M0 0h1"/><use href="#a"/></g>', 'viewBox="0 0 1 1"')), set()),
    'picture-as-a-picture': (attached('x.png', PICTURE), set()),
}

SITES = {**SITE_FILES, **SCHEMAS, **WORDS, **TEMPLATES, **FILES}
