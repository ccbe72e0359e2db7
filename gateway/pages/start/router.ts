/** A page by its address. */
export type Route =
  | { readonly kind: 'overview'; readonly search: string }
  | { readonly kind: 'region' | 'pairing'; readonly id: string }
  | { readonly kind: 'unknown' };

/** The page at an address; null for what is no page of ours, such as /graphql. */
export function routeOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Route | null {
  const [, kind, id] = /^\/(regions|pairings)\/([^/]+)$/.exec(pathname) ?? [];
  if (pathname === '/') {
    return { kind: 'overview', search };
  }
  if (kind === undefined || id === undefined) {
    return null;
  }
  try {
    return { kind: kind === 'regions' ? 'region' : 'pairing', id: decodeURIComponent(id) };
  } catch {
    return { kind: 'unknown' };
  }
}

/** Takes over clicks on links to our pages, so that they open without loading everything again. */
export function takeOverLinks(open: (path: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const own = link !== null && link.origin === location.origin && !link.getAttribute('href')?.startsWith('#');
    if (plain && own && !event.defaultPrevented && routeOf(link)) {
      event.preventDefault();
      open(link.pathname + link.search);
    }
  });
}
