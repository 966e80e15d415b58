import type { AuthorizeResult } from '@slack/bolt';
import type { SlackClient } from './slack-client.ts';

/** Who this app is in a workspace, as `auth.test` says. */
export interface BotUser {
  readonly botId: string | undefined;
  readonly botUserId: string | undefined;
  readonly teamId: string | undefined;
  readonly enterpriseId: string | undefined;
  /** Whether the app is installed for a whole organisation. */
  readonly isOrganisation: boolean;
  /** What the workspace, or the organisation, calls itself. */
  readonly teamName: string | undefined;
}

const RETRY_MS = 5000;

/** Learns once who the app is to one installation. No answer waits for it: a slow Slack at the start must not delay a card. */
export class BotIdentity {
  readonly #client: SlackClient;
  readonly #onFailure: (error: unknown) => void;
  readonly #clock: () => number;
  #known: BotUser | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #inFlight: Promise<BotUser | undefined> | undefined;

  constructor(client: SlackClient, clock: () => number, onFailure: (error: unknown) => void) {
    this.#client = client;
    this.#clock = clock;
    this.#onFailure = onFailure;
  }

  /** The bot user if it is known; else undefined, and Slack is asked in the background, every five seconds at most. */
  current(): BotUser | undefined {
    if (this.#known === undefined && this.#clock() - this.#askedAt >= RETRY_MS) void this.learn();
    return this.#known;
  }

  /** The bot user; Slack is asked for it where it is not known. Undefined where Slack does not tell. Never rejects. */
  async learn(): Promise<BotUser | undefined> {
    if (this.#known !== undefined) return this.#known;
    this.#inFlight ??= this.#ask().finally(() => {
      this.#inFlight = undefined;
    });
    return this.#inFlight;
  }

  async #ask(): Promise<BotUser | undefined> {
    this.#askedAt = this.#clock();
    try {
      const { bot_id, user_id, team_id, enterprise_id, is_enterprise_install, team } =
        await this.#client.auth.test();
      this.#known = {
        botId: bot_id,
        botUserId: user_id,
        teamId: team_id,
        enterpriseId: enterprise_id,
        isOrganisation: is_enterprise_install === true,
        teamName: team,
      };
      return this.#known;
    } catch (error) {
      this.#onFailure(error);
      return undefined;
    }
  }

  /**
   * For Bolt's `authorize`, which drops the app's own events by it. Without the token: Bolt would make a client for it that no listener uses.
   * A new object each time: Bolt writes each request's ids into it.
   */
  authorization(): AuthorizeResult {
    const { botId, botUserId } = this.current() ?? {};
    return botId === undefined || botUserId === undefined ? {} : { botId, botUserId };
  }
}
