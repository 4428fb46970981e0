// Walks through every page that can be reached by links, one of each kind.

/** `/hints/0b6f…` and `/hints/91c2…` are one kind of page. */
export function kindOf(path) {
  return path.replace(/\/[0-9a-f]{8}-?[0-9a-f-]{4,}/g, '/{id}').replace(/\/[0-9a-f]{32}/g, '/{id}')
    .replace(/\/\d+/g, '/{n}');
}

const PAGES_MAX = 80;

/** Paths of the pages behind `start`, the first found of each kind. */
export async function walk(page, origin, start) {
  const found = new Map();
  const waiting = [start];
  while (waiting.length > 0 && found.size < PAGES_MAX) {
    const path = waiting.shift();
    const kind = kindOf(path.split('?')[0]);
    if (found.has(kind)) continue;
    const response = await page.goto(`${origin}${path}`).catch(() => null);
    const isPage = (response?.headers()['content-type'] ?? '').startsWith('text/html');
    if (!isPage) continue;
    const here = new URL(page.url());
    if (here.origin !== origin) continue;
    found.set(kind, here.pathname);
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((a) => a.href));
    for (const link of links.map((href) => new URL(href))) {
      const isDownload = /\.(csv|xlsx|json)$/.test(link.pathname);
      if (link.origin === origin && !isDownload && !link.pathname.startsWith('/assets/')) {
        waiting.push(link.pathname);
      }
    }
  }
  return [...new Set(found.values())];
}
