import type { Card } from '../cards/blocks.ts';
import type { JsonBody } from './json-body.ts';

/** A card with the body of the message that shows it to one person. A copy of the card with other blocks does not have that body. */
export class RenderedCard implements Card {
  readonly blocks: Card['blocks'];
  readonly text: string;
  readonly #ephemeralBody: JsonBody;

  constructor({ blocks, text }: Card, ephemeralBody: JsonBody) {
    this.blocks = blocks;
    this.text = text;
    this.#ephemeralBody = ephemeralBody;
    Object.freeze(this);
  }

  /** The body of an ephemeral message that replaces nothing and is in no thread. */
  get ephemeralBody(): JsonBody {
    return this.#ephemeralBody;
  }
}
