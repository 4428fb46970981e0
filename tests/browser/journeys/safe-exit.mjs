// The way out of every public page: by one press, from the keyboard first, leaving nothing behind.

import { openPage } from '../lib/browser.mjs';
import { readPages } from '../lib/doors.mjs';
import { check, same, test } from '../lib/runner.mjs';

const PUBLIC = readPages().filter((door) => door.face === 'Public').map((door) => door.path);

/** The elsewhere of the tests: a page of an ordinary site, answered here and not on the network. */
async function elsewhere(page) {
  page.isLeaving = true;
  const referrers = [];
  await page.context().route((url) => !url.hostname.includes('localhost'), (route) => {
    referrers.push(route.request().headers().referer ?? '');
    return route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
  });
  return referrers;
}

test('P-14: the third stop of the Tab key on every public page leads out, without a referrer', async (world) => {
  const page = await openPage(world);
  const referrers = await elsewhere(page);
  check(PUBLIC.length >= 3, `only ${PUBLIC.length} public pages are known`);
  for (const path of [...PUBLIC, '/no-such-page']) {
    await page.goto(`${world.node.public}${path}`);
    const exits = await page.locator('a.exit').count();
    same(exits, 1, `ways out of ${path}`);
    let stop = 0;
    for (let press = 1; press <= 3; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('a.exit:focus').count() === 1) { stop = press; break; }
    }
    check(stop >= 2 && stop <= 3, `the way out of ${path} is not among the first three stops`);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.hostname.includes('localhost'));
    check(referrers.every((referrer) => referrer === ''), `${path} says where the person came from`);
  }
});

test('P-14: after leaving, the way back shows a neutral page without what was written', async (world) => {
  const page = await openPage(world);
  await elsewhere(page);
  await page.goto(`${world.node.public}/report/form`);
  await page.locator('#text').fill('the secret that nobody may find');
  await page.locator('a.exit').click();
  await page.waitForURL((url) => !url.hostname.includes('localhost'));
  await page.goBack();
  const title = await page.title();
  check(!/traffick|victim|mangrove|smuggl/i.test(title), `the title tells: ${title}`);
  const kept = await page.locator('textarea').evaluateAll((all) => all.map((t) => t.value).join(''));
  same(kept, '', 'what was written is gone');
});

test('P-14: no public page is kept by the browser, sets a cookie or runs a script', async (world) => {
  const page = await openPage(world);
  for (const path of PUBLIC) {
    const response = await page.goto(`${world.node.public}${path}`);
    same(response.headers()['cache-control'], 'no-store', `cache-control of ${path}`);
    same(response.headers()['set-cookie'], undefined, `cookie of ${path}`);
    const html = await response.text();
    check(!/<script|javascript:|\son[a-z]+=/i.test(html), `${path} holds a script`);
  }
  const cookies = await page.context().cookies();
  same(cookies.length, 0, 'cookies');
});
