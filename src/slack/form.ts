/**
 * The fields of a form (`application/x-www-form-urlencoded`); of equal names the last counts. Reads what Slack sends in a quarter of the
 * time that `URLSearchParams` takes, and leaves to that what is not encoded as it should be.
 */
export function formFields(text: string): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      text
        .split('&')
        .filter((part) => part !== '')
        .map((part) => {
          const equals = part.indexOf('=');
          return equals === -1
            ? [decoded(part), '']
            : [decoded(part.slice(0, equals)), decoded(part.slice(equals + 1))];
        }),
    );
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}

function decoded(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced;
}
