/** Where a page is after it is rendered: its top or the place that its address names, unchanged, or that of a history entry. */
export type ScrollTarget =
  { readonly kind: 'top' } | { readonly kind: 'keep' } | { readonly kind: 'restore'; readonly y: number };

/** Selectors, the best first, of what gets the focus in place of what has it now; null when nothing on the page has. */
export function focusedControl(page: HTMLElement): readonly string[] | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) {
    return null;
  }
  if (focused.id !== '') {
    return [`#${CSS.escape(focused.id)}`];
  }
  if (focused instanceof HTMLInputElement) {
    return [`input[value="${focused.value}"]`];
  }
  // After a retry that helped there is no button.
  return focused.dataset['retry'] === undefined ? null : ['[data-retry]', 'h1'];
}

/** Scrolls to the target, and sets the focus: on what had it, on the place, or on the heading. */
export function restorePosition(page: HTMLElement, target: ScrollTarget, focused: readonly string[] | null): void {
  if (target.kind === 'keep') {
    const next = (focused ?? []).map((selector) => page.querySelector<HTMLElement>(selector)).find((each) => each);
    next?.focus({ preventScroll: true });
    return;
  }
  const place = target.kind === 'top' && location.hash ? document.getElementById(location.hash.slice(1)) : null;
  (place ?? page.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
  if (place) {
    place.scrollIntoView({ block: 'center' });
  } else {
    scrollTo(0, target.kind === 'restore' ? target.y : 0);
  }
}
