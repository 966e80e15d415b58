import type { ConferenceCredentials } from '../../../core/tenant.ts';
import type { VendorReply } from './reply.ts';

const HIDDEN = '•••';

/** The reply to a question, without the secrets that it was asked with: some services repeat what they refuse, and their words are shown to people. */
export function withoutSecrets(reply: VendorReply, credentials: ConferenceCredentials): VendorReply {
  const secrets = secretsOf(credentials);
  const hidden = (text: string | undefined): string | undefined =>
    text && secrets.reduce((said, secret) => said.replaceAll(secret, HIDDEN), text);
  const { code, message, requestId } = reply.report;
  return {
    ...reply,
    report: { code: hidden(code), message: hidden(message), requestId: hidden(requestId) },
  };
}

/** The longest first, since it may contain the other. */
function secretsOf(credentials: ConferenceCredentials): readonly string[] {
  switch (credentials.kind) {
    case 'none':
      return [];
    case 'token':
      return [credentials.token];
    case 'app':
      return [credentials.appKey, credentials.appSecret].sort((one, other) => other.length - one.length);
  }
}
