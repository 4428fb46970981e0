// An operator takes a hint down on the phone, and prints the card of the code.

import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';
import { comeBack } from './report.mjs';

test('row 2.1: an operator takes a hint by phone; what was typed is kept; the card prints alone', async (world) => {
  const page = await signIn(world, officerOf(world, 'triage'));
  await page.goto(`${world.node.staff}/hints/new`);
  await page.locator('label.pick', { hasText: say('triage-phone-channel-walk-in') }).click();
  await page.locator('#place').fill('p'.repeat(600));
  await page.locator('#text').fill('A man at the counter says: six people, one room.');
  await page.getByRole('button', { name: say('triage-phone-send') }).click();
  check(await page.locator('.errors a[href="#place"]').count() === 1, 'the field to change is not named');
  same(await page.locator('#text').inputValue(), 'A man at the counter says: six people, one room.', 'what was typed');
  check(await page.locator('input[value=walk-in]').isChecked(), 'the way it came is not kept');
  await page.locator('#place').fill('Port Amaro');
  await page.getByRole('button', { name: say('triage-phone-send') }).click();
  const card = await page.locator('.receipt').innerText();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('body *').evaluateAll((all) => all
    .filter((part) => part.checkVisibility() && part.childElementCount === 0 && !part.closest('.receipt'))
    .map((part) => part.textContent.trim()).filter((text) => text !== ''));
  same(printed.join(' | '), '', 'what the card prints beside the code');
  check(!/mangrove|traffick|hint/i.test(card), 'the card tells what it is for');
  const person = await comeBack(world, card.match(/\d{4} *\n?\d{4}[\d \n]+/)[0], 'en');
  check((await textOf(person)).includes(say('report-answers-none')), 'the code of the card does not work');
});

test('P-14: the card of a code prints alone, also for who wrote themselves', async (world) => {
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report/form?w=1&lang=fr`);
  await page.locator('#text').fill('Aidez-nous.');
  await page.getByRole('button', { name: say('report-send', 'fr') }).click();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('main > *').evaluateAll((all) => all
    .filter((part) => part.checkVisibility()).map((part) => part.className));
  same(printed.join(' '), 'receipt stack-s', 'what is printed');
});
