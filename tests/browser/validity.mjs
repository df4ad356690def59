// Whether a page is what the HTML standard allows, by html-validate.
import { HtmlValidate } from 'html-validate';
import { join } from 'node:path';
import { expect } from '../tools/tally.mjs';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'prefer-native-element': 'off', // a region that scrolls is not a section of the text
    'wcag/h63': 'off', // a head in thead is one of its column, without scope too
  },
});

// `path` is of the page's file.
export async function checkValidity(site, { path }) {
  const report = await validator.validateFile(join(site, path));
  const faults = report.results.flatMap((result) => result.messages)
    .map((one) => `${one.line}:${one.column} ${one.message} [${one.ruleId}]`);
  expect(faults.length === 0, `${path}: ${faults.slice(0, 5).join('; ')}`);
}
