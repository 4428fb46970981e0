// Every door of the house, from the reviewed list that a test of the node holds against its
// routers: a new page stands in it, and a page that the sweep does not reach fails.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIST = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..',
  'crates/mangrove/tests/goldens/doors.txt');

/** Roles of the people whom the list calls by another name. */
const ROLES = {
  nurse: 'responder', police: 'responder', corrupt: 'caseworker', labour: 'caseworker',
  'child-protection': 'caseworker', enforcement: 'enforcement-officer',
  protection: 'protection-officer',
};

/** Files and answers for programs: doors without a page. */
const NO_PAGE = /^\/(assets|api)\/|\/\{form\}$|\/files\/|^\/(|lock|still-here)$/;

/** Pages that the demonstration has no thing for: nothing is erased in it, every person has an officer. */
const NOTHING_THERE = /\/erase\/certificate$|^\/persons\/\{id\}\/emergency$/;

function matcher(path) {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
}

/** {method, path, face, roles: those who are let in, sendsOn, pattern}. */
export function readDoors() {
  const doors = [];
  for (const line of readFileSync(LIST, 'utf8').split('\n')) {
    const head = /^(GET|POST) (\S+) (Public|Staff|Both) \S+$/.exec(line);
    if (head) {
      const [, method, path, face] = head;
      doors.push({ method, path, face, answers: new Map(), pattern: matcher(path) });
      continue;
    }
    const answer = /^ {2}([0-9/]+): (.+)$/.exec(line);
    if (!answer) continue;
    const roles = answer[2].split(' ').map((name) => ROLES[name] ?? name);
    for (const status of answer[1].split('/')) {
      const said = doors.at(-1).answers;
      said.set(status, [...said.get(status) ?? [], ...roles]);
    }
  }
  // Where the world of that test holds nothing to show, who may look is told by 404 instead of 403.
  for (const door of doors) {
    const answers = ['200', '303', '404'].find((status) => door.answers.has(status));
    door.sendsOn = answers === '303';
    door.roles = new Set(door.sendsOn ? [] : door.answers.get(answers));
  }
  return doors;
}

/** The doors that are pages for somebody. */
export function readPages() {
  return readDoors().filter((door) => door.method === 'GET'
    && !NO_PAGE.test(door.path) && !NOTHING_THERE.test(door.path));
}

/** The door of a path: a written name wins over a parameter. */
export function doorOf(doors, path) {
  const fitting = doors.filter((door) => door.pattern.test(path));
  return fitting.find((door) => !door.path.includes('{')) ?? fitting[0];
}
