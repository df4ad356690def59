import { base, each, escape, link } from '../_includes/base.js';

export const data = {
  layout: null,
  pagination: { data: 'collections.lists', size: 1, alias: 'list', addAllPagesToCollections: false },
  permalink: ({ list }) => list.url,
};

function entry(item) {
  const { summary, events } = item.data;
  return `<li><article class="card"><h2>${link(item)}</h2><p>${escape(summary ?? '')}</p>${
    events ? `<p class="meta">${events[0].date}</p>` : ''}</article></li>
`;
}

export function render({ list }) {
  return base(list, `<header class="page-head"><h1>${escape(list.title)}</h1><p>${list.count}</p></header>
<ul class="entries">
${each(list.entries, entry)}</ul>
<nav class="pagination">${list.previous ? `<a rel="prev" href="${list.previous}">←</a>` : ''} ${list.number} / ${
  list.total} ${list.next ? `<a rel="next" href="${list.next}">→</a>` : ''}</nav>`);
}
