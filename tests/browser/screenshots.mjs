// Pictures of the running demonstration for the README: small, the same pages every time.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKTOP, PHONE, officerOf, openBrowser, openPage, signIn } from './lib/browser.mjs';
import { openNode } from './lib/node.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

const node = await openNode();
const browser = await openBrowser();
const world = { node, browser };

/** One picture of a page in a width and a theme. */
async function shoot(page, name, address) {
  if (address) await page.goto(address);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: false });
  console.log(`docs/screenshots/${name}.png`);
}

/** The first page behind a list, if there is one. */
async function follow(page, list) {
  await page.goto(`${node.staff}${list}`);
  const link = page.locator('.queue .alias').first();
  if (await link.count() === 1) await link.click();
}

try {
  const phone = await openPage(world, { viewport: PHONE });
  await shoot(phone, 'report-phone', `${node.public}/report?lang=pt`);
  const night = await openPage(world, { viewport: PHONE, colorScheme: 'dark' });
  await shoot(night, 'report-form-dark', `${node.public}/report/form?w=2&lang=fr`);
  const triage = await signIn(world, officerOf(world, 'triage'), { viewport: DESKTOP });
  await shoot(triage, 'hints', `${node.staff}/hints`);
  await follow(triage, '/hints');
  await shoot(triage, 'hint');
  const caseworker = await signIn(world, officerOf(world, 'caseworker'), { viewport: DESKTOP });
  await follow(caseworker, '/cases');
  await shoot(caseworker, 'case');
  await shoot(caseworker, 'screenings', `${node.staff}/screenings`);
  const coordinator = await signIn(world, officerOf(world, 'coordinator'), { viewport: DESKTOP });
  await shoot(coordinator, 'picture', `${node.staff}/picture?lang=en`);
  const oversight = await signIn(world, officerOf(world, 'oversight'), { viewport: DESKTOP });
  await shoot(oversight, 'openings', `${node.staff}/openings?lang=en`);
} finally {
  await browser.close();
  await node.stop();
}
