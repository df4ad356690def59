// features.mjs SITE: what the observatory's pages offer readers, each thing with a check that fails without it: home, records,
// profiles, indicators, the tracker, diagrams, lists of links, paper, and the weight of every record. The last line is
// `N passed, M failed`.
import { expect, finish, wordsOf } from '../tools/tally.mjs';
import { checkDiagram, checkHome, checkSitemap, checkTracker } from './ways.mjs';
import { checkCite, checkIndicator, checkLinksPage, checkNarrowRecord, checkPaper, checkProfile, checkRecord, checkSeries } from './record.mjs';
import { serve } from './server.mjs';
import { DESK, launch, openTab, PHONE } from './support.mjs';
import { checkAllWeights } from './weight.mjs';

// One record for each kind of thing that is looked at.
const RECORDS = {
  full: 'laws/eu-ai-act', named: 'declarations/santiago-declaration', sourced: 'declarations/bletchley-declaration',
  profile: 'jurisdictions/china', line: 'indicators/ai-incidents-growth-2019-2024', bars: 'indicators/annex-mechanisms-25',
  linked: 'publications/wic-2025',
};

async function checkLanguage(desk, phone, site, address, language) {
  const at = (path) => `${address}/${language}/${path}/`;
  const checks = [
    [checkHome, desk, `${address}/${language}/`], [checkRecord, desk, at(RECORDS.full)],
    [checkSeries, desk, at(RECORDS.full)], [checkNarrowRecord, phone, at(RECORDS.full)],
    [checkNarrowRecord, phone, at(RECORDS.named)], [checkPaper, desk, at(RECORDS.sourced)], [checkPaper, desk, at(RECORDS.full)],
    [checkProfile, phone, at(RECORDS.profile)], [checkIndicator, phone, at(RECORDS.line), 'dot'],
    [checkIndicator, phone, at(RECORDS.bars), 'bar'], [checkLinksPage, desk, at(RECORDS.linked)],
    [checkTracker, phone, at('mechanisms-tracker')], [checkDiagram, phone, at('who-does-what')],
    [checkSitemap, desk, at('sitemap')],
  ];
  for (const [check, { tab, troubles }, page, ...more] of checks) {
    troubles.length = 0;
    const path = page.slice(address.length);
    await check(tab, page, path, ...more).catch((error) => expect(false, `${path}: ${error.stack}`));
    expect(troubles.length === 0, `${path}: ${troubles.join('; ')}`);
  }
}

async function main() {
  const [site] = wordsOf('features.mjs SITE');
  const { address, close } = await serve(site);
  const browser = await launch();
  const open = async (viewport) => {
    const context = await browser.newContext({ viewport });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    return openTab(context, address);
  };
  await Promise.all(['zh', 'en'].map(async (language) => (
    checkLanguage(await open(DESK), await open(PHONE), site, address, language))));
  for (const language of ['zh', 'en']) { // one after the other: there is one clipboard
    const { tab } = await open(DESK);
    await checkCite(tab, `${address}/${language}/${RECORDS.full}/`, `/${language}/${RECORDS.full}/`);
  }
  await checkAllWeights(site, ['zh', 'en']);
  await browser.close();
  close();
}

await main().catch((error) => expect(false, error.stack));
finish();
