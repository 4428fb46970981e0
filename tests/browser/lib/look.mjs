// What a page is looked at for: axe-core in two widths and two themes, sideways scroll, small
// targets, words that do not come from locales/.

import axe from 'axe-core';
import { DESKTOP, PHONE } from './browser.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SERIOUS = ['moderate', 'serious', 'critical'];
/** A theme changes colours and nothing else. */
const COLOURS = ['color-contrast', 'link-in-text-block'];
const TARGET_PX = 24;

async function axeFindings(page, runOnly) {
  const found = await page.evaluate((only) => globalThis.axe.run(document, {
    runOnly: only, resultTypes: ['violations'], preload: false, iframes: false,
  }), runOnly);
  return found.violations.filter((violation) => SERIOUS.includes(violation.impact))
    .map((v) => `${v.impact} ${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(' | ')}`);
}

/** Findings of axe in both widths and both themes, each with where it was. */
async function accessible(page) {
  const wrong = [];
  await page.evaluate(axe.source);
  for (const [width, viewport] of [['phone', PHONE], ['desktop', DESKTOP]]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      const only = colorScheme === 'light' ? { type: 'tag', values: RULES } : { type: 'rule', values: COLOURS };
      for (const finding of await axeFindings(page, only)) wrong.push(`${width} ${colorScheme}: ${finding}`);
    }
  }
  return wrong;
}

/** Pixels that a page is too wide, at three widths; text is doubled at the last. */
async function sideways(page) {
  const wrong = [];
  for (const [width, zoom] of [[320, 1], [360, 1], [360, 2]]) {
    await page.setViewportSize({ width, height: PHONE.height });
    const over = await page.evaluate((size) => {
      const whole = document.documentElement;
      whole.style.fontSize = `${size * 100}%`;
      const wide = whole.scrollWidth - whole.clientWidth;
      const sticks = [...document.querySelectorAll('main *')].filter((part) => !part.closest('.scroll, svg')
        && part.getBoundingClientRect().right > whole.clientWidth + 1).map((part) => part.outerHTML.slice(0, 80));
      whole.style.fontSize = '';
      return { wide, sticks };
    }, zoom);
    if (over.wide > 1) wrong.push(`${width} px, text x${zoom}: ${over.wide} px too wide: ${over.sticks.slice(0, 2).join(' | ')}`);
  }
  return wrong;
}

/** Targets that a finger misses. A link inside a sentence is as high as its line. */
async function smallTargets(page) {
  await page.setViewportSize(PHONE);
  return page.evaluate((least) => {
    const wrong = [];
    for (const part of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
      if (part.matches('.skip') || !part.checkVisibility()) continue;
      const target = part.closest('label') ?? part;
      const isInSentence = part.matches('a') && getComputedStyle(part).display === 'inline'
        && part.parentElement.textContent.trim().length > part.textContent.trim().length;
      const { width, height } = target.getBoundingClientRect();
      if (!isInSentence && Math.min(width, height) < least - 0.5) {
        wrong.push(`target of ${Math.round(width)} x ${Math.round(height)} px: ${part.outerHTML.slice(0, 120)}`);
      }
    }
    return wrong;
  }, TARGET_PX);
}

/** In the pseudo-locale texts of locales/ carry a mark; what people wrote is no label. */
async function unmarked(page) {
  const labels = await page.evaluate(() => [...document.querySelectorAll(
    'h1, h2, legend, button, summary, th[scope=col], .skip, .exit, .nav a, dt, label, .button',
  )].filter((label) => !label.closest('[translate=no]') && !label.querySelector('[translate=no], [lang]'))
    .map((label) => label.textContent.trim()).filter((text) => /[a-z]{3}/.test(text)
    && !text.includes('\u202e')));
  return labels.map((text) => `not from locales/: ${text.slice(0, 80)}`);
}

/** More than one filled button in what is seen first. */
async function filledButtons(page) {
  await page.setViewportSize(DESKTOP);
  const filled = await page.evaluate((height) => [...document.querySelectorAll('main .button:not(.button-quiet)')]
    .filter((button) => button.checkVisibility() && button.getBoundingClientRect().top < height)
    .map((button) => button.textContent.trim()), DESKTOP.height);
  return filled.length > 1 ? [`${filled.length} filled buttons at once: ${filled.join(' | ')}`] : [];
}

/** Everything that is wrong with the page as it stands. */
export async function lookAt(page, language) {
  const wrong = [...await accessible(page), ...await sideways(page), ...await smallTargets(page)];
  if (language === 'en') wrong.push(...await filledButtons(page));
  if (language === 'ar-XB') {
    if (await page.locator('html[dir=rtl][lang=ar-XB]').count() !== 1) wrong.push('does not run right to left');
    wrong.push(...await unmarked(page));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(DESKTOP);
  return wrong;
}
