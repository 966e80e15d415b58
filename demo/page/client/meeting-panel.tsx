import { useState } from 'react';
import { MEETING_CHANGES, type MeetingChange } from '../snapshot.ts';
import { usePage } from './page-context.ts';

const LABELS: Readonly<Record<MeetingChange, string>> = {
  start: 'Start',
  end: 'End',
  move: 'Move by an hour',
  cancel: 'Cancel',
  undo: 'Undo all',
};

/** What can happen to a meeting by a click, to see its cards follow. */
export function MeetingPanel() {
  const { snapshot, act } = usePage();
  const { changeable } = snapshot;
  const [chosen, setChosen] = useState(changeable[0]?.eventId ?? '');
  return (
    <section className="panel" aria-label="Change a meeting">
      <h2>Change a meeting</h2>
      <p>
        <select aria-label="Meeting" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {changeable.map(({ eventId, title }) => (
            <option key={eventId} value={eventId}>
              {eventId} {title}
            </option>
          ))}
        </select>
      </p>
      <p className="changes">
        {MEETING_CHANGES.map((change) => (
          <button
            key={change}
            type="button"
            className="button"
            onClick={() => void act({ do: 'meeting', eventId: chosen, change })}
          >
            {LABELS[change]}
          </button>
        ))}
      </p>
    </section>
  );
}
