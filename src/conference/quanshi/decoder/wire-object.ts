import type { Field } from './fields.ts';

/** Told the path of each field that was left out, such as `houseList[3].DeviceName`; never its value. */
export type OnDropped = (path: string) => void;

export const isRecord = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

const isAbsent = (input: unknown): boolean => input === undefined || input === null || input === '';

/**
 * One JSON object of the vendor, read field by field. A bad value costs its field and is reported to `onDropped`; null, missing and empty count
 * as absent and are not reported.
 */
export class WireObject {
  readonly #input: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #onDropped: OnDropped;

  private constructor(input: Readonly<Record<string, unknown>>, path: string, onDropped: OnDropped) {
    this.#input = input;
    this.#path = path;
    this.#onDropped = onDropped;
  }

  /** Undefined for a value that is not an object; `path` is put before every name that is reported. */
  static of(input: unknown, path: string, onDropped: OnDropped): WireObject | undefined {
    return isRecord(input) ? new WireObject(input, path, onDropped) : undefined;
  }

  read<T>(name: string, field: Field<T>): T | undefined {
    const value = this.#input[name];
    if (isAbsent(value)) return undefined;
    const read = field(value);
    if (read === undefined) {
      this.dropped(name);
      return undefined;
    }
    return read ?? undefined;
  }

  /** The object under a name; an empty one where there is none. */
  object(name: string): WireObject {
    const value = this.#input[name];
    const found = WireObject.of(value, `${this.#path}${name}.`, this.#onDropped);
    if (found === undefined && !isAbsent(value)) this.dropped(name);
    return found ?? new WireObject({}, `${this.#path}${name}.`, this.#onDropped);
  }

  /** The objects of a list, without entries that are not objects. A missing list, null and `{}` are empty; one longer than `max` is not read. */
  list(name: string, max: number = Number.POSITIVE_INFINITY): WireObject[] {
    const value = this.#input[name];
    if (isAbsent(value) || (isRecord(value) && Object.keys(value).length === 0)) return [];
    if (!Array.isArray(value) || value.length > max) {
      this.dropped(name);
      return [];
    }
    const objects: WireObject[] = [];
    for (const [index, entry] of value.entries()) {
      const object = WireObject.of(entry, `${this.#path}${name}[${index}].`, this.#onDropped);
      if (object === undefined) this.dropped(`${name}[${index}]`);
      else objects.push(object);
    }
    return objects;
  }

  /** Reports a field by its path; an empty name is the object itself. */
  dropped(name: string): void {
    this.#onDropped(name === '' ? this.#path.replace(/\.$/, '') : `${this.#path}${name}`);
  }
}
