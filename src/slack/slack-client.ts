import type { webApi } from '@slack/bolt';
import { bulkhead } from 'cockatiel';
import {
  type BlockSwitches,
  type BlocksGiven,
  NO_NEWER_BLOCKS,
  withClassicFallback,
} from './newer-blocks.ts';
import { isTokenRefused } from './token-refused.ts';
import { type WebClientOptions, webClient } from './web-client.ts';

/** The methods of Slack's Web API that the app calls. A client has the token of one installation: no call can be made with another. */
export interface SlackClient {
  readonly auth: Pick<webApi.WebClient['auth'], 'test'>;
  readonly chat: Pick<
    webApi.WebClient['chat'],
    'delete' | 'postEphemeral' | 'postMessage' | 'unfurl' | 'update'
  >;
  readonly conversations: Pick<webApi.WebClient['conversations'], 'info' | 'open'>;
  readonly entity: Pick<webApi.WebClient['entity'], 'presentDetails'>;
  readonly users: Pick<webApi.WebClient['users'], 'info'>;
  readonly views: Pick<webApi.WebClient['views'], 'open' | 'publish' | 'push' | 'update'>;
  readonly filesUploadV2: webApi.WebClient['filesUploadV2'];
}

/** The calls that one installation has in progress at a time; further ones wait. The others do not wait for them. */
const CALLS_OF_ONE = 100;

/** What the calls of one installation have of their own, whichever client of the process makes them. */
interface Calling {
  readonly token: string;
  /** Told when Slack refuses the token as one that is no longer valid. */
  readonly onTokenRefused?: (() => void) | undefined;
  /** Which newer blocks the workspace takes; by default none are sent. */
  readonly switches?: BlockSwitches;
}

/** The clients of one installation. `once` makes each call once: a post that timed out may have been done, and is not made again. */
export interface SlackClients {
  readonly client: SlackClient;
  readonly once: SlackClient;
}

/** The clients of each installation, over one pair for the process. */
export type SlackClientsOf = (calling: Calling) => SlackClients;

/**
 * A `WebClient` for each installation would take 26 kB, most of it in methods that nobody calls. So all of them have the same two; each call brings
 * its token. What an installation has in progress is bounded, and what is limited or does not answer is its own.
 */
export function slackClients(options: WebClientOptions): SlackClientsOf {
  const [shared, sharedOnce] = [webClient(options), webClient({ ...options, retries: 0 })];
  return (calling) => {
    const clientOver = clientsOf(calling);
    return { client: clientOver(shared), once: clientOver(sharedOnce) };
  };
}

function clientsOf(calling: Calling): (shared: webApi.WebClient) => SlackClient {
  const { token, onTokenRefused = () => {}, switches = NO_NEWER_BLOCKS } = calling;
  const turns = bulkhead(CALLS_OF_ONE, Number.POSITIVE_INFINITY);

  function method<Given extends BlocksGiven, Result>(
    name: string,
    call: (given: Given & { readonly token: string }) => Promise<Result>,
  ): (given: Given) => Promise<Result> {
    const send = async (given: Given): Promise<Result> => {
      try {
        return await turns.execute(() => call({ ...given, token }));
      } catch (error) {
        if (isTokenRefused(error)) onTokenRefused();
        throw error;
      }
    };
    return (given) => withClassicFallback(name, given, send, switches);
  }

  return (shared) => {
    const { auth, chat, conversations, entity, users, views } = shared;
    return {
      auth: { test: (given = {}) => method('auth.test', auth.test)(given) },
      chat: {
        delete: method('chat.delete', chat.delete),
        postEphemeral: method('chat.postEphemeral', chat.postEphemeral),
        postMessage: method('chat.postMessage', chat.postMessage),
        unfurl: method('chat.unfurl', chat.unfurl),
        update: method('chat.update', chat.update),
      },
      conversations: {
        info: method('conversations.info', conversations.info),
        open: method('conversations.open', (given) => conversations.open(given)),
      },
      entity: { presentDetails: method('entity.presentDetails', entity.presentDetails) },
      users: { info: method('users.info', users.info) },
      views: {
        open: method('views.open', views.open),
        publish: method('views.publish', views.publish),
        push: method('views.push', views.push),
        update: method('views.update', views.update),
      },
      filesUploadV2: method('files.uploadV2', (given) => shared.filesUploadV2(given)),
    };
  };
}
