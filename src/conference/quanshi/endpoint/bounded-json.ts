import { isDeepStrictEqual } from 'node:util';

/** How much JSON is read at most. */
export interface JsonLimits {
  /** Values of all kinds, containers included: each costs memory and time, however few bytes it has. */
  readonly values: number;
  /** Containers within containers. */
  readonly depth: number;
  /** Entries of one list, or members of one object; a larger one is read as `EXCESS`. */
  readonly entries: number;
}

/**
 * A meeting of 3,000 people with a `userProfile` of 16 fields each, and of 300 rooms with four devices each, has 120,000 values and
 * is 6 deep. A field that this app does not read may go deeper. No list that is decoded has more entries (`decoder/answer-limits.ts`).
 */
export const JSON_LIMITS: JsonLimits = { values: 160_000, depth: 32, entries: 20_000 };

/** Stands for a list or an object with too many entries: no schema accepts it, and none of its entries stays in memory. */
export const EXCESS: unique symbol = Symbol('too many entries');

/** The value of a name to which one object gives two different values: no schema accepts it. */
const TWICE: unique symbol = Symbol('given twice');

const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const [TRUE, FALSE, NULL] = [Buffer.from('true'), Buffer.from('false'), Buffer.from('null')];
const [TAB, LINE_FEED, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPENING_BRACKET, CLOSING_BRACKET, OPENING_BRACE, CLOSING_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];
const [PLUS, MINUS, DOT, ZERO, NINE, UPPER_E, LOWER_E] = [0x2b, 0x2d, 0x2e, 0x30, 0x39, 0x45, 0x65];
const LAST_ASCII = 0x7f;

/** A power of two. */
const NAMES_CACHED = 1024;

/**
 * Reads JSON (RFC 8259) in UTF-8, with or without a byte-order mark. Throws if the text is not JSON, and as soon as it exceeds the limits. Two
 * things differ from `JSON.parse`. A number is returned as the text of its digits, so that a uint64 keeps them all. A name to which an object
 * gives two different values has no value, since which of them counts must not depend on their order.
 */
export function parseJson(json: Buffer, limits: JsonLimits = JSON_LIMITS): unknown {
  const names = new Array<string>(NAMES_CACHED).fill('');
  let at = json.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  let values = 0;
  let depth = 0;

  const whole = value();
  if (at < json.length) fail();
  return whole;

  function value(): unknown {
    values += 1;
    if (values > limits.values) fail();
    skipSpace();
    const read = bare(json[at]);
    skipSpace();
    return read;
  }

  function bare(first: number | undefined): unknown {
    if (first === QUOTE) return text();
    if (first === OPENING_BRACE) return object();
    if (first === OPENING_BRACKET) return list();
    if (first === TRUE[0]) return word(TRUE, true);
    if (first === FALSE[0]) return word(FALSE, false);
    if (first === NULL[0]) return word(NULL, null);
    return number();
  }

  /** Without a prototype, so that a member can have any name, and objects of many forms need no hidden class each. */
  function object(): unknown {
    let members: Record<string, unknown> = Object.create(null);
    if (!opens(CLOSING_BRACE)) return members;
    let size = 0;
    do {
      size += 1;
      if (size > limits.entries) members = Object.create(null);
      skipSpace();
      const key = name();
      skipSpace();
      take(COLON);
      const read = value();
      members[key] = key in members && !isDeepStrictEqual(members[key], read) ? TWICE : read;
    } while (goesOn(CLOSING_BRACE));
    return size > limits.entries ? EXCESS : members;
  }

  function list(): unknown {
    const entries: unknown[] = [];
    if (!opens(CLOSING_BRACKET)) return entries;
    let size = 0;
    do {
      size += 1;
      if (size > limits.entries) entries.length = 0;
      entries.push(value());
    } while (goesOn(CLOSING_BRACKET));
    return size > limits.entries ? EXCESS : entries;
  }

  /** Whether there is anything in the container. */
  function opens(end: number): boolean {
    depth += 1;
    if (depth > limits.depth) fail();
    at += 1;
    skipSpace();
    if (json[at] !== end) return true;
    close();
    return false;
  }

  function goesOn(end: number): boolean {
    if (json[at] === end) {
      close();
      return false;
    }
    take(COMMA);
    return true;
  }

  function close(): void {
    depth -= 1;
    at += 1;
  }

  /** The same text object for the same name: most texts of an answer are names, and comparing is faster than making them. */
  function name(): string {
    if (json[at] !== QUOTE) fail();
    const begin = at + 1;
    let end = begin;
    let hash = 0;
    for (let byte = json[end]; byte !== undefined && byte !== QUOTE; byte = json[end]) {
      hash = (hash * 31 + byte) % NAMES_CACHED;
      end += 1;
    }
    const cached = names[hash];
    if (cached !== undefined && cached.length === end - begin && isAt(begin, cached)) {
      at = end + 1;
      return cached;
    }
    const made = text();
    names[hash] = made;
    return made;
  }

  function isAt(begin: number, ascii: string): boolean {
    for (let nth = 0; nth < ascii.length; nth += 1)
      if (ascii.charCodeAt(nth) !== json[begin + nth]) return false;
    return true;
  }

  function text(): string {
    const begin = at;
    let isAscii = true;
    let isPlain = true;
    at += 1;
    for (let byte = json[at]; byte !== QUOTE; byte = json[at]) {
      if (byte === undefined || byte < SPACE) fail();
      if (byte > LAST_ASCII) isAscii = false;
      if (byte === BACKSLASH) isPlain = false;
      at += byte === BACKSLASH ? 2 : 1;
    }
    at += 1;
    if (!isPlain) return JSON.parse(json.toString('utf8', begin, at));
    return json.toString(isAscii ? 'latin1' : 'utf8', begin + 1, at - 1);
  }

  function word<T>(letters: Buffer, meaning: T): T {
    for (const letter of letters) take(letter);
    return meaning;
  }

  function number(): string {
    const begin = at;
    if (json[at] === MINUS) at += 1;
    if (json[at] === ZERO) at += 1;
    else digits();
    if (json[at] === DOT) {
      at += 1;
      digits();
    }
    if (json[at] === LOWER_E || json[at] === UPPER_E) {
      at += 1;
      if (json[at] === PLUS || json[at] === MINUS) at += 1;
      digits();
    }
    return json.toString('latin1', begin, at);
  }

  function digits(): void {
    const begin = at;
    for (let byte = json[at]; byte !== undefined && byte >= ZERO && byte <= NINE; byte = json[at]) at += 1;
    if (at === begin) fail();
  }

  function skipSpace(): void {
    for (
      let byte = json[at];
      byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
      byte = json[at]
    )
      at += 1;
  }

  function take(byte: number): void {
    if (json[at] !== byte) fail();
    at += 1;
  }
}

function fail(): never {
  throw new SyntaxError('not JSON, or more than the limits allow');
}
