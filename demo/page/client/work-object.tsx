import type { WorkObjectSeen } from '../snapshot.ts';
import { usePage } from './page-context.ts';

interface WorkObjectProps {
  readonly seen: WorkObjectSeen;
  /** `undefined` where the message is not sent yet. */
  readonly open: (() => void) | undefined;
}

/** The Work Object beside a preview; its title opens the flexpane. */
export function WorkObject({ seen: { title, what }, open }: WorkObjectProps) {
  const { tell } = usePage();
  return (
    <p className="work-object">
      <button type="button" onClick={open ?? (() => tell('This opens once the message is sent.'))}>
        {title}
      </button>
      <span className="faint">{what}</span>
    </p>
  );
}
