// Compares our Markdown with markdown-it and markdown-it-cjk-friendly on random documents, and both parsers without any
// rule for CJK text, which tells our rule's faults from those of cmark-gfm itself.
//
//   node tests/markdown/differential.mjs BUILD/tests/test_markdown [documents for each alphabet] [seed]
//
// Needs npm, which installs the two packages into a temporary folder.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [program, count = '20000', seed = '1'] = process.argv.slice(2)
if (!program) {
  console.error('usage: node differential.mjs TEST_MARKDOWN [COUNT] [SEED]')
  process.exit(2)
}

const cjk = ['文', '字', '。', '：', '（', '）', '「', '」', '글', 'か']
const marks = ['*', '*', '**', '**', '***', '`', ' ', '\n', 'a', 'b', '.', '(', ')', '"', '\\']
const alphabets = {
  prose: [...cjk, ...marks, '~~', '[文](/u)', '![字](/v)', '_'],
  'quotes and lists': [...cjk, ...marks, '\n> ', '\n>', '\n- ', '\n1. ', '\n\n', '> '],
  tables: [...cjk, ...marks, '|', '\n|', '|\n|', '\n|-|-|\n', '|文|字|\n|-|-|\n|'],
  realistic: ['强调：', '**强调：**', '文字', '*（注）*', '，', '。', '《公约》', '**', '*', '~~删除：~~文', '`代码`',
              '[链接](/u)', 'AI', '(AI)', ' ', '\n', '\n\n', '\n- ', '\n> ', '“引文”', '## 标题\n'],
}

// A small generator of our own (xorshift), so that a seed gives the same documents everywhere.
let state = (Number(seed) * 2654435761) >>> 0 || 1
function random(limit) {
  state ^= state << 13; state >>>= 0
  state ^= state >>> 17
  state ^= state << 5; state >>>= 0
  return state % limit
}
function documents(alphabet) {
  const made = new Set()
  while (made.size < Number(count)) {
    let text = ''
    for (let i = 2 + random(10); i > 0; --i) text += alphabet[random(alphabet.length)]
    made.add(text)
  }
  return [...made]
}

// What both must agree on: our ids, attributes and gaps are taken out, and line ends, which we join between Han.
function normal(html) {
  return html
    .replace(/ id="[^"]*"/g, '').replace(/ loading="lazy"/g, '').replace(/ rel="external noopener"/g, '')
    .replace(/\{(address|image) ([^}]*)\}/g, '$2').replace(/<s>/g, '<del>').replace(/<\/s>/g, '</del>')
    .replace(/ style="text-align:[a-z]*"/g, '').replace(/ (align="|class="align-)[a-z]*"/g, '')
    .replace(/<tbody><\/tbody>/g, '').replace(/\n/g, '')
}

const folder = mkdtempSync(join(tmpdir(), 'armillary-differential-'))
try {
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder,
                       'markdown-it@15.0.3', 'markdown-it-cjk-friendly@3.0.0'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const require = createRequire(join(folder, 'index.js'))
  const load = async (name) => {
    const module = await import(pathToFileURL(require.resolve(name)))
    return module.default?.default ?? module.default
  }
  const MarkdownIt = await load('markdown-it')
  const cjkFriendly = await load('markdown-it-cjk-friendly')
  const friendly = new MarkdownIt({ xhtmlOut: true }).use(cjkFriendly)
  const plain = new MarkdownIt({ xhtmlOut: true })
  const bare = new MarkdownIt({ xhtmlOut: true }).disable('strikethrough')

  const render = (texts, more = {}) => {
    const [input, output] = [join(folder, 'documents'), join(folder, 'renderings')]
    writeFileSync(input, texts.map((text) => text + '\0').join(''))
    execFileSync(program, ['[.differential]'], {
      stdio: 'ignore', env: { ...process.env, ...more, ARMILLARY_DOCUMENTS: input, ARMILLARY_RENDERINGS: output } })
    return readFileSync(output, 'utf8').split('\0').slice(0, texts.length)
  }

  for (const [name, alphabet] of Object.entries(alphabets)) {
    const texts = documents(alphabet)
    const ours = render(texts)
    const cmark = render(texts, { ARMILLARY_PLAIN: '1' })
    let different = 0
    let cmarksOwn = 0
    let repaired = 0
    const shown = []
    texts.forEach((text, i) => {
      const expected = normal(friendly.render(text))
      if (expected !== normal(plain.render(text))) ++repaired
      if (normal(ours[i]) === expected) return
      ++different
      if (normal(cmark[i]) !== normal(bare.render(text))) ++cmarksOwn
      else if (shown.length < 5) shown.push({ text, expected, ours: normal(ours[i]) })
    })
    console.log(`${name}: ${texts.length} documents, ${repaired} need the rule for CJK, ${different} differ, ` +
                `${cmarksOwn} of them without any rule for CJK too`)
    for (const example of shown) console.log('  ' + JSON.stringify(example))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
