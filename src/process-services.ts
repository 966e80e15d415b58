import { wordsIn } from './cards/words/languages.ts';
import { type FairShare, fairShare } from './conference/fair-share.ts';
import { type MeetingMemory, meetingMemory } from './conference/meeting-cache.ts';
import type { WorkLimits } from './conference/work-limits.ts';
import type { Settings } from './core/settings.ts';
import type { TenantId } from './core/tenant.ts';
import { boundedMemo } from './lib/bounded-memo.ts';
import { type Bulkhead, bulkhead } from './lib/bulkhead.ts';
import { bulkheads, within } from './lib/bulkheads.ts';
import type { Log } from './ops/log.ts';
import { type CardCache, cardCache } from './slack/card-cache.ts';
import { MENU_OPTIONS } from './slack/menu-options.ts';
import { type ReplySender, replySender } from './slack/response-url.ts';
import { type SlackClientsOf, slackClients } from './slack/slack-client.ts';
import { type ProfileMemory, profileMemory } from './slack/user-directory.ts';
import type { WebClientOptions } from './slack/web-client.ts';
import { type SharedCards, sharedCards } from './tracking/shared-card.ts';

/** What all tenants of the process share: nothing in it belongs to one of them, and what it stores it stores by tenant. */
export interface ProcessServices {
  readonly slackClientsOf: SlackClientsOf;
  /** How many people of one tenant are asked about at a time. */
  readonly proofsOf: (tenant: TenantId) => Bulkhead;
  readonly fairShare: FairShare;
  /** The same for links that a person pasted. */
  readonly pastedShare: FairShare;
  readonly teaching: Bulkhead;
  readonly cardsOf: (tenant: TenantId) => CardCache;
  readonly meetings: MeetingMemory;
  readonly profiles: ProfileMemory;
  readonly sharedCardsBy: (rules: Settings) => SharedCards;
  readonly replies: ReplySender;
}

export interface ProcessServicesOptions {
  readonly clientOptions: WebClientOptions;
  readonly workLimits: WorkLimits;
  /** One tenant of many has a share of the work, so that what hangs for it leaves room for the others. */
  readonly serves: 'one' | 'many';
  readonly log: Log;
}

/** The settings of this many channels have their cards' renderers in memory. */
const RULES_MAX = 1000;

export function processServices(options: ProcessServicesOptions): ProcessServices {
  const { clientOptions, workLimits, serves, log } = options;
  const proofs = bulkhead(workLimits.proofs);
  const proofsShareOf = bulkheads(workLimits.proofsOfTenant);
  return {
    slackClientsOf: slackClients(clientOptions),
    proofsOf: (tenant) => (serves === 'one' ? proofs : within(proofsShareOf(tenant), proofs)),
    fairShare: fairShare(workLimits.lookupsOfOne),
    pastedShare: fairShare(workLimits.lookupsOfOne),
    teaching: bulkhead(workLimits.teaching),
    cardsOf: cardCache(),
    meetings: meetingMemory(),
    profiles: profileMemory(),
    sharedCardsBy: boundedMemo(RULES_MAX, (rules: Settings) =>
      sharedCards({ words: wordsIn(rules.locale), rules, menu: MENU_OPTIONS }),
    ),
    replies: replySender({
      fetch: clientOptions.fetch,
      apiUrl: clientOptions.apiUrl,
      onForeignAddress: () => log.warn('reply-refused', { reason: 'foreign-address' }),
    }),
  };
}
