import { Gauge, type Registry } from 'prom-client';

/** What cards follow, over all processes and tenants. */
export interface Followed {
  readonly meetings: number;
  readonly cards: number;
  /** How long the check that should have come first has been due; 0 where none is. */
  readonly overdueSeconds: number;
  /** The same for the reminders of a meeting. */
  readonly overdueReminderSeconds: number;
}

/** Gauges that are read from the storage with each scrape. While it does not answer, they have no value. */
export function followedGauges(registry: Registry, read: () => Promise<Followed | undefined>): void {
  gauge('followed_meetings', 'Meetings that cards follow', ({ meetings }) => meetings);
  gauge('followed_cards', 'Cards that follow their meetings', ({ cards }) => cards);
  gauge(
    'overdue_check_seconds',
    'How long the oldest check of a meeting has been due',
    ({ overdueSeconds }) => overdueSeconds,
  );

  gauge(
    'overdue_reminder_seconds',
    'How long the oldest look at the reminders of a meeting has been due',
    ({ overdueReminderSeconds }) => overdueReminderSeconds,
  );

  function gauge(name: string, help: string, select: (followed: Followed) => number): void {
    new Gauge({
      name: `meeting_cards_${name}`,
      help,
      registers: [registry],
      async collect() {
        const followed = await read().catch(() => undefined);
        this.set(followed === undefined ? Number.NaN : select(followed));
      },
    });
  }
}
