// The site of ../hugo by Eleventy, its pages written as functions, the fastest of its template languages.
import markdownIt from 'markdown-it';
import { fill, record, slug } from './catalog.js';

// [[ID]] is a link to a record of the text's language; an unknown id ends the build, as it does with the others.
function recordLinks(markdown) {
  markdown.inline.ruler.before('link', 'record', (state, silent) => {
    const found = /^\[\[([a-z0-9-]+)\]\]/.exec(state.src.slice(state.pos, state.pos + 100));
    if (!found) return false;
    if (!silent) {
      const target = record(state.env.language, found[1]);
      if (!target) throw new Error(`${state.env.page.inputPath}: no record ${found[1]}`);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', target.url]];
      state.push('text', '', 0).content = target.data.title;
      state.push('link_close', 'a', -1);
    }
    state.pos += found[0].length;
    return true;
  });
  markdown.core.ruler.push('heading-ids', (state) => {
    state.tokens.forEach((token, i) => {
      if (token.type === 'heading_open') token.attrSet('id', slug(state.tokens[i + 1].content));
    });
  });
}

export default function (config) {
  config.setLibrary('md', markdownIt({ html: false }).use(recordLinks));
  config.addPassthroughCopy({ '../hugo/static/css': 'css' });
  config.addCollection('lists', (all) => fill(all.getFilteredByGlob('./content/**/*.md')));
  return {
    dir: { input: 'content', includes: '../_includes' },
    markdownTemplateEngine: false,
  };
}
