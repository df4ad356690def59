import { about, folders, grouped, languages } from '../catalog.js';
import { base, each, link } from '../_includes/base.js';

export const data = {
  layout: null,
  homes: languages,
  pagination: { data: 'homes', size: 1, alias: 'home' },
  permalink: ({ home }) => `/${home}/`,
};

export function render({ home }) {
  const { title } = about(home);
  return base({ language: home, title, url: `/${home}/` }, `<header class="page-head"><h1>${title}</h1></header>
${each(Object.entries(folders(home)), ([folder, label]) => `<section><h2><a href="/${home}/${folder}/">${label}</a></h2>
<ul>${each(grouped(home, 'folder', folder).slice(0, 8), (item) => `<li>${link(item)}</li>`)}</ul></section>
`)}`);
}
