/**
 * HTML, safe by construction: only this file makes it, and whatever is put into it that is not HTML already is escaped. So the only marks in
 * it are ours.
 */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  /** The tag of template literals. A value stands in text or in a quoted attribute. */
  static tag(literals: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
    let text = literals[0] ?? '';
    for (const [nth, value] of values.entries()) {
      text += value instanceof Html ? value.#text : escaped(value);
      text += literals[nth + 1] ?? '';
    }
    return new Html(text);
  }
}

/** Html.tag, as the tag that it is for. */
export const html = Html.tag;

export const NOTHING: Html = html``;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
