import { useEffect, useState } from 'react';
import type { Sight } from '../snapshot.ts';

/** What this person sees, as it is at every moment; `undefined` until the first word of it has come. */
export function useSight(userId: string): Sight | undefined {
  const [sight, setSight] = useState<Sight>();
  useEffect(() => {
    const source = new EventSource(`/sight?as=${encodeURIComponent(userId)}`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const seen: Sight = JSON.parse(data);
      setSight(seen);
    };
    return () => source.close();
  }, [userId]);
  return sight;
}
