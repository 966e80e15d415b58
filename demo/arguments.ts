import { parseArgs } from 'node:util';

/** The meeting of the conference service's own specification. */
const DEFAULT_REFERENCE = '649128';

/** The arguments after `npm run demo --`. */
export type Arguments =
  | { readonly kind: 'run'; readonly reference: string; readonly once: boolean }
  | { readonly kind: 'fault'; readonly sentence: string };

/** Everything that is not an option is one reference, typed as it is. */
export function readArguments(given: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      options: { once: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const reference = positionals.length === 0 ? DEFAULT_REFERENCE : positionals.join(' ');
    return { kind: 'run', reference, once: values.once };
  } catch {
    return { kind: 'fault', sentence: 'Usage: npm run demo [-- <meeting number or link>] [--once]' };
  }
}
