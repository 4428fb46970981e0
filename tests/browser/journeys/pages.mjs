// Every page, by every role: axe-core, two widths, two themes, three languages; nothing scrolls
// sideways; nothing comes from elsewhere; the first page is small.

import axe from 'axe-core';
import { gzipSync } from 'node:zlib';
import { DESKTOP, PHONE, openPage, signIn } from '../lib/browser.mjs';
import { walk } from '../lib/crawl.mjs';
import { check, test } from '../lib/runner.mjs';

const LANGUAGES = ['en', 'fr', 'ar-XB'];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Public pages and, for each role once, the pages its links lead to. */
async function everyPage(world) {
  if (world.pages) return world.pages;
  const pages = [];
  const stranger = await openPage(world, { javaScriptEnabled: true });
  for (const path of await walk(stranger, world.node.public, '/report')) {
    pages.push({ origin: world.node.public, path, page: stranger, who: 'anybody' });
  }
  const seen = new Set();
  const roles = new Map(world.node.logins.map((login) => [`${login.role} ${login.desk_kind}`, login]));
  const before = await openPage(world, { javaScriptEnabled: true });
  pages.push({ origin: world.node.staff, path: '/sign-in', page: before, who: 'nobody' });
  for (const login of roles.values()) {
    const page = await signIn(world, login, { javaScriptEnabled: true });
    for (const path of await walk(page, world.node.staff, '/')) {
      const kind = `${login.role} ${path.split('/')[1]} ${path.split('/').length} ${path.split('/').pop().length < 20 ? path.split('/').pop() : ''}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      pages.push({ origin: world.node.staff, path, page, who: login.role });
    }
  }
  world.pages = pages;
  return pages;
}

/** One line for each serious or critical finding. */
async function findings(page) {
  await page.evaluate(axe.source);
  const result = await page.evaluate((tags) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'],
  }), RULES);
  return result.violations.filter((v) => ['serious', 'critical', 'moderate'].includes(v.impact))
    .map((v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(' | ')}`);
}

test('row 8.12, row 8.13: axe finds nothing serious on any page, width, theme or language', async (world) => {
  const wrong = new Set();
  const pages = await everyPage(world);
  for (const { origin, path, page, who } of pages) {
    for (const language of LANGUAGES) {
      await page.goto(`${origin}${path}?lang=${language}`);
      for (const [width, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const finding of await findings(page)) {
            wrong.add(`${who} ${path} ${language} ${width} ${colorScheme}: ${finding}`);
          }
        }
      }
    }
  }
  console.log(`        ${pages.length} pages looked at`);
  check(pages.length > 15, `only ${pages.length} pages were found`);
  check(wrong.size === 0, [...wrong].slice(0, 40).join('\n'));
});

test('row 8.13: no page scrolls sideways at 320 and 360 pixels, nor with text twice as large', async (world) => {
  const wrong = [];
  for (const { origin, path, page, who } of await everyPage(world)) {
    await page.goto(`${origin}${path}?lang=fr`);
    for (const [width, zoom] of [[320, 1], [360, 1], [360, 2]]) {
      await page.setViewportSize({ width, height: 740 });
      const over = await page.evaluate((size) => {
        document.documentElement.style.fontSize = `${size * 100}%`;
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        document.documentElement.style.fontSize = '';
        return wide;
      }, zoom);
      if (over > 1) wrong.push(`${who} ${path} at ${width} px, text x${zoom}: ${over} px too wide`);
    }
  }
  check(wrong.length === 0, wrong.slice(0, 40).join('\n'));
});

test('P-21: no page says anything in the console, breaks its policy or asks another site', async (world) => {
  const pages = await everyPage(world);
  for (const { origin, path, page } of pages) await page.goto(`${origin}${path}`);
  const troubles = new Set(pages.flatMap(({ page }) => page.troubles));
  check(troubles.size === 0, [...troubles].slice(0, 20).join('\n'));
});

test('row 8.12: in the right-to-left pseudo-locale every label comes from locales/', async (world) => {
  const wrong = [];
  for (const { origin, path, page, who } of await everyPage(world)) {
    await page.goto(`${origin}${path}?lang=ar-XB`);
    check(await page.locator('html[dir=rtl][lang=ar-XB]').count() === 1, `${path} does not run right to left`);
    // Texts of locales/ carry a mark there; names of desks and what people wrote do not, and are
    // no labels.
    const labels = await page.evaluate(() => [...document.querySelectorAll(
      'legend, button, summary, th[scope=col], .skip, .exit, .nav a, dt',
    )].map((label) => label.textContent.trim()).filter((text) => /[a-z]{3}/.test(text)
      && !text.includes('\u202e')));
    if (labels.length > 0) wrong.push(`${who} ${path}: ${labels.slice(0, 4).join(' | ')}`);
  }
  check(wrong.length === 0, wrong.slice(0, 20).join('\n'));
});

test('row 8.13: the first public page is under 100 kB with everything it loads', async (world) => {
  const page = await openPage(world);
  let bytes = 0;
  page.on('response', async (response) => {
    bytes += gzipSync(await response.body().catch(() => Buffer.alloc(0))).length + 500;
  });
  await page.goto(`${world.node.public}/report`, { waitUntil: 'networkidle' });
  console.log(`        ${bytes} bytes compressed, headers counted`);
  check(bytes > 2000 && bytes < 100_000, `the first page has ${bytes} bytes`);
});
