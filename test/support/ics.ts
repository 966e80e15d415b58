/** The lines of a calendar file, unfolded; throws if a line does not end as RFC 5545 says, or is too long. */
export function icsLines(content: string): readonly string[] {
  const physical = content.split('\r\n');
  if (/(?<!\r)\n|\r(?!\n)/.test(content)) throw new Error('a line does not end with CRLF');
  const long = physical.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`longer than 75 octets: ${long}`);
  return content
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
}

/** The value of a property, its parameters left out. */
export function icsValue(content: string, name: string): string | undefined {
  const line = icsLines(content).find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
  return line?.slice(line.indexOf(':') + 1);
}
