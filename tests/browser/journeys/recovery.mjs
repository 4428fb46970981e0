// A desk sees to its key, a custodian shows the share; the administrator gives open work of who left
// to a colleague by the neutral name.

import { officerOf, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

/** A text in the language of the page: each officer has their own. */
async function words(page, key) {
  return say(key, await page.locator('html').getAttribute('lang'));
}

async function tells(page, key) {
  return (await textOf(page)).includes(await words(page, key));
}

test('row 8.19: a desk prints its sealed paper, and a second member agrees', async (world) => {
  const [first, second] = world.node.logins.filter((login) => login.desk_kind === 'shelter');
  const page = await signIn(world, first);
  await page.goto(`${world.node.staff}/desk/recovery`);
  check(await tells(page, 'recovery-ready'), 'the custodians are not ready');
  await page.getByRole('button', { name: await words(page, 'recovery-print-do') }).click();
  const sheet = (await page.locator('.sheet td').allInnerTexts()).map((cell) => cell.replace(/\d+/g, '').trim());
  same(sheet.length, 15, 'words of the sealed paper');
  check(sheet.every((word) => /^[a-z]{3,}$/.test(word)), `no words: ${sheet.join(' ')}`);
  await page.goto(`${world.node.staff}/desk/recovery`);
  check(!(await textOf(page)).includes(sheet[0]), 'the words are shown a second time');
  check(await tells(page, 'recovery-wait-paper'), 'the paper does not wait');
  const other = await signIn(world, second);
  await other.goto(`${world.node.staff}/desk/recovery`);
  await other.getByRole('button', { name: await words(other, 'recovery-agree') }).click();
  check(await tells(other, 'recovery-done-agreed'), 'the second member did not agree');
  await other.getByRole('button', { name: await words(other, 'recovery-seen-do') }).click();
  check(await tells(other, 'recovery-done-seen'), 'the paper was not seen');
});

test('row 8.19: a custodian shows that the share is still held', async (world) => {
  const page = await signIn(world, officerOf(world, 'responder', 'hospital'));
  await page.goto(`${world.node.staff}/shares`);
  check(await tells(page, 'recovery-never'), 'the share was shown before');
  await page.getByRole('button', { name: await words(page, 'share-show-do') }).click();
  check(await tells(page, 'share-shown'), 'the share was not shown');
});

test('row 8.19: custodians of one service alone are not taken', async (world) => {
  const page = await signIn(world, officerOf(world, 'caseworker', 'child-protection'));
  await page.goto(`${world.node.staff}/desk/recovery/custodians`);
  const own = page.locator('fieldset').filter({ hasText: 'Police of Port Amaro' }).locator('label.pick');
  for (const pick of await own.all()) await pick.click();
  await page.getByRole('button', { name: await words(page, 'custodians-do') }).click();
  check(await page.locator('.errors').count() === 1, 'one service alone was taken');
});
