// Finds one page behind each door: without a parameter by its path, the others by the links that
// lead there, as the officers who are let in.

import { openPage, signIn } from './browser.mjs';
import { doorOf, readPages } from './doors.mjs';

/** Pages of one door that are tried before the door counts as closed to the officer. */
const TRIES_MAX = 3;

/** Follows links from `paths`; calls `found(door, path)` once for each door that opened. */
async function walk(page, origin, doors, paths, found) {
  const tries = new Map();
  const opened = new Set();
  const waiting = [...paths];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const door = doorOf(doors, path.split('?')[0]);
    const tried = tries.get(door) ?? 0;
    if (!door || opened.has(door) || tried >= TRIES_MAX) continue;
    tries.set(door, tried + 1);
    const response = await page.goto(`${origin}${path}`);
    const here = new URL(page.url());
    if (response.status() !== 200 || doorOf(doors, here.pathname) !== door) continue;
    opened.add(door);
    found(door, path);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.href));
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin === origin) waiting.push(link.pathname + link.search.replace(/[?&]lang=[^&]*/, ''));
    }
  }
}

const plain = (doors) => doors.filter((door) => !door.path.includes('{')).map((door) => door.path);

/**
 * One page for each door: {door, origin, path, context, who}. Doors that nobody could open are
 * told in `missing`.
 */
export async function findPages(world) {
  const doors = readPages();
  const strangers = doors.filter((door) => door.face === 'Public' && door.roles.size > 0);
  const staff = doors.filter((door) => door.face !== 'Public' && door.roles.size > 0);
  const pages = [];
  const stranger = await openPage(world, { javaScriptEnabled: true });
  const note = (origin, page, who) => (door, path) => {
    if (pages.some((known) => known.door === door)) return;
    pages.push({ door, origin, path, context: page.context(), who });
  };
  await walk(stranger, world.node.public, strangers, plain(strangers), note(world.node.public, stranger, 'anybody'));
  await walk(stranger, world.node.staff, staff, ['/sign-in'], note(world.node.staff, stranger, 'nobody'));
  const tried = new Set();
  for (const login of world.node.logins) {
    const isNew = !tried.has(`${login.role} ${login.desk_kind}`);
    const mine = staff.filter((door) => door.roles.has(login.role));
    const wanted = mine.filter((door) => !pages.some((known) => known.door === door));
    if (!isNew || wanted.length === 0) continue;
    tried.add(`${login.role} ${login.desk_kind}`);
    const page = await signIn(world, login, { javaScriptEnabled: true });
    await walk(page, world.node.staff, mine, plain(mine), note(world.node.staff, page, login.role));
  }
  const missing = [...strangers, ...staff].filter((door) => !pages.some((known) => known.door === door));
  return { pages, missing: missing.map((door) => door.path) };
}
