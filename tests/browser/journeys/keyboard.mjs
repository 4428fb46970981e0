// Every page by keyboard alone.

import { openPage, officerOf, signIn } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

async function focused(page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    return { tag: here.tagName, text: here.textContent.trim(), name: here.className };
  });
}

test('row 8.13: the first stop skips to the text, on both sides', async (world) => {
  const triage = officerOf(world, 'triage');
  const staff = await signIn(world, triage);
  const stranger = await openPage(world);
  await stranger.goto(`${world.node.public}/report`);
  for (const page of [staff, stranger]) {
    await page.goto(page.url());
    await page.keyboard.press('Tab');
    const first = await focused(page);
    same(first.name, 'skip', 'the first stop');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
  }
});

test('row 8.13: the tab order follows the order of the page, and focus is always seen', async (world) => {
  const page = await signIn(world, officerOf(world, 'triage'), { javaScriptEnabled: true });
  const wrong = [];
  let before = -1;
  for (let press = 0; press < 25; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      if (here === document.body) return null;
      const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
      const style = getComputedStyle(here);
      return { index: all.indexOf(here), outline: style.outlineStyle, width: style.outlineWidth, html: here.outerHTML.slice(0, 80) };
    });
    if (!at) break;
    if (at.index < before) wrong.push(`goes back to ${at.html}`);
    if (at.outline === 'none' || at.width === '0px') wrong.push(`no outline on ${at.html}`);
    before = at.index;
  }
  check(before > 5, 'the Tab key reaches little');
  check(wrong.length === 0, wrong.join('\n'));
});

const PRESSES_MAX = 80;

/** Presses Tab until the focus stands on an element that `selector` names. */
async function tabTo(page, selector) {
  for (let press = 0; press < PRESSES_MAX; press += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`:is(${selector}):focus`).count() > 0) return;
  }
  throw new Error(`the Tab key does not reach ${selector} on ${page.url()}`);
}

/** Presses Enter and waits for the page that follows. */
async function enter(page) {
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}

test('row 8.13: reporting and coming back with the keyboard alone', async (world) => {
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report?lang=en`);
  await tabTo(page, '.choice[href*="w=1"]');
  await enter(page);
  await tabTo(page, 'input[value=papers-held]');
  await page.keyboard.press('Space');
  await tabTo(page, 'textarea');
  await page.keyboard.type('They keep our papers.');
  await tabTo(page, 'input[name=about]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main button');
  await enter(page);
  const code = await page.locator('.receipt .words').innerText();
  await tabTo(page, '.acts .button');
  await enter(page);
  await tabTo(page, '.choice[href*="back"]');
  await enter(page);
  await tabTo(page, '#code');
  await page.keyboard.type(code);
  await enter(page);
  check((await page.locator('main').innerText()).includes(say('report-answers-none')), 'no answer page');
});

test('row 8.13: from signing in to a screened hint with the keyboard alone', async (world) => {
  const officer = officerOf(world, 'triage');
  const page = await openPage(world);
  await page.goto(`${world.node.staff}/sign-in?lang=en`);
  await tabTo(page, 'main input[name=name]');
  await page.keyboard.type(officer.sign_in);
  await tabTo(page, 'input[type=password]');
  await page.keyboard.type(officer.passphrase);
  await enter(page);
  await tabTo(page, '.next .button');
  await enter(page);
  check(/\/hints\/[0-9a-f-]{36}/.test(page.url()), `no hint: ${page.url()}`);
  await tabTo(page, 'a[href*="/screenings/new"]');
  await enter(page);
  await tabTo(page, 'input[value=adult]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main button');
  await enter(page);
  await tabTo(page, '.answers input');
  await page.keyboard.press('Space');
  await tabTo(page, 'button[value=result]');
  await enter(page);
  check(await page.locator('.todo li').count() > 0, `no result: ${page.url()}`);
});
