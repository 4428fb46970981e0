// The national picture shows the imported sets, each with its source, and a table beneath each chart.

import { officerOf, signIn, textOf } from '../lib/browser.mjs';
import { check, test } from '../lib/runner.mjs';

test('row 6.1: the national picture shows a set with its source, charts and tables', async (world) => {
  const page = await signIn(world, officerOf(world, 'coordinator'));
  const response = await page.goto(`${world.node.staff}/picture?lang=en`);
  if (response.status() === 404) {
    console.log('LEFT OUT: the national picture has no page yet');
    return;
  }
  const figures = await page.locator('figure').count();
  check(figures >= 3, `${figures} figures`);
  const tables = await page.locator('figure table, .split table, .twin table').count();
  check(tables >= figures, `${figures} figures but ${tables} tables`);
  check(await page.locator('.map use, .map path').count() > 100, 'the map has few countries');
  check((await textOf(page)).toLowerCase().includes('source'), 'no source is named');
});
