// Someone reports in Portuguese, without JavaScript, and comes back with the code.

import { openPage, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

export const WORDS = 'Está uma rapariga fechada no apartamento por cima da oficina. Chora à noite.';

/** Presses a choice by its text. */
async function pick(page, text) {
  await page.locator('label.pick', { hasText: text }).first().click();
}

/** Comes back with a code, on a page of its own. */
export async function comeBack(world, code, language = 'pt') {
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report/back?lang=${language}`);
  await page.locator('#code').fill(code);
  await page.getByRole('button', { name: say('report-return-button', language) }).click();
  return page;
}

test('row 2.1, row 8.13: someone reports in Portuguese without JavaScript and gets a code', async (world) => {
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report?lang=pt`);
  const first = await textOf(page);
  for (const key of ['report-name', 'report-others-proxy', 'report-not-kept-address', 'report-who-reads']) {
    check(first.includes(say(key, 'pt')), `before use the page does not say ${key}`);
  }
  await page.getByText(say('report-someone', 'pt')).click();
  await pick(page, say('report-tick-restraint', 'pt'));
  await page.locator('#text').fill(WORDS);
  await page.locator('#about').getByText(say('report-about-child', 'pt')).click();
  await page.locator('#danger').getByText(say('report-yes', 'pt'), { exact: true }).click();
  await page.locator('#place').fill('Port Amaro');
  await page.getByRole('button', { name: say('report-send', 'pt') }).click();
  const receipt = await textOf(page);
  check(receipt.includes(say('report-have-it', 'pt')), `no receipt: ${receipt.slice(0, 400)}`);
  const digits = await page.locator('.receipt .digits').innerText();
  world.code = digits.replaceAll(/\D/g, '');
  check(world.code.length >= 16, `a code of ${world.code.length} digits`);
  check(!page.url().includes(world.code.slice(0, 4)), 'the address holds the code');
  same((await page.context().cookies()).length, 0, 'cookies');
  same(await page.locator('html').getAttribute('lang'), 'pt', 'language of the page');
  world.words = await page.locator('.receipt .words').innerText();
  check(page.troubles.length === 0, page.troubles.join('\n'));
});

test('row 2.1: what was typed is kept when something must be changed', async (world) => {
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report/form?w=2&lang=en`);
  await page.locator('#place').fill('by the harbour');
  await page.locator('#text').fill('x'.repeat(60_000));
  await page.getByRole('button', { name: say('report-send') }).click();
  check(await page.locator('.errors').count() === 1, 'no sentence says what to change');
  same(await page.locator('#place').inputValue(), 'by the harbour', 'the place typed before');
});
