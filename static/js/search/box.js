// The search box of every page: loads the search when a reader turns to it. Without this script it is a plain form.
const form = document.querySelector('form.search-box');
const input = form?.querySelector('input[type="search"]');
let loading = null;

function load() {
  // All at once, for they import one another in steps.
  loading ??= Promise.all([import('./combobox.js'), import('./engine.js'), import('./index_reader.js'),
    import('./units.js'), import('./atoms.js'), import('./rank.js'), import('./excerpt.js'), import('./query.js'),
    import('./spelling.js'), import('./results.js')])
    .then(([{ attachList }, { SearchEngine }]) => attachList(form, input, new SearchEngine(form.dataset.index)))
    .catch(() => { loading = null; });
}

if (input) {
  if (!form.matches('.search-page-form')) {
    input.addEventListener('focus', load);
    input.addEventListener('input', load);
    if (document.activeElement === input) load();
  }
}
