// node tests/data/validators/run.mjs SITE: what a site publishes, read by other people's validators (README.md here).
// The last line is `N passed, M failed`.

import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import datapackage from 'datapackage';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import ShaclValidator from 'rdf-validate-shacl';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import tableschema from 'tableschema';
import { expect, finish, wordsOf } from '../../tools/tally.mjs';
import { SCHEMA, Vocabulary } from './vocabulary.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const [site] = wordsOf('run.mjs SITE');

function read(...path) {
  return readFileSync(join(site, ...path), 'utf8');
}

// --- Frictionless -----------------------------------------------------------------------------------------------------

async function checkPackage() {
  const data = join(site, 'data');
  const found = await datapackage.Package.load(join(data, 'datapackage.json'), { basePath: data });
  expect(found.valid, `datapackage.json: ${found.errors.map((error) => error.message).slice(0, 3).join('; ')}`);
  const tables = new Map();
  for (const { descriptor } of found.resources) {
    tables.set(descriptor.name, { descriptor, rows: await readTable(join(data, descriptor.path), descriptor) });
  }
  let keys = 0;
  for (const { descriptor, rows } of tables.values()) {
    for (const { fields, reference } of descriptor.schema.foreignKeys ?? []) {
      keys += 1;
      const there = new Set(tables.get(reference.resource || descriptor.name).rows.map((row) => row[reference.fields]));
      const lost = rows.map((row) => row[fields]).filter((value) => value !== null && !there.has(value));
      expect(lost.length === 0, `${descriptor.path}: ${fields} leads nowhere: ${lost.slice(0, 3)}`);
    }
  }
  const rows = [...tables.values()].reduce((sum, table) => sum + table.rows.length, 0);
  console.log(`${tables.size} tables with ${rows} rows and ${keys} foreign keys`);
}

async function readTable(file, descriptor) {
  try {
    const schema = await tableschema.Schema.load(descriptor.schema, { strict: true });
    const { delimiter } = descriptor.dialect;
    const table = await tableschema.Table.load(file, { schema, strict: true, bom: true, ltrim: false, delimiter });
    const rows = await table.read({ keyed: true });
    expect(true);
    return rows;
  } catch (error) {
    const reasons = (error.errors?.length ? error.errors : [error]).map((each) => each.message);
    expect(false, `${descriptor.path}: ${reasons.slice(0, 3).join('; ')}`);
    return [];
  }
}

// --- DCAT -------------------------------------------------------------------------------------------------------------

function dataset(quads) {
  const out = environment.dataset();
  for (const quad of quads) out.add(quad);
  return out;
}

async function checkCatalog() {
  const quads = await jsonld.toRDF(JSON.parse(read('data/catalog.jsonld')), { format: 'application/n-quads', safe: true });
  const catalog = dataset(new Parser({ format: 'N-Quads' }).parse(quads));
  for (const name of ['shapes.ttl', 'range.ttl']) {
    const shapes = dataset(new Parser().parse(readFileSync(join(HERE, 'dcat-ap', name), 'utf8')));
    const report = await new ShaclValidator(shapes, { factory: environment }).validate(catalog);
    const said = report.results.map((one) => `${one.path?.value} of ${one.focusNode.value}: ${one.message[0]?.value ?? one.sourceConstraintComponent.value}`);
    expect(report.conforms, `catalog.jsonld against DCAT-AP's ${name}: ${said.slice(0, 3).join('; ')}`);
  }
  console.log(`${catalog.size} statements in the catalogue`);
}

// --- the pages' linked data -------------------------------------------------------------------------------------------

// schema.org's own context, as far as ours need it: each name is a term of the vocabulary, each value as it stands.
async function loadContext(url) {
  if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`a page names the context ${url}`);
  return { documentUrl: url, document: { '@context': { '@vocab': SCHEMA } } };
}

function pages(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.html') ? [path] : [];
  });
}

async function checkLinkedData() {
  const vocabulary = new Vocabulary();
  const types = new Map();
  let count = 0;
  for (const path of pages(site)) {
    const faults = new Set();
    for (const [, text] of readFileSync(path, 'utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      count += 1;
      try {
        const nodes = await jsonld.expand(JSON.parse(text), { documentLoader: loadContext, safe: true });
        for (const node of nodes) {
          vocabulary.check(node, (fault) => faults.add(fault));
          if (!node['@type']) faults.add('a node without a type');
          for (const type of node['@type'] ?? []) types.set(type, (types.get(type) ?? 0) + 1);
        }
      } catch (error) {
        faults.add(error.details?.event?.message ?? error.message);
      }
    }
    expect(faults.size === 0, `${relative(site, path)}: ${[...faults].slice(0, 3).join('; ')}`);
  }
  expect(count > 0, 'no page has linked data');
  const most = [...types].sort((a, b) => b[1] - a[1]).map(([type, n]) => `${type.replace(SCHEMA, '')} ${n}`);
  console.log(`linked data in ${count} pages: ${most.join(', ')}`);
}

// --- calendars --------------------------------------------------------------------------------------------------------

function checkCalendars() {
  let count = 0;
  for (const language of readdirSync(site, { withFileTypes: true })) {
    const name = join(language.name, 'calendar.ics');
    if (!language.isDirectory() || !readdirSync(join(site, language.name)).includes('calendar.ics')) continue;
    const calendar = new ICAL.Component(ICAL.parse(read(name)));
    const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
    const bad = events.filter((event) => {
      const days = event.startDate?.isDate && event.endDate?.isDate ? event.duration.toSeconds() / 86400 : 0;
      return !event.uid || !event.summary || days < 1 || !Number.isInteger(days);
    });
    expect(events.length > 0 && bad.length === 0, `${name}: ${events.length} events, wrong ${bad.slice(0, 3).map((event) => event.uid)}`);
    expect(new Set(events.map((event) => event.uid)).size === events.length, `${name}: two events of one UID`);
    count += events.length;
  }
  console.log(`${count} events in calendars`);
}

await checkPackage();
await checkCatalog();
await checkLinkedData();
checkCalendars();
finish();
