// Every page behind every door: two widths, two themes, three languages; nothing scrolls sideways;
// every target can be hit; nothing comes from elsewhere; the first page is small.

import { gzipSync } from 'node:zlib';
import { openPage, watch } from '../lib/browser.mjs';
import { findPages } from '../lib/crawl.mjs';
import { lookAt } from '../lib/look.mjs';
import { check, test } from '../lib/runner.mjs';

const LANGUAGES = ['en', 'fr', 'ar-XB'];
const AT_ONCE = 3;
const BYTES_MAX = 100_000;

/** Looks at one page in each language, on a tab of its own. */
async function sweep(world, { origin, path, context, who }, wrong) {
  const page = watch(world, await context.newPage());
  for (const language of LANGUAGES) {
    const mark = path.includes('?') ? '&' : '?';
    await page.goto(`${origin}${path}${mark}lang=${language}`);
    for (const finding of await lookAt(page, language)) wrong.add(`${who} ${path} ${language} ${finding}`);
  }
  for (const trouble of page.troubles) wrong.add(`${who} ${path} says ${trouble}`);
  await page.close();
}

test('row 8.12, row 8.13, P-21: every page behind every door is fit for every eye, hand and screen', async (world) => {
  const { pages, missing } = await findPages(world);
  const wrong = new Set(missing.map((path) => `no page was found behind the door ${path}`));
  const waiting = [...pages];
  const worker = async () => {
    while (waiting.length > 0) await sweep(world, waiting.shift(), wrong);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  console.log(`        ${pages.length} pages: ${pages.map(({ door }) => door.path).sort().join(' ')}`);
  check(wrong.size === 0, [...wrong].sort().join('\n'));
});

test('row 8.13: the first public page is under 100 kB with everything it loads', async (world) => {
  const page = await openPage(world);
  const loaded = [];
  page.on('response', (response) => { loaded.push(response); });
  await page.goto(`${world.node.public}/report`, { waitUntil: 'networkidle' });
  let bytes = 0;
  for (const response of loaded) {
    const body = await response.body();
    const head = Object.entries(await response.allHeaders()).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    bytes += gzipSync(body).length + head.length;
  }
  console.log(`        ${bytes} bytes compressed in ${loaded.length} requests, headers counted`);
  check(loaded.length >= 2 && bytes < BYTES_MAX, `the first page has ${bytes} bytes`);
});
