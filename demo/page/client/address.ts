/** What the address of the page says, so that a reload and a bookmark keep it. */
type Remembered = 'as' | 'theme';

export function inAddress(name: Remembered): string | undefined {
  return new URL(window.location.href).searchParams.get(name) ?? undefined;
}

export function putInAddress(name: Remembered, value: string): void {
  const url = new URL(window.location.href);
  url.searchParams.set(name, value);
  window.history.replaceState(null, '', url);
}
