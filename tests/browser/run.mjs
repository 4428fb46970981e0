// Journeys through a demonstration node. `node run.mjs [part of a name]`; see README.md.

import { openBrowser } from './lib/browser.mjs';
import { openNode } from './lib/node.mjs';
import { runAll } from './lib/runner.mjs';
import './journeys/report.mjs';
import './journeys/safe-exit.mjs';
import './journeys/phone.mjs';
import './journeys/work.mjs';
import './journeys/firewall.mjs';
import './journeys/picture.mjs';
import './journeys/keyboard.mjs';
import './journeys/pages.mjs';
import './journeys/answers.mjs';
import './journeys/node.mjs';
import './journeys/passkey.mjs';
import './journeys/recovery.mjs';
import './journeys/read-only.mjs';

const node = await openNode();
const browser = await openBrowser();
let failed = 1;
try {
  failed = await runAll({ node, browser }, process.argv[2]);
} finally {
  await browser.close();
  await node.stop();
}
process.exit(failed ? 1 : 0);
