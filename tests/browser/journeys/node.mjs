// A node for real work: its first run, its two listeners, and what it says when it can only read.

import { openPage, oneTimeCode, textOf } from '../lib/browser.mjs';
import { readDoors } from '../lib/doors.mjs';
import { lookAt } from '../lib/look.mjs';
import { openServe } from '../lib/node.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

/** A world of its own around the same browser. */
async function real(world) {
  world.real ??= { node: { ...await openServe(), isReal: true, logins: [] }, browser: world.browser };
  return world.real;
}

test('row 1.4: the first run makes the first officers with the code of the terminal', async (world) => {
  const own = await real(world);
  const page = await openPage(own, { javaScriptEnabled: true });
  await page.goto(`${own.node.staff}/first-run?lang=en`);
  const wrong = await lookAt(page, 'en');
  check(wrong.length === 0, wrong.join('\n'));
  const fields = page.locator('main input[type=text]');
  const typed = ['wrong-code'];
  for (let n = 1; n < await fields.count(); n += 1) typed.push(`Person ${n}`);
  for (const [n, id] of (await fields.evaluateAll((all) => all.map((f) => f.id))).entries()) {
    if (id.endsWith('sign-in-name')) typed[n] = `officer.${n}`;
    await fields.nth(n).fill(typed[n]);
  }
  await page.locator('main form button').first().click();
  check(await page.locator('.errors a[href="#code"]').count() === 1, 'a wrong code is not named');
  same(await fields.nth(2).inputValue(), typed[2], 'what was typed before');
  await fields.nth(0).fill(own.node.code);
  await page.locator('main form button').first().click();
  const sheets = await page.locator('.panel dl').evaluateAll((all) => all.map((dl) =>
    [...dl.querySelectorAll('dd')].map((dd) => dd.textContent.trim())));
  check(sheets.length >= 3, `${sheets.length} sheets: ${(await textOf(page)).slice(0, 300)}`);
  [own.sign_in, , own.passphrase, own.totp_secret] = sheets[0];
});

test('row 1.4: the first officer signs in with passphrase and second factor, and not without', async (world) => {
  const own = await real(world);
  for (const code of ['000000', oneTimeCode(own.totp_secret)]) {
    const page = await openPage(own);
    await page.goto(`${own.node.staff}/sign-in?lang=en`);
    await page.locator('main input[name=name]').fill(own.sign_in);
    await page.locator('input[type=password]').fill(own.passphrase);
    await page.locator('main input[name=code]').fill(code);
    await page.locator('main form button').first().click();
    const isIn = !page.url().includes('/sign-in');
    same(isIn, code !== '000000', `signed in with ${code === '000000' ? 'a wrong' : 'the right'} code`);
  }
});

test('P-21: the public listener knows no page of officers, and theirs knows no public page', async (world) => {
  const own = await real(world);
  const page = await openPage(own);
  let tried = 0;
  for (const { method, path, face } of readDoors().filter((door) => door.face !== 'Both')) {
    const other = face === 'Staff' ? own.node.public : own.node.staff;
    // The first page of each side sends on, on both.
    if (path === '/') continue;
    const address = `${other}${path.replace(/\{[^}]+\}/g, '0b6f91c2-0000-4000-8000-000000000000')}`;
    const response = method === 'GET' ? await page.request.get(address, { maxRedirects: 0 })
      : await page.request.post(address, { maxRedirects: 0 });
    check([403, 404].includes(response.status()), `${method} ${address} answers ${response.status()}`);
    if (method === 'GET') same(response.status(), 404, `${method} ${path} on the other listener`);
    tried += 1;
  }
  check(tried > 30, `only ${tried} doors were tried`);
});

test('row 1.4: a node without a legal basis takes no hint and says so before anybody writes in vain', async (world) => {
  const own = await real(world);
  const page = await openPage(own);
  await page.goto(`${own.node.public}/report/form?lang=en`);
  const text = page.locator('#text');
  if (await text.count() === 1) {
    await text.fill('Words that must not be lost.');
    await page.getByRole('button', { name: say('report-send') }).click();
    check(await page.locator('.receipt').count() === 0, 'a hint was taken');
    same(await text.inputValue(), 'Words that must not be lost.', 'what was typed');
  }
  await own.node.stop();
});
