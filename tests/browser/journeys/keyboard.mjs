// Every page by keyboard alone.

import { openPage, officerOf, signIn } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';

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
    check(page.url().endsWith('#main'), `the skip link goes to ${page.url()}`);
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
