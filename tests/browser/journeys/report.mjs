// Someone reports in Portuguese, without JavaScript, and comes back with the code.

import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
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

/** How many hints wait, as the desk counts them. */
async function waiting(world) {
  world.counter ??= await signIn(world, officerOf(world, 'triage'));
  await world.counter.goto(`${world.node.staff}/hints`);
  return Number(/\d+/.exec(await world.counter.locator('.head .lead').innerText())[0]);
}

test('row 2.1: a send button pressed twice sends one hint, and its code works', async (world) => {
  const before = await waiting(world);
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report/form?w=2&lang=en`);
  await page.locator('#text').fill('Pressed twice, meant once.');
  await page.getByRole('button', { name: say('report-send') }).dblclick({ noWaitAfter: true });
  await page.locator('.receipt .digits').waitFor();
  const code = await page.locator('.receipt .digits').innerText();
  same(await waiting(world), before + 1, 'hints that wait');
  const again = await comeBack(world, code, 'en');
  check((await textOf(again)).includes(say('report-answers-none')), 'the code shown does not work');
  // A reload sends the same form once more: the same code, and still one hint.
  await page.reload();
  same(await page.locator('.receipt .digits').innerText(), code, 'the code after a reload');
  same(await waiting(world), before + 1, 'hints that wait after a reload');
});

test('row 2.1: a message sent twice with the code is one message', async (world) => {
  const page = await comeBack(world, world.code, 'pt');
  await page.locator('#text').fill('Enviado duas vezes, uma só mensagem.');
  await page.getByRole('button', { name: say('report-send', 'pt') }).dblclick({ noWaitAfter: true });
  await page.getByText(say('report-again-done', 'pt')).waitFor();
  world.sentTwice = 'Enviado duas vezes, uma só mensagem.';
});

test('P-13: every public field asks the browser to remember, correct and translate nothing', async (world) => {
  const page = await openPage(world);
  for (const path of ['/report/form', '/report/back']) {
    await page.goto(`${world.node.public}${path}`);
    same(await page.locator('form:not([autocomplete=off])').count(), 0, `forms of ${path} without autocomplete=off`);
    const fields = page.locator('textarea, input[type=text]');
    check(await fields.count() > 0, `${path} has no field`);
    for (const html of await fields.evaluateAll((all) => all.map((field) => field.outerHTML))) {
      for (const asked of ['autocomplete="off"', 'spellcheck="false"', 'translate="no"']) {
        check(html.includes(asked), `${path}: ${asked} is missing in ${html.slice(0, 120)}`);
      }
    }
  }
});
