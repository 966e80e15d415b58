import type { MoreChoice } from '../../../cards/more-menu.ts';
import type { ActionPayload } from '../../payloads/action.ts';
import type { RequestContext } from '../../request-context.ts';

/** What a choice of the menu does; `run` resolves to one of `outcomes`. */
export interface MenuHandler {
  readonly outcomes: readonly string[];
  run(context: RequestContext, payload: ActionPayload, choice: MoreChoice): Promise<string>;
}
