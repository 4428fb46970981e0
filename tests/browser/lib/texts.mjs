// The texts of locales/, so that journeys press what a reader sees without repeating its words.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const locales = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'locales');
const known = new Map();

function load(language) {
  const texts = new Map();
  for (const file of readdirSync(join(locales, language)).filter((name) => name.endsWith('.ftl'))) {
    for (const line of readFileSync(join(locales, language, file), 'utf8').split('\n')) {
      const found = /^([a-z][a-z0-9-]*) = (.+)$/.exec(line);
      if (found) texts.set(found[1], found[2]);
    }
  }
  return texts;
}

/** The text of a key; of one with a variable, what stands before the variable. */
export function say(key, language = 'en') {
  if (!known.has(language)) known.set(language, load(language));
  const text = known.get(language).get(key);
  if (text === undefined) throw new Error(`no text ${key} in ${language}`);
  return text.split('{')[0].trim();
}
