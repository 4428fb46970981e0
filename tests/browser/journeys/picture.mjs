// The national picture shows the imported sets, each with its source, and a table beneath each chart.

import { officerOf, signIn, textOf } from '../lib/browser.mjs';
import { check, test } from '../lib/runner.mjs';

test('row 6.1: the national picture shows own cases without a small count, and the map of a set', async (world) => {
  const page = await signIn(world, officerOf(world, 'coordinator'));
  await page.goto(`${world.node.staff}/picture?lang=en`);
  const text = await textOf(page);
  check(text.includes('<11'), 'no small count is hidden');
  const cells = await page.locator('td.n').allInnerTexts();
  const own = await page.locator('.halves td.n').allInnerTexts();
  check(own.length > 0 && !own.some((cell) => /^(10|[1-9])$/.test(cell.trim())), `a count from 1 to 10 is told: ${own.join(' ')}`);
  check(cells.length > 10, 'few figures');
  check(await page.locator('.map use').count() > 100, 'the map has few countries');
  check(text.includes('480'), 'the 480 rows of the imported set are not told');
});

test('row 6.1: an imported set has its source, a table with each chart, and leaves as CSV and XLSX', async (world) => {
  const page = await signIn(world, officerOf(world, 'coordinator'));
  await page.goto(`${world.node.staff}/picture?lang=en`);
  await page.getByRole('row', { name: 'made-up.csv' }).getByRole('link').click();
  const figures = await page.locator('figure').count();
  check(figures >= 3, `${figures} figures`);
  for (const figure of await page.locator('figure').all()) {
    check(await figure.locator('table').count() > 0, 'a figure without a table');
    check((await figure.locator('.source').innerText()).includes('made-up.csv'), 'a figure without its source');
  }
  for (const form of ['csv', 'xlsx']) {
    const address = await page.locator(`a[download][href$="/rows/${form}"]`).getAttribute('href');
    const file = await page.request.get(`${world.node.staff}${address}`);
    check(file.status() === 200, `${form}: ${file.status()}`);
    const bytes = await file.body();
    if (form === 'csv') check(bytes.toString().trim().split('\n').length === 481, 'the CSV has not 480 rows and a head');
    else check(bytes.subarray(0, 2).toString() === 'PK', 'the XLSX is none');
  }
});
