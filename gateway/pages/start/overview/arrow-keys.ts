/** The place of a control among others: its row and column, in any unit. */
export type Position = readonly [row: number, column: number];

const steps: Readonly<Record<string, Position>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Makes controls one tab stop; arrow keys move between them. */
export function moveByArrows(
  box: Element,
  controls: readonly (HTMLElement | SVGElement)[],
  positions: readonly Position[],
): void {
  const stopAt = (focused: Element | undefined): void => {
    for (const control of controls) {
      control.setAttribute('tabindex', control === focused ? '0' : '-1');
    }
  };
  stopAt(controls[0]);
  box.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const step = steps[key];
    const from = positions[controls.findIndex((control) => control === document.activeElement)];
    if (step && from) {
      event.preventDefault();
      controls[neighbour(from, step, positions)]?.focus();
    }
  });
  box.addEventListener('focusin', ({ target }) => {
    const focused = controls.find((control) => control === target);
    if (focused) {
      stopAt(focused);
    }
  });
}

/** The index of the nearest in a direction, those in line before those beside it; -1 at the edge. */
function neighbour([row, column]: Position, [down, right]: Position, positions: readonly Position[]): number {
  const distances = positions.map(([otherRow, otherColumn]) => {
    const ahead = (otherRow - row) * down + (otherColumn - column) * right;
    const aside = Math.abs((otherRow - row) * right) + Math.abs((otherColumn - column) * down);
    return ahead > 0 ? ahead + aside * 3 : Infinity;
  });
  const nearest = Math.min(...distances);
  return nearest === Infinity ? -1 : distances.indexOf(nearest);
}
