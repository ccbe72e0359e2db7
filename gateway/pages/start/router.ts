/** Which page an address shows. */
export type Route =
  | { readonly kind: 'overview'; readonly search: string }
  | { readonly kind: 'region' | 'pairing'; readonly id: string }
  | { readonly kind: 'import' }
  | { readonly kind: 'unknown' };

/** The route of an address; null where it is none of these pages, such as /graphql. */
export function routeOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Route | null {
  const [, kind, id] = /^\/(regions|pairings)\/([^/]+)$/.exec(pathname) ?? [];
  if (pathname === '/') {
    return { kind: 'overview', search };
  }
  if (pathname === '/import') {
    return { kind: 'import' };
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

/** Opens links to these pages without a page load. */
export function interceptLinks(open: (path: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plainClick = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    const own = link !== null && link.origin === location.origin && !link.getAttribute('href')?.startsWith('#');
    if (plainClick && own && !event.defaultPrevented && routeOf(link)) {
      event.preventDefault();
      open(link.pathname + link.search);
    }
  });
}
