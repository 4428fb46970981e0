// The national picture shows the imported sets, each with its source, and a table beneath each chart.

import { officerOf, signIn, textOf } from '../lib/browser.mjs';
import { check, test } from '../lib/runner.mjs';

test('row 6.1: the national picture shows the imported set with its source, charts and tables', async (world) => {
  const page = await signIn(world, officerOf(world, 'coordinator'));
  await page.goto(`${world.node.staff}/picture?lang=en`);
  check((await textOf(page)).toLowerCase().includes('source'), 'no source is named');
  await page.locator('main a[href^="/picture/"]').first().click();
  const figures = await page.locator('figure').count();
  check(figures >= 3, `${figures} figures`);
  const tables = await page.locator('figure table').count();
  check(tables >= figures, `${figures} figures but ${tables} tables`);
  check((await textOf(page)).includes('480'), 'the 480 rows that went in are not told');
});
