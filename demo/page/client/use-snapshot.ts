import { useEffect, useState } from 'react';
import type { Snapshot } from '../snapshot.ts';

/** What this person sees, as it is at every moment; `undefined` until the first word of it has come. */
export function useSnapshot(userId: string): Snapshot | undefined {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  useEffect(() => {
    const source = new EventSource(`/snapshot?as=${encodeURIComponent(userId)}`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const seen: Snapshot = JSON.parse(data);
      setSnapshot(seen);
    };
    return () => source.close();
  }, [userId]);
  return snapshot;
}
