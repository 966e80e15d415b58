import type { Fields } from '../fields.ts';

/** User ids by the kind of token that they lost. */
export const tokensRevoked = (
  tokens: { oauth?: readonly string[]; bot?: readonly string[] } = {},
): Fields => ({
  type: 'tokens_revoked',
  tokens: { oauth: tokens.oauth ?? [], bot: tokens.bot ?? ['U0BOT'] },
});
