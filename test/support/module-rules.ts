import type { Arrow } from './imports.ts';

interface Rule {
  readonly uses: readonly string[];
  /** Modules of which it may use types alone. */
  readonly types?: readonly string[];
}

/** Which modules each module may import besides itself (docs/architecture.md). */
export const MODULES: Readonly<Record<string, Rule>> = {
  lib: { uses: [] },
  core: { uses: ['lib'] },
  cards: { uses: ['core', 'lib'] },
  storage: { uses: ['core', 'lib'] },
  conference: { uses: ['storage', 'core', 'lib'] },
  tenants: { uses: ['storage', 'core', 'lib'], types: ['conference'] },
  ops: { uses: ['core', 'lib'] },
  tracking: { uses: ['storage', 'conference', 'cards', 'core', 'lib'] },
  calendar: { uses: ['cards', 'core', 'lib'], types: ['conference', 'ops'] },
  slack: {
    uses: ['tenants', 'tracking', 'conference', 'cards', 'calendar', 'ops', 'core', 'lib'],
    types: ['storage'],
  },
  config: { uses: ['core', 'lib'], types: ['slack', 'storage', 'conference', 'tenants'] },
};

/** An address is parsed where addresses are known; that is not a use of storage. */
const EXCEPTIONS = /^src\/config\/[a-z-]+\.ts → src\/storage\/(redis\/)?address\.ts$/;

/** The files that build the parts and hand them to each other. */
export const COMPOSITION_ROOT: readonly string[] = [
  'src/app.ts',
  'src/many-workspaces.ts',
  'src/process-services.ts',
  'src/seal-keys.ts',
  'src/tenant-services.ts',
  'src/vendors.ts',
  'src/web-routes.ts',
];

/** Folders that are imported only from below another one, and by the composition root. */
const PRIVATE: Readonly<Record<string, string>> = {
  'src/conference/quanshi/': 'src/conference/quanshi/',
  'src/storage/redis/': 'src/storage/',
  'src/storage/memory/': 'src/storage/',
};

/** Packages that compute and touch nothing; a pure module may use these and no others. */
export const PURE: Readonly<Record<string, readonly string[]>> = {
  core: ['date-fns', 'date-fns-tz'],
  cards: [],
};

/** Packages with one place. */
export const PLACES: Readonly<Record<string, string>> = {
  ioredis: 'src/storage/redis/',
  'rate-limiter-flexible': 'src/storage/',
  pino: 'src/ops/',
  'prom-client': 'src/ops/',
  'ical-generator': 'src/calendar/',
};

/** What each folder beside src/ may import, besides packages. */
export const BESIDE: Readonly<Record<string, readonly string[]>> = {
  src: ['src'],
  sandbox: ['sandbox'],
  demo: ['demo', 'sandbox'],
  bench: ['bench', 'sandbox', 'src'],
  release: ['release', 'sandbox', 'src'],
  tools: ['tools'],
  test: ['test', 'bench', 'demo', 'release', 'sandbox', 'tools', 'src'],
};

export const moduleOf = (file: string): string | undefined => /^src\/([^/]+)\//.exec(file)?.[1];
export const topOf = (file: string): string => file.split('/')[0] ?? '';
export const say = ({ from, to }: Arrow): string => `${from} → ${to}`;

/** Whether an arrow goes to a module that its own may not import. */
export function isAgainstModules(arrow: Arrow): boolean {
  const [from, to] = [moduleOf(arrow.from), moduleOf(arrow.to)];
  if (!arrow.isOurs || from === undefined || from === to) return false;
  const { uses = [], types = [] } = MODULES[from] ?? {};
  if (to !== undefined && uses.includes(to)) return false;
  if (arrow.isType && to !== undefined && types.includes(to)) return false;
  return !EXCEPTIONS.test(say(arrow));
}

/** Whether an arrow goes into one of `PRIVATE` from elsewhere. */
export function isIntoPrivate(arrow: Arrow): boolean {
  const { from, to, isOurs } = arrow;
  if (!isOurs || COMPOSITION_ROOT.includes(from) || EXCEPTIONS.test(say(arrow))) return false;
  return Object.entries(PRIVATE).some(([folder, users]) => to.startsWith(folder) && !from.startsWith(users));
}

/** `@slack/types` is types alone, which cards are made of. */
export function isSlackOutside({ from, to, isType }: Arrow): boolean {
  if (!to.startsWith('@slack/') || from.startsWith('src/slack/')) return false;
  return !(to === '@slack/types' && isType && from.startsWith('src/cards/'));
}

export const isOutOfPlace = ({ from, to }: Arrow): boolean => {
  const place = PLACES[to];
  return place !== undefined && !from.startsWith(place);
};

export const isAgainstFolders = ({ from, to, isOurs }: Arrow): boolean =>
  isOurs && !BESIDE[topOf(from)]?.includes(topOf(to));
