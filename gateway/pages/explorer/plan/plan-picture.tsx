import type { ReactNode } from 'react';

import { say } from '../words.js';
import type { Fetch, Plan } from './plan.js';

/** A plan as boxes: sequential steps below one another, parallel ones in a frame. */
export function PlanPicture({ plan }: { readonly plan: Plan }): ReactNode {
  switch (plan.kind) {
    case 'fetch':
      return <FetchBox fetch={plan} />;
    case 'when':
      return (
        <div className="plan-when">
          <p>{say('planWhen', plan.condition)}</p>
          <PlanPicture plan={plan.step} />
        </div>
      );
    default:
      return <Steps kind={plan.kind} steps={plan.steps} />;
  }
}

function Steps({
  kind,
  steps,
}: {
  readonly kind: 'sequence' | 'parallel';
  readonly steps: readonly Plan[];
}): ReactNode {
  const List = kind === 'sequence' ? 'ol' : 'ul';
  return (
    <List className={`plan-${kind}`} aria-label={say(kind === 'sequence' ? 'planSequence' : 'planParallel')}>
      {steps.map((step, index) => (
        <li key={index}>
          <PlanPicture plan={step} />
        </li>
      ))}
    </List>
  );
}

function FetchBox({ fetch }: { readonly fetch: Fetch }): ReactNode {
  return (
    <section className="plan-fetch" data-subgraph={fetch.subgraph} aria-label={say('planRequest', fetch.subgraph)}>
      <h3>{fetch.subgraph}</h3>
      {fetch.selections.map(({ of, fields }) => (
        <p key={of}>
          <span className="plan-of">{of}</span> {fields.join(', ')}
        </p>
      ))}
      {fetch.path && <p className="plan-path">{say('planAt', readable(fetch.path))}</p>}
      <details>
        <summary>{say('planQuery')}</summary>
        <pre>{fetch.operation}</pre>
      </details>
    </section>
  );
}

/** A path without list markers, with spaces so that it can wrap. */
function readable(path: string): string {
  return path.replaceAll('.@', '').replaceAll('.', ' › ');
}
