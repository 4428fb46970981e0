// Pictures of the running demonstration for the README: the same pages every time, small files.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESKTOP, PHONE, officerOf, openBrowser, openPage, signIn } from './lib/browser.mjs';
import { openNode } from './lib/node.mjs';
import { small } from './lib/png.mjs';

const folder = process.argv[2]
  ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'docs', 'screenshots');
mkdirSync(folder, { recursive: true });

const node = await openNode();
const browser = await openBrowser();
const world = { node, browser };

/** One picture of the page as it stands. */
async function shoot(page, name) {
  const picture = small(await page.screenshot({ animations: 'disabled' }));
  writeFileSync(join(folder, `${name}.png`), picture);
  console.log(`${name}.png ${Math.ceil(picture.length / 1024)} kB`);
}

/** The officer's page in a width and a theme, in English unless another is asked for. */
async function at(role, deskKind, path, options = {}) {
  const page = await signIn(world, officerOf(world, role, deskKind), { viewport: DESKTOP, ...options });
  await page.goto(`${node.staff}${path}${path.includes('?') ? '&' : '?'}lang=${options.lang ?? 'en'}`);
  return page;
}

async function follow(page, selector, lang = 'en') {
  const href = await page.locator(selector).first().getAttribute('href');
  await page.goto(`${node.staff}${href}${href.includes('?') ? '&' : '?'}lang=${lang}`);
}

try {
  const phone = await openPage(world, { viewport: PHONE });
  await phone.goto(`${node.public}/report?lang=fr`);
  await shoot(phone, 'report-phone-fr');
  const night = await openPage(world, { viewport: PHONE, colorScheme: 'dark' });
  await night.goto(`${node.public}/report/form?w=2&lang=pt`);
  await shoot(night, 'report-form-phone-dark-pt');
  await phone.goto(`${node.public}/report/form?w=1&lang=en`);
  await phone.locator('#text').fill('The boss keeps our papers.');
  await phone.locator('main button').click();
  await shoot(phone, 'report-code-phone');

  const triage = await at('triage', 'coordination', '/hints');
  await shoot(triage, 'hints');
  await follow(triage, '.queue .alias');
  await shoot(triage, 'hint');

  const caseworker = await at('caseworker', 'ngo', '/cases', { colorScheme: 'dark' });
  await follow(caseworker, '.queue .alias');
  await shoot(caseworker, 'case-dark');
  await follow(caseworker, 'a[href^="/persons/"]');
  await shoot(caseworker, 'open-identity-dark');

  const nurse = await at('caseworker', 'coordination', '/screenings');
  await follow(nurse, 'tbody a[href^="/screenings/"], .queue .alias');
  await shoot(nurse, 'screening-result');

  const coordinator = await at('coordinator', 'coordination', '/picture');
  await shoot(coordinator, 'picture');
  await coordinator.locator('figure', { has: coordinator.locator('.map') }).first()
    .evaluate((figure) => figure.scrollIntoView());
  await shoot(coordinator, 'picture-map');
  const oversight = await at('oversight', 'oversight', '/openings');
  await shoot(oversight, 'openings');
} finally {
  await browser.close();
  await node.stop();
}
