import type { Fields } from '../fields.ts';
import { VERIFICATION_TOKEN } from './common.ts';

/** Sent once, when a request URL is entered; the app must give the challenge back. */
export const urlVerification = (challenge: string): Fields => ({
  token: VERIFICATION_TOKEN,
  challenge,
  type: 'url_verification',
});
