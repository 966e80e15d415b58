import type { ConferenceFault } from '../snapshot.ts';
import { usePage } from './page-context.ts';

const CONFERENCE: readonly (readonly [ConferenceFault, string, string])[] = [
  ['well', 'Well', ''],
  ['slow', 'Slow', 'answers late'],
  ['down', 'Down', 'ends every connection'],
  ['lying', 'Lying', 'answers about another meeting'],
];

/** What can be broken by a click, to see what people see then. */
export function FaultPanel() {
  const { snapshot, act } = usePage();
  const { conference, redis } = snapshot.fault;
  return (
    <section className="panel" aria-label="Break something">
      <h2>Break something</h2>
      <fieldset>
        <legend>The conference service is</legend>
        {CONFERENCE.map(([is, label, what]) => (
          <label key={is}>
            <input
              type="radio"
              name="conference"
              checked={conference === is}
              onChange={() => void act({ do: 'conference', is })}
            />
            <span>
              {label} <span className="faint">{what}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p>
        {redis === 'none' ? (
          <button type="button" className="button" disabled>
            No Redis here to stop
          </button>
        ) : (
          <button
            type="button"
            className="button"
            onClick={() => void act({ do: 'redis', is: redis === 'gone' ? 'running' : 'gone' })}
          >
            {redis === 'gone' ? 'Start Redis again' : 'Stop Redis'}
          </button>
        )}
      </p>
      {snapshot.refusals.length === 0 ? null : (
        <details>
          <summary>Slack would refuse this ({snapshot.refusals.length})</summary>
          <ul>
            {[...new Set(snapshot.refusals)].map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
