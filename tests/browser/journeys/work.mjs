// A hint becomes a case: the triage officer sees why, answers, screens and opens the case; the
// reporter reads the answer; oversight sees every opening.

import { officerOf, openPage, signIn, textOf } from '../lib/browser.mjs';
import { check, same, test } from '../lib/runner.mjs';
import { say } from '../lib/texts.mjs';
import { WORDS, comeBack } from './report.mjs';

const ANSWER = 'Obrigado. Ela ainda está lá hoje?';
const LATER = 'Falámos com quem a pode ajudar. Consegue falar connosco amanhã?';

/** The page of an officer, kept for the journeys that follow. */
async function desk(world, role, kind) {
  world.desks ??= new Map();
  const key = `${role} ${kind}`;
  if (!world.desks.has(key)) world.desks.set(key, await signIn(world, officerOf(world, role, kind)));
  return world.desks.get(key);
}

test('row 2.2, row 2.3: the triage officer sees the urgent hint first, with its reasons and its rule', async (world) => {
  const page = await desk(world, 'triage');
  await page.goto(`${world.node.staff}/hints`);
  check(await page.locator('.queue > li').count() > 3, 'the queue is short');
  const first = page.locator('.queue > li').first();
  check((await first.innerText()).includes(say('urgency-now')), 'the first hint is not the most urgent');
  // The newest of the most urgent: the one just sent is found by opening each until the words show.
  const links = await page.locator('.queue > li .alias').evaluateAll((all) => all.map((a) => a.href));
  for (const link of links) {
    await page.goto(link);
    if ((await textOf(page)).includes(WORDS)) { world.hint = link; break; }
  }
  check(world.hint, 'the hint just sent is not in the queue');
  const text = await textOf(page);
  for (const key of ['hint-why-urgent', 'hint-fact-child', 'hint-fact-danger-now', 'hint-why-there', 'hint-rule-fired']) {
    check(text.includes(say(key)), `the page does not say ${key}`);
  }
  world.alias = await page.locator('h1').innerText();
  check(!(await page.title()).includes('rapariga'), 'the title holds words of the hint');
});

test('row 2.1: the officer answers, and the reporter reads it with the code and writes again', async (world) => {
  const page = await desk(world, 'triage');
  await page.goto(world.hint);
  await page.locator('textarea').first().fill(ANSWER);
  await page.getByRole('button', { name: say('hint-answer-send') }).click();
  const reporter = await comeBack(world, world.words, 'pt');
  check((await textOf(reporter)).includes(ANSWER), 'the reporter does not see the answer');
  check(!(await textOf(reporter)).includes(WORDS), 'the reporter sees the words first sent');
  await reporter.locator('textarea').first().fill('Sim, ouvi-a hoje.');
  await reporter.getByRole('button', { name: say('report-send', 'pt') }).click();
  await page.goto(world.hint);
  const talk = await textOf(page);
  check(talk.includes('Sim, ouvi-a hoje.'), 'the officer does not see what the reporter wrote again');
  same(talk.split(world.sentTwice).length - 1, 1, 'how often a message sent twice is there');
});

test('row 2.6, row 1.3: the officer screens: four equal answers, a reasoned result, elements side by side', async (world) => {
  const page = await desk(world, 'triage');
  await page.goto(world.hint);
  await page.getByRole('link', { name: say('hint-screen'), exact: true }).first().click();
  await page.locator('label.pick', { hasText: say('screening-age-child') }).click();
  await page.locator('main form button').first().click();
  for (let question = 0; question < 3; question += 1) {
    same(await page.locator('.answers input').count(), 4, 'answers of a question');
    same(await page.locator('.answers input:checked').count(), 0, 'answers chosen beforehand');
    await page.locator('.answers .pick').first().click();
    await page.locator('.seen .check').first().click();
    await page.locator('button[name=go][value=next]').click();
  }
  await page.locator('button[name=go][value=result]').click();
  check((await page.locator('.todo li').count()) > 0, 'no result');
  world.screening = page.url();
  check(await page.locator('.element table').count() >= 2, 'the two crimes do not stand side by side');
  check(await page.locator('.reasons li').count() > 0, 'no reason is shown');
  await page.emulateMedia({ media: 'print' });
  const printed = await page.locator('main > *:visible').allInnerTexts();
  same(printed.join('').trim(), say('print-advice') + say('print-foot'), 'what the result prints');
  await page.emulateMedia({ media: 'screen' });
});

test('issue 2: the officer opens the case; the code goes on working', async (world) => {
  let page = await desk(world, 'triage');
  await page.goto(world.hint);
  await page.getByRole('link', { name: say('hint-open-case'), exact: true }).first().click();
  const story = page.locator('textarea').first();
  if (await story.count() === 1) await story.fill('A girl of about 13 is locked in a flat.');
  await page.getByRole('button', { name: say('case-open-do') }).click();
  // A triage officer opens cases and hands them on; the caseworker of the desk reads them.
  if (page.url().endsWith('/cases')) {
    page = await desk(world, 'caseworker', 'coordination');
    await page.goto(`${world.node.staff}/cases`);
    await page.locator('.queue .alias').last().click();
  }
  check(/\/cases\/[0-9a-f-]{8,}/.test(page.url()), `no case: ${page.url()} ${(await textOf(page)).slice(0, 300)}`);
  world.case = page.url();
  world.caseAlias = await page.locator('h1').innerText();
});

test('row 2.2: after the hint became a case the code works on: an answer is read, more is written', async (world) => {
  const triage = await desk(world, 'triage');
  await triage.goto(world.hint);
  check((await textOf(triage)).includes(say('hint-event-case-opened')), 'the hint is no case');
  await triage.locator('textarea').first().fill(LATER);
  await triage.getByRole('button', { name: say('hint-answer-send') }).click();
  const reporter = await comeBack(world, world.code, 'pt');
  check((await textOf(reporter)).includes(LATER), 'the answer is not there');
  await reporter.locator('#text').fill('Sim. Obrigada.');
  await reporter.getByRole('button', { name: say('report-send', 'pt') }).click();
  check((await textOf(reporter)).includes(say('report-again-done', 'pt')), 'what was written again did not arrive');
  await triage.goto(world.hint);
  check((await textOf(triage)).includes('Sim. Obrigada.'), 'the desk does not see it');
});

test('P-05: oversight sees every opening, with officer and reason, and no name', async (world) => {
  const page = await desk(world, 'oversight');
  await page.goto(`${world.node.staff}/openings`);
  const text = await textOf(page);
  const officer = officerOf(world, 'triage');
  check(text.includes(officer.name), 'the officer who opened is not named');
  check(!text.includes('rapariga'), 'the words of a hint stand on the page');
  const refused = await page.goto(world.hint);
  check([403, 404].includes(refused.status()), `oversight opens a hint: ${refused.status()}`);
});

test('P-06: a screen left alone locks, and the next page asks to sign in', async (world) => {
  const page = await signIn(world, officerOf(world, 'triage'));
  const kept = page.url();
  await page.locator('.me button').click();
  await page.goto(kept);
  check(page.url().includes('/sign-in') || (await textOf(page)).includes(say('error-401-title')), 'still signed in');
  const stranger = await openPage(world);
  const response = await stranger.goto(world.case);
  same(response.status(), 401, 'a case without signing in');
});
