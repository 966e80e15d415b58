import { violationsOfEntity } from '../../block-kit/entity.ts';
import { fieldsAt, textAt } from '../fields.ts';
import { fail, type Method, ok, refusal } from './reply.ts';

/** The trigger is looked at first. Source: docs.slack.dev/reference/methods/entity.presentDetails */
export const presentDetails: Method = (args, slack) => {
  const trigger = slack.triggers.spend(textAt(args, 'trigger_id'));
  if ('error' in trigger) return fail(trigger.error);
  const metadata = fieldsAt(args, 'metadata');
  const refused =
    metadata && refusal(slack, 'entity.presentDetails', violationsOfEntity(metadata), 'invalid_arguments');
  if (refused !== undefined) return refused;
  slack.flexpanes.set(trigger.userId, metadata ?? fieldsAt(args, 'error') ?? {});
  const { entityRemarks: messages } = slack;
  return metadata === undefined || messages.length === 0 ? ok() : ok({ response_metadata: { messages } });
};
