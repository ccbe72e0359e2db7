import { element } from '../element.js';

/** A tooltip with the sources of cited content that is hovered or has the focus; Escape hides it. */
export function showSourceTips(): void {
  const tip = element('div', { class: 'tip', role: 'presentation', hidden: true });
  document.body.append(tip);
  const hide = (): void => {
    tip.hidden = true;
  };
  const show = (event: Event): void => {
    const cited = event.target instanceof Element ? event.target.closest<HTMLElement>('.cited') : null;
    if (!cited) {
      if (!(event.target instanceof Node && tip.contains(event.target))) {
        hide();
      }
      return;
    }
    const lines = (cited.dataset['sources'] ?? '').split('\n');
    tip.replaceChildren(...lines.map((line) => element('p', {}, line)));
    tip.hidden = false;
    place(tip, cited.getBoundingClientRect());
  };
  document.addEventListener('mouseover', show);
  document.addEventListener('focusin', show);
  document.addEventListener('scroll', hide, { capture: true, passive: true });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      hide();
    }
  });
}

function place(tip: HTMLElement, beside: DOMRect): void {
  const { width, height } = tip.getBoundingClientRect();
  const below = beside.bottom + height + 4 < innerHeight;
  tip.style.left = `${Math.max(8, Math.min(beside.left, document.documentElement.clientWidth - width - 8))}px`;
  tip.style.top = `${below ? beside.bottom + 2 : beside.top - height - 2}px`;
}
