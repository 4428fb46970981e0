// The disk is full: the node goes on reading, says so, and keeps what was typed on the page. The
// last journey, because the node does not write any more after it.

import { spawnSync } from 'node:child_process';
import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';

test('row 1.3: when nothing can be saved the page says so, keeps what was typed, and reading goes on', async (world) => {
  if (!world.node.pid || spawnSync('prlimit', ['--version']).status !== 0) {
    console.log('LEFT OUT: the disk cannot be made full here (prlimit)');
    return;
  }
  const officer = await signIn(world, officerOf(world, 'triage'));
  // From now on no file of the node may grow.
  const full = spawnSync('prlimit', ['--pid', String(world.node.pid), '--fsize=1:1']);
  same(full.status, 0, `prlimit: ${full.stderr}`);
  const page = await openPage(world);
  await page.goto(`${world.node.public}/report/form?w=2&lang=en`);
  for (let times = 0; times < 2; times += 1) {
    await page.locator('#text').fill('Words that must not be lost.');
    await page.getByRole('button', { name: say('report-send') }).click();
    const said = await textOf(page);
    check(said.includes(say('report-broken-title')), `the page does not say it: ${said.slice(0, 300)}`);
    same(await page.locator('#text').inputValue(), 'Words that must not be lost.', 'what was typed');
  }
  await officer.goto(`${world.node.staff}/hints`);
  check((await officer.locator('.banner-alarm').innerText()).includes(say('banner-read-only')), 'no banner says it');
  check(await officer.locator('.queue > li').count() > 3, 'the list cannot be read');
});
