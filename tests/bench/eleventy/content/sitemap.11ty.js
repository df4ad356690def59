export const data = { layout: null, permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export function render({ collections }) {
  const urls = [...collections.all.map(({ url }) => url), ...collections.lists.map(({ url }) => url)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map((url) => `<url><loc>https://bench.example${url}</loc></url>\n`).join('')}</urlset>
`;
}
