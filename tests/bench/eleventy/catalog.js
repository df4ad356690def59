// What pages ask about other records: by id, by kind, choice and year, and in the other direction of a reference.
import fs from 'node:fs';
import yaml from 'js-yaml';

const PAGE_SIZE = 100;
const LANGUAGES = {
  zh: { tag: 'zh-Hans', label: '中文', title: '合作文书集' },
  en: { tag: 'en', label: 'English', title: 'Instruments of Cooperation' },
};
const FOLDERS = {
  zh: { bodies: '机构', instruments: '文书', meetings: '会议', reports: '报告' },
  en: { bodies: 'Body', instruments: 'Instrument', meetings: 'Meeting', reports: 'Report' },
};
const TERMS = {
  zh: {
    'draft-text': '草案', adopted: '已通过', 'in-force': '生效', ended: '已失效', safety: '安全', trade: '贸易', data: '数据',
    labour: '劳动', health: '卫生', climate: '气候', education: '教育', standards: '标准',
  },
  en: {
    'draft-text': 'Draft', adopted: 'Adopted', 'in-force': 'In force', ended: 'Ended', safety: 'Safety', trade: 'Trade',
    data: 'Data', labour: 'Labour', health: 'Health', climate: 'Climate', education: 'Education', standards: 'Standards',
  },
};
const catalogs = {};

export const languages = Object.keys(LANGUAGES);
export const about = (language) => LANGUAGES[language];
export const folders = (language) => FOLDERS[language];
export const term = (language, name) => TERMS[language][name] ?? name;
export const record = (language, id) => catalogs[language].byId.get(id);
export const grouped = (language, group, key) => catalogs[language][group].get(key) ?? [];
export const slug = (text) => text.toLowerCase().trim().replaceAll(/[^\p{L}\p{N}]+/gu, '-');

const words = Object.fromEntries(languages.map((language) =>
  [language, yaml.load(fs.readFileSync(`../hugo/i18n/${language}.yaml`, 'utf8'))]));
export const word = (language, name) => words[language][name].other;

function add(groups, key, item) {
  if (!groups.has(key)) groups.set(key, []);
  groups.get(key).push(item);
}

function catalogOf(items) {
  const out = { byId: new Map(), folder: new Map(), standing: new Map(), subjects: new Map(), years: new Map(),
    issuers: new Map(), referred: new Map(), mentioned: new Map() };
  for (const item of items) {
    out.byId.set(item.fileSlug, item);
    add(out.folder, item.url.split('/')[2], item);
    for (const group of ['standing', 'subjects', 'years', 'issuers', 'referred', 'mentioned']) {
      for (const key of item.data[group]) add(out[group], key, item);
    }
  }
  return out;
}

function cut(language, url, title, entries) {
  const total = Math.max(Math.ceil(entries.length / PAGE_SIZE), 1);
  const address = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: total }, (_, i) => ({
    language, title, total, number: i + 1, count: entries.length, url: address(i + 1),
    entries: entries.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE),
    previous: i > 0 ? address(i) : null, next: i + 1 < total ? address(i + 2) : null,
  }));
}

function listsOf(language) {
  const catalog = catalogs[language];
  const out = [];
  for (const [folder, title] of Object.entries(FOLDERS[language])) {
    out.push(...cut(language, `/${language}/${folder}/`, title, grouped(language, 'folder', folder)));
  }
  for (const group of ['standing', 'subjects', 'years']) {
    const terms = [...catalog[group].keys()].sort();
    const url = (name) => `/${language}/${group}/${name}/`;
    out.push(...cut(language, `/${language}/${group}/`, word(language, group),
      terms.map((name) => ({ url: url(name), data: { title: term(language, name) } }))));
    for (const name of terms) out.push(...cut(language, url(name), term(language, name), catalog[group].get(name)));
  }
  return out;
}

// Called once, before any page is made; returns the pages of all lists.
export function fill(items) {
  const sorted = items.sort((a, b) => (a.data.title < b.data.title ? -1 : 1));
  for (const language of languages) {
    catalogs[language] = catalogOf(sorted.filter((item) => item.url.startsWith(`/${language}/`)));
  }
  return languages.flatMap(listsOf);
}
