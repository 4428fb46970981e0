// Running nodes: the demonstration of BASE_URL or one started here, with an imported set; and a
// node for real work with its two listeners. Each in a directory of its own that goes with it.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { madeUpTable } from './table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const START_MS_MAX = 180_000;
const STOP_MS_MAX = 15_000;

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

/** A directory that is taken away at the end. */
function ownFolder() {
  const path = mkdtempSync(join(tmpdir(), 'mangrove-browser-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the program and waits until `isOpen` says so of what it printed. */
async function start(args, isOpen) {
  // A full disk is an error to the program and no signal that ends it; `prlimit` fills it.
  const child = spawn('sh', ['-c', 'trap "" XFSZ; exec "$0" "$@"', program(), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complained = '';
  const ended = new Promise((resolve) => { child.once('exit', resolve); });
  child.stderr.on('data', (chunk) => { complained += chunk; });
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => { setTimeout(resolve, STOP_MS_MAX).unref(); })]);
    child.kill('SIGKILL');
  };
  const open = new Promise((resolve, reject) => {
    const wrong = (why) => reject(new Error(`${why}; printed: ${printed}${complained}`));
    const timer = setTimeout(() => wrong('not open in time'), START_MS_MAX);
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.endsWith('\n') && isOpen(printed)) { clearTimeout(timer); resolve(); }
    });
    child.once('error', (error) => { clearTimeout(timer); wrong(error.message); });
    child.once('exit', (code) => { clearTimeout(timer); wrong(`the program ended with ${code}`); });
  });
  try {
    await open;
  } catch (error) {
    await stop();
    throw error;
  }
  return { printed: () => printed, complained: () => complained, pid: child.pid, stop };
}

/** {staff, public, logins, stop}: two addresses without a slash, the officers, how to end it. */
export async function openNode() {
  if (process.env.BASE_URL) {
    const logins = JSON.parse(readFileSync(process.env.LOGINS_FILE, 'utf8'));
    const staff = process.env.BASE_URL;
    return { staff, public: process.env.PUBLIC_URL ?? staff, logins, stop: async () => {} };
  }
  const folder = ownFolder();
  const data = join(folder.path, 'demo');
  const open = async () => start(['demo', '--data', data, '--lang', 'en', '--json',
    '--listen', `localhost:${await freePort()}`], (printed) => printed.includes('"logins"'));
  try {
    // An import wants the data directory for itself: made, filled, opened again.
    await (await open()).stop();
    importTable(data, folder.path);
    const node = await open();
    const { staff, public: strangers, logins } = JSON.parse(node.printed().split('\n')[0]);
    const stop = async () => { await node.stop(); folder.remove(); };
    return { staff, public: strangers, logins, pid: node.pid, complained: node.complained, stop };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

function importTable(data, folder) {
  const file = join(folder, 'made-up.csv');
  writeFileSync(file, madeUpTable());
  const done = spawnSync(program(), ['import', 'ctdc', file, '--data', data, '--json'], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`the import failed: ${done.stderr}`);
}

/** An empty node for real work: {staff, public, code, stop}. The code is printed for its set-up. */
export async function openServe() {
  const folder = ownFolder();
  const [one, two] = [await freePort(), await freePort()];
  try {
    const node = await start(['serve', '--data', join(folder.path, 'node'), '--lang', 'en',
      '--listen', `localhost:${one}`, '--public', `localhost:${two}`],
    (printed) => /Ctrl/.test(printed));
    const stop = async () => { await node.stop(); folder.remove(); };
    return { staff: `http://localhost:${one}`, public: `http://localhost:${two}`,
      code: /: (\S+-\S+)$/m.exec(node.printed())?.[1], stop };
  } catch (error) {
    folder.remove();
    throw error;
  }
}
