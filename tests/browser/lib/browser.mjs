// Chromium without any word to anybody, and pages that note what goes wrong on them.

import { chromium } from 'playwright-core';
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { check } from './runner.mjs';

const FLAGS = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-default-browser-check', '--disable-dev-shm-usage'];

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** Starts the browser of the machine; root needs to go without its sandbox. */
export async function openBrowser() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('no Chromium: install it or set CHROMIUM');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS });
}

/**
 * A fresh context and page. `page.troubles` collects console messages, failed requests and
 * requests to other origins.
 */
export async function openPage(world, options = {}) {
  const context = await world.browser.newContext({
    viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce', javaScriptEnabled: false, ...options,
  });
  return watch(world, await context.newPage());
}

/** Notes in `page.troubles` what goes wrong on the page. */
export function watch(world, page) {
  const own = new Set([world.node.staff, world.node.public]);
  page.troubles = [];
  page.on('console', (message) => {
    // The browser itself notes the status of a page that is refused on purpose.
    if (!message.text().startsWith('Failed to load resource')) page.troubles.push(message.text());
  });
  page.on('pageerror', (error) => page.troubles.push(error.message));
  page.on('request', (request) => {
    const isOwn = own.has(new URL(request.url()).origin);
    if (!isOwn && !page.isLeaving) page.troubles.push(`asked elsewhere: ${request.url()}`);
  });
  return page;
}

/** Six digits of the moment for a secret in base 32. */
export function oneTimeCode(secret, nowS = Math.floor(Date.now() / 1000)) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll('=', '').toUpperCase()]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowS / 30)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const at = hash[hash.length - 1] & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The first officer of the demonstration with this role (and this kind of desk, if given). */
export function officerOf(world, role, deskKind) {
  const found = world.node.logins.find((l) => l.role === role && (!deskKind || l.desk_kind === deskKind));
  check(found, `the demonstration has no officer with the role ${role} at ${deskKind ?? 'any desk'}`);
  return found;
}

/** A page on which the officer is signed in, at the first page of the role. */
export async function signIn(world, officer, options = {}) {
  const page = await openPage(world, options);
  await page.goto(`${world.node.staff}/sign-in?lang=en`);
  const fields = page.locator('main form input:not([type=hidden])');
  await fields.nth(0).fill(officer.sign_in);
  await fields.nth(1).fill(officer.passphrase);
  // The demonstration asks for no second factor; a code counts once.
  if (world.node.isReal) await fields.nth(2).fill(oneTimeCode(officer.totp_secret));
  await page.locator('main form button').first().click();
  await page.waitForLoadState();
  check(!page.url().includes('/sign-in'), `${officer.sign_in} cannot sign in: ${await page.locator('main').innerText()}`);
  return page;
}

/** What a person reads on the page. */
export function textOf(page) {
  return page.locator('body').innerText();
}
