// What schema.org says of its types and properties, and whether linked data keeps to it.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const SCHEMA = 'http://schema.org/';
const QUADS = fileURLToPath(new URL('./schema.nq', import.meta.resolve('@vocabulary/schema')));
const DATE = /^\d{4}(-\d\d(-\d\d)?)?$/;

// Properties that search engines ask for beside the vocabulary.
const BESIDE = new Set([`${SCHEMA}query-input`]); // what a site's search is called with (Google)

export class Vocabulary {
  constructor() {
    this.types = new Set();
    this.properties = new Set();
    this.superseded = new Set();
    this.instances = new Map(); // an enumeration's members: InForce to LegalForceStatus
    this.parents = new Map();
    this.domains = new Map();
    this.ranges = new Map();
    const add = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);
    for (const line of readFileSync(QUADS, 'utf8').split('\n')) {
      const [, subject, predicate, object] = /^<([^>]*)> <([^>]*)> <([^>]*)>/.exec(line) ?? [];
      const name = predicate?.split(/[#/]/).pop();
      if (name === 'type' && object.endsWith('#Class')) this.types.add(subject);
      else if (name === 'type' && object.endsWith('#Property')) this.properties.add(subject);
      else if (name === 'type') add(this.instances, subject, object);
      else if (name === 'subClassOf') add(this.parents, subject, object);
      else if (name === 'domainIncludes') add(this.domains, subject, object);
      else if (name === 'rangeIncludes') add(this.ranges, subject, object);
      else if (name === 'supersededBy') this.superseded.add(subject);
    }
    this.above = new Map();
  }

  // A type and all that it is a kind of.
  lineage(type) {
    if (!this.above.has(type)) {
      const found = new Set([type]);
      for (const parent of this.parents.get(type) ?? []) for (const one of this.lineage(parent)) found.add(one);
      this.above.set(type, found);
    }
    return this.above.get(type);
  }

  isOneOf(types, wanted) {
    return types.some((type) => wanted.some((one) => this.lineage(type).has(one)));
  }

  // What is wrong in an expanded node (JSON-LD) and all within; `report` is called with a sentence each.
  check(node, report) {
    const types = node['@type'] ?? [];
    const said = types.map(short).join(', ');
    for (const type of types) if (!this.types.has(type)) report(`schema.org has no type ${short(type)}`);
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith('@') || BESIDE.has(property)) continue;
      const name = short(property);
      if (!this.properties.has(property)) report(`schema.org has no property ${name}`);
      else if (this.superseded.has(property)) report(`${name} is superseded`);
      else if (!this.isOneOf(types, this.domains.get(property) ?? [])) report(`${name} is no property of ${said || 'an untyped node'}`);
      for (const value of values.flatMap((each) => each['@list'] ?? [each])) {
        if (this.properties.has(property) && !this.fits(value, this.ranges.get(property) ?? [])) {
          report(`${name} of ${said} cannot be ${JSON.stringify(value['@value'] ?? (value['@type'] ?? []).map(short))}`);
        }
        if (!('@value' in value)) this.check(value, report);
      }
    }
  }

  fits(value, range) {
    const takes = (...names) => names.some((name) => range.includes(SCHEMA + name));
    if (!('@value' in value)) return value['@type'] ? this.isOneOf(value['@type'], range) : '@id' in value;
    const plain = value['@value'];
    if (typeof plain === 'number') return takes('Number', 'Integer', 'Float');
    if (typeof plain === 'boolean') return takes('Boolean');
    if (/^https?:/.test(plain) && takes('URL')) return true;
    if (takes('Date', 'DateTime') && DATE.test(plain)) return true;
    const member = plain.replace(/^https:/, 'http:');
    if (member.startsWith(SCHEMA)) return (this.instances.get(member) ?? []).some((type) => range.includes(type));
    return takes('Text');
  }
}

function short(name) {
  return name.replace(SCHEMA, '');
}
