// node tests/interchange/run.mjs BINARY: what other programs read is as they expect it.
//
// - `--format json` against diagnostics.schema.json, `--format sarif` against the types that SchemaStore publishes of SARIF
//   2.1.0 (TypeScript refuses a key or a value that the schema does not have), `--format github` against the syntax of
//   workflow commands; on a case with many mistakes, one without any and one without a place.
// - .github/workflows against GitHub's schema (action-validator); .gitlab-ci.yml is YAML with jobs of declared stages (the npm
//   registry has no sound schema of GitLab's).
// - The problem matchers find every diagnostic of the text format.
// - The manual is good roff, the completions are read by their shells, and bash offers what it should.
// - Containerfile installs every library that the program is linked with.
// - Compressed copies give back their originals, and the list of changed files is right.
// The last line is `N passed, M failed`.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Ajv2020 from 'ajv/dist/2020.js';
import ts from 'typescript';
import { parse } from 'yaml';
import { expect, finish, wordsOf } from '../tools/tally.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const CASES = join(ROOT, 'tests/cases/diagnostics');
const [binary] = wordsOf('run.mjs BINARY');

// Standard error of `check --format FORMAT` on a case laid over the base.
function diagnose(name, format) {
  const root = mkdtempSync(join(tmpdir(), 'armillary-interchange-'));
  try {
    cpSync(join(CASES, 'base'), root, { recursive: true });
    if (name) cpSync(join(CASES, name), root, { recursive: true });
    return spawnSync(binary, ['check', '--root', root, '--format', format], { encoding: 'utf8' }).stderr;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

// Type errors of `value` as a `type` of a package: TypeScript checks literals for unknown keys too.
function typeErrors(value, type, module) {
  const file = join(HERE, 'checked.ts');
  writeFileSync(file, `import type { ${type} } from '${module}';\nexport const value: ${type} = ${JSON.stringify(value)};\n`);
  try {
    const options = { strict: true, noEmit: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
    return found.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'));
  } finally {
    rmSync(file, { force: true });
  }
}

const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(HERE, 'diagnostics.schema.json'), 'utf8')));
const matchers = JSON.parse(readFileSync(join(ROOT, '.github/problem-matchers/armillary.json'), 'utf8'));
const tasks = JSON.parse(readFileSync(join(ROOT, '.vscode/tasks.json'), 'utf8'));
const patterns = [
  matchers.problemMatcher[0].pattern[0].regexp,
  tasks.tasks.find((task) => task.label === 'check').problemMatcher.pattern.regexp,
];
const COMMAND = /^::(error|warning) (file=[^:,]+,)?(line=\d+,col=\d+,endColumn=\d+,)?title=[a-z0-9-]+::[^\r\n]+$/;

for (const name of ['', 'several-mistakes-in-one-run-in-order', 'bad-record-id-in-capitals', 'not-utf-8-saved-by-an-old-editor'].filter(
  (each) => !each || readdirSync(CASES).includes(each),
)) {
  const shown = name || 'the sound observatory';
  const json = JSON.parse(diagnose(name, 'json'));
  expect(validate(json), `${shown} as json: ${JSON.stringify(validate.errors)}`);
  const sarif = JSON.parse(diagnose(name, 'sarif'));
  const errors = typeErrors(sarif, 'StaticAnalysisResultsFormatSARIFVersion210JSONSchema', '@schemastore/sarif-2.1.0');
  expect(errors.length === 0, `${shown} as sarif: ${errors.join('; ')}`);
  expect(sarif.runs[0].results.length === json.length, `${shown}: as many results in sarif as in json`);
  const lines = diagnose(name, 'github').split('\n').filter(Boolean);
  expect(lines.length === json.length, `${shown}: as many commands for GitHub as diagnostics`);
  for (const line of lines) expect(COMMAND.test(line), `${shown} for github: ${line}`);
  const text = diagnose(name, 'text').split('\n');
  for (const pattern of patterns) {
    const found = text.map((line) => new RegExp(pattern).exec(line)).filter(Boolean);
    expect(found.length === json.length, `${shown}: ${found.length} of ${json.length} diagnostics match ${pattern}`);
    expect(
      json.every((each) => found.some((match) => match[1] === each.path && match[6] === each.code)),
      `${shown}: path and code are found by ${pattern}`,
    );
  }
}
expect(typeErrors({ version: '2.1.0', runs: [], surplus: 1 }, 'StaticAnalysisResultsFormatSARIFVersion210JSONSchema', '@schemastore/sarif-2.1.0').length > 0, 'a key that SARIF does not have is refused');

// --- What the program says of itself: the manual and the completions, from one description.

