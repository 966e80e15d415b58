import * as v from 'valibot';
import { type AccountId, accountId } from '../core/tenant.ts';
import { type UnixSeconds, unixSeconds, type ZoneName, zoneName } from '../core/time.ts';

/** The parts that several stored shapes have in common. */
export const second = v.custom<UnixSeconds>(
  (value) => typeof value === 'number' && unixSeconds(value) === value,
);
export const zone = v.custom<ZoneName>((value) => typeof value === 'string' && zoneName(value) === value);

/** An account's id has letters, digits and `-`; the other word is none. */
export const askedWith = v.union([
  v.literal('deployment'),
  v.pipe(
    v.string(),
    v.transform(accountId),
    v.guard((id): id is AccountId => id !== undefined),
  ),
]);

/** Written as `null`: JSON leaves out what is undefined. */
export const optional = <T extends v.GenericSchema>(schema: T) =>
  v.pipe(
    v.nullable(schema),
    v.transform((value) => value ?? undefined),
  );

/** JSON with `null` for what is undefined. */
export function writeStored(value: object): string {
  return JSON.stringify(value, (_name, field: unknown) => (field === undefined ? null : field));
}
