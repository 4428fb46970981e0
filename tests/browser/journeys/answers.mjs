// Pages that answer a form have no address to be swept by: each is reached here and looked at like
// the others.

import { officerOf, openPage, signIn } from '../lib/browser.mjs';
import { lookAt } from '../lib/look.mjs';
import { check, test } from '../lib/runner.mjs';

/** Answers to strangers, in the language of the page they come from. */
const STRANGERS = {
  'the form with something to change': async (page, at) => {
    await page.goto(at('/report/form?w=2'));
    await page.locator('#place').fill('x'.repeat(600));
    await page.locator('main button').click();
  },
  'the code': async (page, at) => {
    await page.goto(at('/report/form?w=1'));
    await page.locator('#text').fill('They keep our papers.');
    await page.locator('input[value=child]').last().check();
    await page.locator('main button').click();
  },
  'a code that is none': async (page, at) => {
    await page.goto(at('/report/back?'));
    await page.locator('#code').fill('1234');
    await page.locator('main button').click();
  },
  'nothing new behind a code': async (page, at) => {
    await page.goto(at('/report/back?'));
    await page.locator('#code').fill('0000 0000 0000 0000 0');
    await page.locator('main button').click();
  },
  'written again': async (page, at) => {
    await STRANGERS['nothing new behind a code'](page, at);
    await page.locator('#text').fill('More.');
    await page.locator('button[value=write]').click();
  },
  'no proof behind a code': async (page, at) => {
    await STRANGERS['nothing new behind a code'](page, at);
    await page.locator('button[value=proof]').click();
  },
  'a code forgotten': async (page, at) => {
    await STRANGERS['no proof behind a code'](page, at);
    await page.locator('button[value=forget]').click();
  },
  'a proof that is none': async (page, at) => {
    await page.goto(at('/report/check?'));
    await page.locator('#proof').fill('nothing');
    await page.locator('main form button').first().click();
  },
  'a page that does not exist': async (page, at) => page.goto(at('/no-such-page?')),
};

/** Answers to officers: role, and how they are reached. */
const OFFICERS = {
  'a wrong passphrase': [null, async (page, staff) => {
    await page.goto(`${staff}/sign-in`);
    await page.locator('main input[name=name]').fill('nobody');
    await page.locator('input[type=password]').fill('nothing at all');
    await page.locator('main form button').first().click();
  }],
  'the card of a hint by phone': ['triage', async (page, staff) => {
    await page.goto(`${staff}/hints/new`);
    await page.locator('#text').fill('Six people, one room.');
    await page.locator('main form button').first().click();
  }],
  'a queue without a match': ['triage', (page, staff) => page.goto(`${staff}/hints?q=nothing`)],
  'a page of another desk': ['triage', (page, staff) => page.goto(`${staff}/openings`)],
  'an identity without a reason': ['caseworker', async (page, staff) => {
    await identity(page, staff);
    await page.locator('main form button').first().click();
  }],
  'a search by too little': ['caseworker', async (page, staff) => {
    await page.goto(`${staff}/find`);
    await page.locator('#name').fill('Maria');
    await page.locator('main form button').first().click();
  }],
  'persons found': ['caseworker', async (page, staff) => {
    await page.goto(`${staff}/find`);
    await page.locator('#name').fill('Maria');
    await page.locator('input[name=reason]').last().check();
    await page.locator('main form button').first().click();
  }],
  'an identity opened': ['caseworker', async (page, staff) => {
    await identity(page, staff);
    await page.locator('input[name=reason]').last().check();
    await page.locator('main form button').first().click();
  }],
};

/** The page that opens the first person of the first case that has one. */
async function identity(page, staff) {
  await page.goto(`${staff}/cases`);
  const cases = await page.locator('.queue .alias').evaluateAll((all) => all.map((a) => a.href));
  for (const address of cases) {
    await page.goto(address);
    const person = page.locator('main a[href^="/persons/"]').first();
    if (await person.count() === 1) return person.click();
  }
  throw new Error('no case has a person');
}

test('row 8.13: the answers to forms are fit for every eye, hand and screen, in both directions', async (world) => {
  const wrong = [];
  const note = (name, language) => (finding) => wrong.push(`${name} ${language}: ${finding}`);
  for (const language of ['fr', 'ar-XB']) {
    const page = await openPage(world, { javaScriptEnabled: true });
    const at = (path) => `${world.node.public}${path}${path.endsWith('?') ? '' : '&'}lang=${language}`;
    for (const [name, reach] of Object.entries(STRANGERS)) {
      await reach(page, at);
      (await lookAt(page, language)).forEach(note(name, language));
    }
    wrong.push(...page.troubles);
  }
  const pages = new Map([[null, await openPage(world, { javaScriptEnabled: true })]]);
  for (const [name, [role, reach]] of Object.entries(OFFICERS)) {
    if (!pages.has(role)) pages.set(role, await signIn(world, officerOf(world, role, role === 'caseworker' ? 'ngo' : undefined), { javaScriptEnabled: true }));
    await reach(pages.get(role), world.node.staff);
    (await lookAt(pages.get(role), 'en')).forEach(note(name, 'en'));
  }
  for (const page of pages.values()) wrong.push(...page.troubles);
  check(wrong.length === 0, wrong.slice(0, 40).join('\n'));
});
