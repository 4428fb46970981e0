// Immigration enforcement sees, counts and finds nothing of help and labour; the protection desk
// creates and never reads back; no officer's page stands on the public listener.

import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';

test('P-04: immigration enforcement sees nothing of help: no list, no page, no count, no name', async (world) => {
  const page = await signIn(world, officerOf(world, 'enforcement-officer'));
  for (const path of ['/hints', '/cases', '/screenings', '/openings', '/officers',
    new URL(world.hint).pathname, new URL(world.case).pathname, new URL(world.screening).pathname]) {
    const response = await page.goto(`${world.node.staff}${path}`);
    const text = await textOf(page);
    check(!text.includes(world.alias) && !text.includes(world.caseAlias), `${path} names a hint or a case`);
    check([403, 404].includes(response.status()) || await page.locator('.queue > li').count() === 0,
      `${path} answers ${response.status()} with a list`);
  }
  await page.goto(`${world.node.staff}/`);
  same(await page.locator('.nav .count').count(), 0, 'counts in the bar');
});

test('P-04: the protection desk creates and hands over, and never reads back', async (world) => {
  const page = await signIn(world, officerOf(world, 'protection-officer'));
  const response = await page.goto(world.hint);
  check([403, 404].includes(response.status()), `the protection desk reads a hint: ${response.status()}`);
  const cases = await page.goto(world.case);
  check([403, 404].includes(cases.status()), `the protection desk reads a case: ${cases.status()}`);
});

test('P-21: no page of officers stands on the public listener, and no change is made without the token', async (world) => {
  const page = await openPage(world);
  if (world.node.public !== world.node.staff) for (const path of ['/sign-in', '/hints', '/cases', '/openings', '/settings', new URL(world.case).pathname]) {
    const response = await page.goto(`${world.node.public}${path}`);
    same(response.status(), 404, path);
  }
  const officer = await signIn(world, officerOf(world, 'triage'));
  for (const token of [undefined, '0'.repeat(64)]) {
    const form = { language: 'fr', theme: 'dark', density: 'compact', ...(token && { csrf: token }) };
    const response = await officer.request.post(`${world.node.staff}/settings`, { form });
    same(response.status(), 403, `a change with the token ${token}`);
  }
  const framed = await officer.request.get(`${world.node.staff}/settings`);
  check(framed.headers()['content-security-policy'].includes("frame-ancestors 'none'"), 'a page can be framed');
});
