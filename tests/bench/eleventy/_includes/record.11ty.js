import { folders, grouped, record, term, word } from '../catalog.js';
import { base, each, escape, link } from './base.js';

const HEADING = /<h([23]) id="([^"]*)">(.*?)<\/h[23]>/g;

const items = (all) => each(all, (one) => `<li>${one}</li>`);
const fact = (label, value) => `<div class="fact"><dt>${label}</dt><dd>${value}</dd></div>\n`;

function choices(language, group, names) {
  return names.map((name) => `<a href="/${language}/${group}/${name}/">${term(language, name)}</a>`);
}

function relations(language, id) {
  const groups = [['issuers', 'issued'], ['referred', 'referred_by'], ['mentioned', 'mentioned_in']];
  return each(groups, ([group, label]) => {
    const found = grouped(language, group, id);
    if (found.length === 0) return '';
    return `<h3>${word(language, label)} <span class="count">${found.length}</span></h3>
<ul class="links">${items(found.map(link))}</ul>`;
  });
}

export function render(data) {
  const { language, page, title, summary, content } = data;
  const folder = page.url.split('/')[2];
  const targets = (ids) => items(ids.map((id) => link(record(language, id))));
  const contents = [...content.matchAll(HEADING)];
  return base({ language, title, summary, url: page.url }, `<article class="record">
<nav class="breadcrumbs"><ol><li><a href="/${language}/">${word(language, 'home')}</a></li><li><a href="/${language}/${
  folder}/">${folders(language)[folder]}</a></li></ol></nav>
<header class="page-head">
<h1>${escape(title)}</h1>
<p class="lead">${escape(summary)}</p>
</header>
<section class="facts" aria-labelledby="facts">
<h2 id="facts">${word(language, 'facts')}</h2>
<dl>
${fact(word(language, 'standing'), choices(language, 'standing', data.standing).join(''))
}${fact(word(language, 'subjects'), `<ul>${items(choices(language, 'subjects', data.subjects))}</ul>`)
}${fact(word(language, 'issuers'), `<ul>${targets(data.issuers)}</ul>`)
}${fact(word(language, 'related'), `<ul>${targets(data.referred)}</ul>`)
}</dl>
</section>
<nav class="toc" aria-label="${word(language, 'contents')}"><ul>${
  items(contents.map(([, , id, text]) => `<a href="#${id}">${text}</a>`))}</ul></nav>
<div class="prose">${content}</div>
<section aria-labelledby="events">
<h2 id="events">${word(language, 'events')}</h2>
<ol class="steps">${items(data.events.map(({ type, date }) => `<time datetime="${date}"><a href="/${language}/years/${
  date.slice(0, 4)}/">${date}</a></time> ${word(language, type)}`))}</ol>
</section>
<section class="relations" aria-labelledby="links-here">
<h2 id="links-here">${word(language, 'links_here')}</h2>
${relations(language, page.fileSlug)}
</section>
</article>`);
}
