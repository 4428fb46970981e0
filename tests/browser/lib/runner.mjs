// A small runner: tests in order, one line each, a closing line that says how many.

const tests = [];

/** Registers a test. Its name says the promise or the row it shows. */
export function test(name, body) {
  tests.push({ name, body });
}

/** Throws with what was wrong when the condition does not hold. */
export function check(condition, wrong) {
  if (!condition) throw new Error(wrong);
}

/** Throws unless both are the same text or number. */
export function same(actual, expected, what) {
  check(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** Runs every test whose name holds `only`; returns how many failed. */
export async function runAll(world, only = '') {
  let passed = 0;
  let failed = 0;
  for (const { name, body } of tests.filter((t) => t.name.includes(only))) {
    try {
      await body(world);
      passed += 1;
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n        ${String(error.message).replaceAll('\n', '\n        ')}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed;
}
