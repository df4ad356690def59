// What stands on every page.
import { about, folders, grouped, languages, word } from '../catalog.js';

const SITE = 'https://bench.example';

export const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;');
export const link = (item) => `<a href="${item.url}">${escape(item.data.title)}</a>`;
export const each = (items, make) => items.map(make).join('');

export function base({ language, title, summary, url }, main) {
  const site = about(language);
  const twins = languages.map((one) => ({ ...about(one), url: url.replace(`/${language}/`, `/${one}/`) }));
  const kinds = Object.entries(folders(language));
  return `<!doctype html>
<html lang="${site.tag}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · ${site.title}</title>
${summary ? `<meta name="description" content="${escape(summary)}">` : ''}
<link rel="canonical" href="${SITE}${url}">
${each(twins, (twin) => `<link rel="alternate" hreflang="${twin.tag}" href="${SITE}${twin.url}">
`)}<link rel="stylesheet" href="/css/site.css">
</head>
<body>
<a class="skip-link" href="#content">${word(language, 'skip')}</a>
<header class="site-header">
<a class="site-name" href="/${language}/">${site.title}</a>
<nav class="language-switch" aria-label="${word(language, 'languages')}">
${each(twins, (twin) => `<a href="${twin.url}" hreflang="${twin.tag}" lang="${twin.tag}">${twin.label}</a>
`)}</nav>
<nav class="site-navigation" aria-label="${word(language, 'menu')}">
<ul>
${each(kinds, ([folder, label]) => `<li><a href="/${language}/${folder}/">${label}</a></li>
`)}<li><a href="/${language}/years/">${word(language, 'years')}</a></li>
</ul>
</nav>
</header>
<main id="content" tabindex="-1">
${main}
</main>
<footer class="site-footer">
<ul>
${each(kinds, ([folder, label]) => `<li><a href="/${language}/${folder}/">${label}</a> <span class="count">${
    grouped(language, 'folder', folder).length}</span></li>
`)}</ul>
<p>${SITE}${url}</p>
</footer>
</body>
</html>
`;
}
