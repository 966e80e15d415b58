/**
 * A body with its JSON, written once for everybody it is sent to. It has the fields of the body itself, so it can be sent in any way. The JSON
 * is a private field: a copy of the body, which may be changed, does not have it.
 */
export class JsonBody {
  readonly [field: string]: unknown;
  readonly #json: Buffer;

  constructor(fields: Readonly<Record<string, unknown>>) {
    Object.assign(this, fields);
    this.#json = jsonBytes(fields);
    Object.freeze(this);
  }

  /** The JSON of any body, in UTF-8. */
  static bytesOf(body: unknown): Buffer {
    return typeof body === 'object' && body !== null && #json in body ? body.#json : jsonBytes(body);
  }
}

function jsonBytes(body: unknown): Buffer {
  return Buffer.from(JSON.stringify(body));
}
