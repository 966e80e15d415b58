import { Gauge, type Registry } from 'prom-client';

/** What cards follow, over all processes and tenants. */
export interface Followed {
  readonly meetings: number;
  readonly cards: number;
  /** How long the check that should have come first has been due; 0 where none is. */
  readonly overdueSeconds: number;
}

/** Gauges that are read from the storage with each scrape. While it does not answer, they have no value. */
export function followedGauges(registry: Registry, read: () => Promise<Followed | undefined>): void {
  const registers = [registry];
  const meetings = gauge('followed_meetings', 'Meetings that cards follow');
  const cards = gauge('followed_cards', 'Cards that follow their meetings');

  new Gauge({
    name: 'meeting_cards_overdue_check_seconds',
    help: 'How long the oldest check of a meeting has been due',
    registers,
    async collect() {
      const followed = await read().catch(() => undefined);
      meetings.set(followed?.meetings ?? Number.NaN);
      cards.set(followed?.cards ?? Number.NaN);
      this.set(followed?.overdueSeconds ?? Number.NaN);
    },
  });

  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name: `meeting_cards_${name}`, help, registers });
  }
}
