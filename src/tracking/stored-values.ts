import * as v from 'valibot';
import { type UnixSeconds, unixSeconds, type ZoneName, zoneName } from '../core/time.ts';

/** The parts that several stored shapes have in common. */
export const second = v.custom<UnixSeconds>(
  (value) => typeof value === 'number' && unixSeconds(value) === value,
);
export const zone = v.custom<ZoneName>((value) => typeof value === 'string' && zoneName(value) === value);

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
