import type { EventId } from '../../core/ids.ts';
import type { Person } from '../../core/person.ts';
import {
  type Reminder,
  type ReminderName,
  readReminderName,
  writeReminderName,
} from '../../core/reminder.ts';
import { type UnixSeconds, unixSeconds } from '../../core/time.ts';
import type { DurableRecords } from '../../storage/durable-records.ts';
import type { Keys } from '../../storage/keys.ts';
import { type Reservation, reservation } from '../send-once.ts';
import { writeStored } from '../stored-values.ts';
import { readReminder } from './stored-reminder.ts';

/** Longer than the year that lies between setting a reminder and its meeting at most. */
const EXPIRY_SECONDS = 400 * 24 * 60 * 60;

const REMINDER = 'r:';
const SENDING = 's:';

/** A reminder with its name. */
export interface NamedReminder {
  readonly name: ReminderName;
  readonly reminder: Reminder;
}

/**
 * The reminders of one tenant: a record for each meeting, and one for each person with the names of theirs. The meeting's record counts: a
 * name without its reminder is nobody's. Rejects with `StorageUnavailable`.
 */
export interface ReminderStore {
  ofMeeting(event: EventId): Promise<readonly NamedReminder[]>;
  ofPerson(person: Person): Promise<readonly NamedReminder[]>;
  find(name: ReminderName, person: Person): Promise<Reminder | undefined>;
  put(name: ReminderName, reminder: Reminder): Promise<void>;
  /** Changes a reminder that is still there. */
  change(name: ReminderName, reminder: Reminder): Promise<void>;
  remove(name: ReminderName, person: Person): Promise<void>;
  /** The right to send a reminder. */
  sending(name: ReminderName, reminder: Reminder): Reservation;
  /** Deletes a reminder that was sent, with its reservation. */
  finish(name: ReminderName, reminder: Reminder): Promise<void>;
  /** Deletes all reminders of a meeting, and every name of those whom they are for. */
  eraseMeeting(event: EventId): Promise<void>;
}

export function reminderStore(
  records: DurableRecords,
  { reminders, remindersOf, reminded }: Pick<Keys, 'reminders' | 'remindersOf' | 'reminded'>,
  nonce: () => string,
): ReminderStore {
  const field = ({ firstStart }: ReminderName, person: Person): string =>
    `${REMINDER}${reminded(person)}:${firstStart}`;
  const sendingField = ({ firstStart }: ReminderName, { person, setAt }: Reminder): string =>
    `${SENDING}${reminded(person)}:${firstStart}:${setAt}`;

  const find = async (name: ReminderName, person: Person): Promise<Reminder | undefined> =>
    readReminder(await records.field(reminders(name.event), field(name, person)));
  const sending = (name: ReminderName, reminder: Reminder): Reservation =>
    reservation({
      records,
      key: reminders(name.event),
      field: sendingField(name, reminder),
      expirySeconds: EXPIRY_SECONDS,
      nonce,
    });
  const forget = (name: ReminderName, person: Person): Promise<void> =>
    records.deleteField(remindersOf(person), writeReminderName(name));

  const ofMeeting = async (event: EventId): Promise<readonly NamedReminder[]> => {
    const fields = await records.fields(reminders(event));
    return [...fields].flatMap(([key, text]) => {
      const reminder = key.startsWith(REMINDER) ? readReminder(text) : undefined;
      const firstStart = firstStartIn(key);
      return reminder === undefined || firstStart === undefined
        ? []
        : [{ name: { event, firstStart }, reminder }];
    });
  };

  return {
    find,
    sending,
    ofMeeting,
    async ofPerson(person) {
      const names = [...(await records.fields(remindersOf(person))).keys()];
      const found = names.map(async (text) => {
        const name = readReminderName(text);
        const reminder = name && (await find(name, person));
        return name === undefined || reminder === undefined ? [] : [{ name, reminder }];
      });
      return (await Promise.all(found)).flat();
    },
    async put(name, reminder) {
      const { person } = reminder;
      await records.setField(remindersOf(person), writeReminderName(name), '', EXPIRY_SECONDS);
      await records.setField(
        reminders(name.event),
        field(name, person),
        writeStored(reminder),
        EXPIRY_SECONDS,
      );
    },
    async change(name, reminder) {
      const key = reminders(name.event);
      await records.replaceField(key, field(name, reminder.person), writeStored(reminder), EXPIRY_SECONDS);
    },
    async remove(name, person) {
      await records.deleteField(reminders(name.event), field(name, person));
      await forget(name, person);
    },
    async finish(name, reminder) {
      await forget(name, reminder.person);
      await records.deleteField(reminders(name.event), field(name, reminder.person));
      await sending(name, reminder).giveUp();
    },
    async eraseMeeting(event) {
      for (const { reminder } of await ofMeeting(event))
        await records.eraseRecord(remindersOf(reminder.person));
      await records.eraseRecord(reminders(event));
    },
  };
}

function firstStartIn(field: string): UnixSeconds | undefined {
  return unixSeconds(Number(field.slice(field.lastIndexOf(':') + 1)));
}
