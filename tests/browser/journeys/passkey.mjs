// Passkeys, with a device that Chromium plays: made, used alone, used for a fresh proof, used beside
// the passphrase. And a device that others use too.

import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

/** A text in the language of the page: each officer has their own. */
async function words(page, key) {
  return say(key, await page.locator('html').getAttribute('lang'));
}

async function tells(page, key) {
  return (await textOf(page)).includes(await words(page, key));
}

const WITH_SCRIPT = { javaScriptEnabled: true };

/** Gives the page a device of its own; with `hasPrf` it keeps a secret for each passkey. */
async function plugIn(page, hasPrf) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true,
    hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true, hasPrf,
  } });
  return { cdp, authenticatorId };
}

async function addPasskey(world, page, name) {
  await page.goto(`${world.node.staff}/settings/passkeys`);
  await page.locator('#name').fill(name);
  await page.locator('button[data-passkey=make]').click();
  await page.waitForURL(/done=added/);
  check((await textOf(page)).includes(name), 'the passkey is not in the list');
}

async function lock(page) {
  await page.locator('.me button').click();
  await page.waitForURL(/\/sign-in/);
}

test('row 8.18, P-06: a passkey is made, signs in alone and proves who opens a name', async (world) => {
  const officer = officerOf(world, 'caseworker', 'ngo');
  const page = await signIn(world, officer, WITH_SCRIPT);
  await plugIn(page, true);
  await addPasskey(world, page, 'blue key');
  check(await tells(page, 'passkey-alone'), 'the passkey does not sign in alone');
  await lock(page);
  await page.locator('button[data-passkey=alone]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  check((await textOf(page)).includes(officer.name), 'another officer is signed in');
  await page.goto(`${world.node.staff}/cases`);
  await page.locator('.queue .alias').first().click();
  const person = await page.locator('a[href^="/persons/"]').first().getAttribute('href');
  const id = person.split('/')[2];
  await page.goto(`${world.node.staff}/prove?to=person&id=${id}`);
  await page.locator('button[data-passkey=alone]').click();
  await page.waitForURL(new RegExp(`/persons/${id}/open`));
  await page.locator('label.pick').first().click();
  await page.locator('main form button').first().click();
  check(await page.locator('.opened').count() > 0, 'no name is open');
  // The browser notes that devices with RSA alone are left out, and that it cleared what it kept.
  const troubles = page.troubles.filter((said) => !/pubKeyCredParams|Clear-Site-Data/.test(said));
  same(troubles.join('; '), '', 'what went wrong on the pages');
  await page.context().close();
});

test('P-06: a passkey without a secret stands for the code; what was removed lets nobody in', async (world) => {
  const officer = officerOf(world, 'analyst');
  const page = await signIn(world, officer, WITH_SCRIPT);
  await plugIn(page, false);
  await addPasskey(world, page, 'old key');
  check(await tells(page, 'passkey-beside'), 'the passkey signs in alone');
  await lock(page);
  await page.locator('button[data-passkey=alone]').click();
  await page.locator('.errors').waitFor();
  check(await tells(page, 'passkey-second-only'), 'it is not said what is missing');
  await page.locator('#name').fill(officer.sign_in);
  await page.locator('#passphrase').fill(officer.passphrase);
  await page.locator('button[data-passkey=beside]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(`${world.node.staff}/settings/passkeys`);
  await page.getByRole('button', { name: await words(page, 'passkey-remove') }).first().click();
  await page.waitForURL(/done=removed/);
  await lock(page);
  await page.locator('button[data-passkey=alone]').click();
  await page.locator('.errors').waitFor();
  check(await tells(page, 'passkey-wrong'), 'a removed passkey is not refused');
  await page.context().close();
});

test('P-06: who has no device is told so, and without a script the pages say what to do', async (world) => {
  const page = await openPage(world, WITH_SCRIPT);
  const { cdp, authenticatorId } = await plugIn(page, true);
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await page.goto(`${world.node.staff}/sign-in?lang=en`);
  await page.locator('button[data-passkey=alone]').click();
  await page.locator('[data-passkey-failed]:visible').first().waitFor();
  await page.context().close();
  const plain = await openPage(world);
  await plain.goto(`${world.node.staff}/sign-in?lang=en`);
  check(await tells(plain, 'passkey-no-script'), 'it is not said');
  same(await plain.locator('button[data-passkey]:visible').count(), 0, 'buttons that do nothing');
});

test('row 8.18: a shared device locks itself after two minutes, and going back shows nothing', async (world) => {
  const officer = officerOf(world, 'caseworker', 'shelter');
  const page = await openPage(world, WITH_SCRIPT);
  await page.clock.install();
  await page.goto(`${world.node.staff}/sign-in?lang=en`);
  await page.locator('#name').fill(officer.sign_in);
  await page.locator('#passphrase').fill(officer.passphrase);
  await page.locator('input[name=shared]').check();
  await page.getByRole('button', { name: await words(page, 'door-enter'), exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.goto(`${world.node.staff}/cases`);
  await page.locator('.queue .alias').first().click();
  const kept = page.url();
  const alias = await page.locator('h1').innerText();
  same(await page.locator('body').getAttribute('data-idle'), '120', 'seconds until the page locks');
  await page.goto(`${world.node.staff}/settings/passkeys`);
  check(await tells(page, 'refusal-passkey-not-shared'), 'a passkey is offered');
  await page.goto(kept);
  await page.clock.fastForward(119_000);
  check(page.url() === kept, 'locked too soon');
  await page.clock.fastForward(5_000);
  await page.waitForURL(/\/sign-in\?locked=1/);
  check(await tells(page, 'door-locked'), 'it is not said that it is locked');
  await page.goBack();
  await page.waitForLoadState();
  check(!(await textOf(page)).includes(alias), 'the way back shows the case');
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
  same(stored, 0, 'things stored on the device');
  same((await page.context().cookies()).length, 0, 'cookies left on the device');
  await page.context().close();
});

test('row 8.18: without a script a shared device is locked by the page itself', async (world) => {
  const officer = officerOf(world, 'caseworker', 'shelter');
  const page = await openPage(world);
  await page.goto(`${world.node.staff}/sign-in?lang=en`);
  await page.locator('#name').fill(officer.sign_in);
  await page.locator('#passphrase').fill(officer.passphrase);
  await page.locator('input[name=shared]').check();
  await page.getByRole('button', { name: await words(page, 'door-enter'), exact: true }).click();
  const refresh = await page.locator('meta[http-equiv=refresh]').getAttribute('content');
  same(refresh, '121;url=/sign-in?locked=1', 'when the page goes to the door by itself');
  for (const form of await page.locator('form').all()) {
    const off = await form.getAttribute('autocomplete');
    const inputs = await form.locator('input:not([type=hidden]):not([type=radio]):not([type=checkbox])').evaluateAll(
      (all) => all.filter((input) => input.autocomplete !== 'off').length);
    check(off === 'off' || inputs === 0, 'a form lets the browser fill it');
  }
});
