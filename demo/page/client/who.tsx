import { inAddress, putInAddress } from './address.ts';
import { usePage } from './page-context.ts';

const STRANGER = 'U0POLLY';

/** The person in the address, as `?as=U0HAN`, or else the stranger. */
export function firstPerson(): string {
  return inAddress('as') ?? STRANGER;
}

interface WhoProps {
  readonly userId: string;
  readonly become: (userId: string) => void;
}

/** Who one is. It is in the address, so that a reload does not change it. */
export function Who({ userId, become }: WhoProps) {
  const { cast } = usePage().snapshot;
  return (
    <fieldset className="who">
      <legend>You are</legend>
      {cast.map(({ id, name, role }) => (
        <label key={id} className={id === userId ? 'chosen' : ''}>
          <input
            type="radio"
            name="who"
            checked={id === userId}
            onChange={() => {
              putInAddress('as', id);
              become(id);
            }}
          />
          {name} <span className="role">{role}</span>
        </label>
      ))}
    </fieldset>
  );
}
