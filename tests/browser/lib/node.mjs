// A running demonstration node: the one of BASE_URL, or one started here in a directory of its own.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const START_MS_MAX = 180_000;

/** The program: MANGROVE, or what cargo built last. */
function program() {
  const target = process.env.CARGO_TARGET_DIR ?? join(root, 'target');
  const places = [process.env.MANGROVE, join(target, 'debug', 'mangrove'), join(target, 'release', 'mangrove')];
  const found = places.find((place) => place && existsSync(place));
  if (!found) throw new Error('no mangrove program: run `cargo build --bin mangrove` or set MANGROVE');
  return found;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** {staff, public, logins, stop}: two addresses without a slash, the officers, and how to end it. */
export async function openNode() {
  if (process.env.BASE_URL) {
    const logins = JSON.parse(readFileSync(process.env.LOGINS_FILE, 'utf8'));
    const staff = process.env.BASE_URL;
    return { staff, public: process.env.PUBLIC_URL ?? staff, logins, stop: async () => {} };
  }
  const data = mkdtempSync(join(tmpdir(), 'mangrove-browser-'));
  const port = await freePort();
  const child = spawn(program(), ['demo', '--data', join(data, 'demo'), '--lang', 'en',
    '--listen', `localhost:${port}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async () => {
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => { setTimeout(resolve, 5000).unref(); })]);
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const printed = await untilOpen(child, port);
    // The demonstration opens both faces at one address; a real node keeps them apart.
    const address = `http://localhost:${port}`;
    return { staff: address, public: address, logins: logins(printed), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the program prints until it is open. */
function untilOpen(child, port) {
  return new Promise((resolve, reject) => {
    let text = '';
    const wrong = (why) => reject(new Error(`${why}; printed: ${text}`));
    const timer = setTimeout(() => wrong('not open in time'), START_MS_MAX);
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (!text.includes(`localhost:${port}`) || !text.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(text);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      wrong(`the program ended with ${code}`);
    });
  });
}

/** The officers of the invented country, with the passphrases that were printed. */
function logins(printed) {
  const country = readFileSync(join(root, 'crates/mangrove/src/demo/country.toml'), 'utf8');
  const officers = [];
  let deskKind = '';
  for (const block of country.split(/^\[\[/m)) {
    const field = (name) => new RegExp(`^${name} = "([^"]*)"`, 'm').exec(block)?.[1];
    if (block.startsWith('organisation.desk]')) deskKind = field('kind');
    if (!block.startsWith('organisation.desk.officer]')) continue;
    const signIn = field('sign_in');
    const line = printed.split('\n').map((l) => l.trim().split(/\s+/)).find((l) => l[0] === signIn);
    if (!line) throw new Error(`no passphrase was printed for ${signIn}`);
    officers.push({
      sign_in: signIn, passphrase: line[1], role: field('role'), desk_kind: deskKind, shown: field('shown'),
    });
  }
  return officers;
}
