// For `framer-motion`, of which GraphiQL uses the list of tabs that one drags to another place: here they stay where they are. A tab
// has buttons in it, so that it is an item of a list, and its first button says whether it is the one that is shown.
import { Children, cloneElement, isValidElement, type ComponentProps, type ReactNode } from 'react';

/** What only dragging needs, and the roles. */
const dropped = [
  'layout',
  'value',
  'values',
  'axis',
  'dragConstraints',
  'dragElastic',
  'onReorder',
  'role',
  'aria-selected',
];

function plain(props: object): object {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !dropped.includes(name)));
}

function Tab({ children, ...props }: ComponentProps<'li'>): ReactNode {
  const [button, ...others] = Children.toArray(children);
  const isShown = props['aria-selected'] === true;
  return (
    <li {...plain(props)}>
      {isValidElement<ComponentProps<'button'>>(button)
        ? cloneElement(button, { 'aria-current': isShown ? 'true' : undefined })
        : button}
      {others}
    </li>
  );
}

/** The list of tabs, and a tab. */
export const Reorder = {
  Group: (props: ComponentProps<'ul'>): ReactNode => <ul {...plain(props)} />,
  Item: Tab,
};
