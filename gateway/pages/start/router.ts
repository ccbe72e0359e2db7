/** The pages about one subject, by the first part of their addresses. */
const subjects = {
  regions: 'region',
  pairings: 'pairing',
  documents: 'document',
  programmes: 'programme',
  organisations: 'organisation',
} as const;

/** The pages that list subjects, by their addresses. */
export const lists = ['pairings', 'regions', 'documents', 'programmes'] as const;

export type SubjectKind = (typeof subjects)[keyof typeof subjects];
export type ListName = (typeof lists)[number];

/** Which page an address shows. */
export type Route =
  | { readonly kind: 'overview'; readonly search: string }
  | { readonly kind: SubjectKind; readonly id: string }
  | { readonly kind: 'list'; readonly name: ListName; readonly search: string }
  | { readonly kind: 'about' | 'compare' | 'import' | 'unknown' };

/** The route of an address; null where it is none of these pages, such as /graphql. */
export function routeOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Route | null {
  if (pathname === '/') {
    return { kind: 'overview', search };
  }
  if (pathname === '/about' || pathname === '/import') {
    return { kind: pathname === '/about' ? 'about' : 'import' };
  }
  if (pathname === '/compare') {
    return { kind: 'compare' };
  }
  const [, first = '', id] = /^\/([a-z]+)(?:\/([^/]+))?\/?$/.exec(pathname) ?? [];
  if (id === undefined) {
    const name = lists.find((each) => each === first);
    return name === undefined ? null : { kind: 'list', name, search };
  }
  if (!Object.hasOwn(subjects, first)) {
    return null;
  }
  try {
    return { kind: subjects[first as keyof typeof subjects], id: decodeURIComponent(id) };
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
      open(link.pathname + link.search + link.hash);
    }
  });
}
