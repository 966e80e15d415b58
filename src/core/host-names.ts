const HOST_MAX = 253;
const LABEL = /^[a-z0-9-]{1,63}$/;

/** More domains than this are not one conference service's. */
const DOMAINS_MAX = 20;

/** A host name of two labels or more, in lower case, whose last label is not a number: no IP address is one (RFC 1123, 2.1). */
export function isHostName(host: string): boolean {
  const labels = host.split('.');
  const isWritten =
    host.length <= HOST_MAX && labels.length > 1 && labels.every((label) => LABEL.test(label));
  return isWritten && /[a-z]/.test(labels.at(-1) ?? '');
}

/** Host names with commas or blanks between, in lower case; undefined where one is not a host name, or there are too many or none. */
export function linkDomains(text: string): readonly string[] | undefined {
  const list = text
    .toLowerCase()
    .split(/[\s,，、]/)
    .filter((domain) => domain !== '');
  const isUsable = list.length > 0 && list.length <= DOMAINS_MAX && list.every(isHostName);
  return isUsable ? [...new Set(list)] : undefined;
}
