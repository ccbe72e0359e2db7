import { useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { ReactNode } from 'react';

import { say } from '../words.js';
import { useLastRun } from './last-run.js';
import { PlanPicture } from './plan-picture.js';
import { planSummary, planText } from './plan-text.js';
import type { Plan } from './plan.js';

/** The panel with the query plan of the last run. */
export const planPlugin: GraphiQLPlugin = { title: say('plan'), icon: PlanIcon, content: PlanPanel };

/** A summary of the plan below the answer; clicking it opens the panel. */
export function PlanLine(): ReactNode {
  const run = useLastRun();
  const actions = useGraphiQLActions();
  return (
    run.kind === 'planned' && (
      <button
        type="button"
        className="plan-line"
        onClick={() => {
          actions.setVisiblePlugin(planPlugin);
        }}
      >
        {say('planLine', run.operation, planSummary(run.plan))}
      </button>
    )
  );
}

function PlanPanel(): ReactNode {
  const run = useLastRun();
  return (
    <section className="jiedui-panel" aria-label={say('plan')}>
      <h2>{run.kind === 'planned' ? say('planOf', run.operation) : say('plan')}</h2>
      {run.kind === 'none' && <p>{say('planNone')}</p>}
      {run.kind === 'refused' && <p>{say('planRefused')}</p>}
      {run.kind === 'planned' && <PlanOfRun plan={run.plan} />}
    </section>
  );
}

function PlanOfRun({ plan }: { readonly plan: Plan }): ReactNode {
  return (
    <>
      <p role="status">{planSummary(plan)}</p>
      <figure aria-label={say('planPicture')}>
        <PlanPicture plan={plan} />
      </figure>
      <h3>{say('planText')}</h3>
      <pre className="plan-text">{planText(plan)}</pre>
    </>
  );
}

function PlanIcon(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
      <path d="M8 5v3M3.5 11V8h9v3" />
      <path d="M5.5 1.5h5v3.5h-5zM1.5 11h4v3.5h-4zM10.5 11h4v3.5h-4z" />
    </svg>
  );
}