const run = (...words) => spawnSync(binary, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
const commands = [...run('manual').stdout.matchAll(/^\.SS armillary (\w+)/gm)].map((found) => found[1]);
expect(commands.includes('build') && commands.includes('rename'), `the manual tells every command: ${commands}`);
const has = (name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
if (has('groff')) {
  const done = spawnSync('groff', ['-man', '-ww', '-Tutf8'], { input: run('manual').stdout, encoding: 'utf8' });
  expect(done.status === 0 && done.stderr === '', `groff takes the manual without a warning: ${done.stderr}`);
}
for (const shell of ['bash', 'zsh', 'fish']) {
  const text = run('completions', shell).stdout;
  for (const command of commands) expect(text.includes(command), `completions for ${shell} know '${command}'`);
  if (!has(shell)) continue;
  const file = join(mkdtempSync(join(tmpdir(), 'armillary-interchange-')), shell);
  writeFileSync(file, text);
  const done = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  expect(done.status === 0 && done.stderr === '', `${shell} reads its completions: ${done.stderr}`);
  rmSync(dirname(file), { recursive: true, force: true });
}

// What bash offers behind these words; the last is the one being written.
function offered(...words) {
  const script = `source <(${binary} completions bash) && COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) && _armillary && printf '%s\\n' "\${COMPREPLY[@]}"`;
  return spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8', cwd: ROOT }).stdout.split('\n').filter(Boolean);
}

const same = (found, wanted, text) => expect(String(found) === String(wanted), `${text}: ${found} for ${wanted}`);
same(offered('armillary', 're'), ['rename'], 'a command begun is completed');
same(offered('armillary', 'build', '--chan'), ['--changed-files'], 'an option begun is completed');
same(offered('armillary', 'check', '--format', ''), ['text', 'json', 'github', 'sarif'], 'words of an option');
same(offered('armillary', 'status', '--format', ''), ['text', 'json'], "words of another command's option");
same(offered('armillary', 'completions', 'f'), ['fish'], "words of a command's argument");
same(offered('armillary', 'build', '--root', 'stat'), ['static'], 'folders of an option');

// --- Compressed copies give back what they were made from.

const made = mkdtempSync(join(tmpdir(), 'armillary-interchange-'));
try {
  const list = join(made, 'changed');
  const build = () => run('build', '--root', join(ROOT, 'templates/starter'), '--output', join(made, 'site'), '--compress', '--changed-files', list);
  expect(build().status === 0, 'a site is built with compressed copies');
  const names = readFileSync(list, 'utf8').trim().split('\n');
  expect(names.includes('index.html') && names.includes('_headers'), 'the list of changed files names all of a first build');
  for (const name of names.filter((each) => /\.(gz|br)$/.test(each))) {
    const packed = readFileSync(join(made, 'site', name));
    const original = readFileSync(join(made, 'site', name.replace(/\.(gz|br)$/, '')));
    const unpacked = name.endsWith('.gz') ? gunzipSync(packed) : brotliDecompressSync(packed);
    expect(unpacked.equals(original) && packed.length < original.length, `${name} is a smaller copy`);
  }
  expect(names.includes('en/index.html.gz') && names.includes('en/index.html.br'), 'pages have both copies');
  build();
  expect(readFileSync(list, 'utf8') === '' && readFileSync(`${list}.removed`, 'utf8') === '', 'nothing changed, nothing listed');
} finally {
  rmSync(made, { recursive: true, force: true });
}

const workflows = join(ROOT, '.github/workflows');
for (const name of readdirSync(workflows)) {
  const done = spawnSync(process.execPath, [join(HERE, 'node_modules/@action-validator/cli/cli.mjs'), join(workflows, name)], { encoding: 'utf8' });
  expect(done.status === 0, `.github/workflows/${name}: ${done.stdout}${done.stderr}`);
}
const gitlab = parse(readFileSync(join(ROOT, '.gitlab-ci.yml'), 'utf8'));
for (const [name, job] of Object.entries(gitlab)) {
  if (name === 'stages' || name === 'default') continue;
  expect(gitlab.stages.includes(job.stage), `.gitlab-ci.yml: ${name} is of a stage that is declared`);
  expect(Array.isArray(job.script), `.gitlab-ci.yml: ${name} has a script`);
}

// --- The image: what the program is linked with, by Debian's packages, is in the list of the stage that runs it.

const inImage = readFileSync(join(ROOT, 'Containerfile'), 'utf8').split(/^FROM /m).pop();
const libraries = [...spawnSync('ldd', [binary], { encoding: 'utf8' }).stdout.matchAll(/=> (\S+)/g)].map((found) => realpathSync(found[1]));
const owners = spawnSync('dpkg', ['-S', ...libraries.flatMap((path) => [path, path.replace(/^\/usr(?=\/lib)/, '')])], { encoding: 'utf8' }).stdout;
const packages = new Set([...owners.matchAll(/^([^:\s]+)(?::\w+)?: /gm)].map((found) => found[1]));
const inEveryDebian = ['libc6', 'libgcc-s1', 'libstdc++6'];
expect(packages.size > inEveryDebian.length, `the packages of the libraries are known: ${[...packages]}`);
for (const name of packages) {
  expect(inEveryDebian.includes(name) || inImage.includes(` ${name} `), `Containerfile: the image holds ${name}`);
}

finish();
