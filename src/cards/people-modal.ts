import type { ModalView } from '@slack/types';
import { type EventId, eventId as eventIdOf } from '../core/ids.ts';
import type { PublicInvitee } from '../core/views.ts';
import { ACTION } from './action-ids.ts';
import { actions, button, context, section } from './blocks.ts';
import { joinWithinLimit } from './join-within-limit.ts';
import { LIMITS, shorten } from './limits.ts';
import { modal } from './modal.ts';
import { Mrkdwn, mrkdwn } from './mrkdwn.ts';
import { phaseMark } from './phase-label.ts';
import type { Section } from './readonly-blocks.ts';
import type { Words } from './words/words.ts';

const PER_PAGE = 40;
const PER_SECTION = 10;
const NAME_MAX = 60;
const TITLE_MAX = 200;
const PRESENT_MAX = 2000;

/** A page of the people of a meeting, counted from 1. The buttons carry it. */
export interface PeoplePage {
  readonly eventId: EventId;
  readonly page: number;
}

export function writePeoplePage({ eventId, page }: PeoplePage): string {
  return `${eventId}/${page}`;
}

export function readPeoplePage(text: string): PeoplePage | undefined {
  const [digits = '', page = ''] = text.split('/');
  const eventId = eventIdOf(digits);
  return eventId === undefined || !/^[0-9]{1,6}$/.test(page) ? undefined : { eventId, page: Number(page) };
}

/**
 * The invited people, forty a page: name, company, answer, role. The views hold no contact data. `inMeeting`: the names of those who are in
 * the meeting now, for a reader on its list (`seesWhoIsIn`); they stand on the first page.
 */
export function peopleModal(
  title: string,
  people: readonly PublicInvitee[],
  { eventId, page: asked }: PeoplePage,
  words: Words,
  inMeeting: readonly string[] = [],
): ModalView {
  const pages = Math.max(1, Math.ceil(people.length / PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  const shown = people.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const sections = Array.from({ length: Math.ceil(shown.length / PER_SECTION) }, (_, index) =>
    section(lines(shown.slice(index * PER_SECTION, (index + 1) * PER_SECTION), words)),
  );
  const turn = (to: number): string => writePeoplePage({ eventId, page: to });
  const summary = [words.peopleCount(people.length), ...(pages > 1 ? [words.pageOf(page, pages)] : [])].join(
    ' · ',
  );
  return modal(words.people, words, [
    section(mrkdwn`*${shorten(title || words.untitled, TITLE_MAX)}*`),
    context(mrkdwn`${people.length === 0 ? words.nobodyInvited : summary}`),
    inMeeting.length > 0 && page === 1 ? presentNames(inMeeting, words) : undefined,
    ...sections,
    actions([
      page > 1
        ? button({ actionId: ACTION.peoplePageBack, label: words.previousPage, value: turn(page - 1) })
        : undefined,
      page < pages
        ? button({ actionId: ACTION.peoplePage, label: words.nextPage, value: turn(page + 1) })
        : undefined,
    ]),
  ]);
}

function presentNames(names: readonly string[], words: Words): Section {
  const shown = joinWithinLimit(
    names.map((name) => mrkdwn`${shorten(name || words.unnamed, NAME_MAX)}`),
    {
      separator: words.listSeparator,
      maxLength: PRESENT_MAX,
      maxParts: PER_PAGE,
      more: (count) => mrkdwn`${words.more(count)}`,
    },
  );
  return section(mrkdwn`${phaseMark('live')} *${words.inMeetingNow(names.length)}*\n${shown}`);
}

function lines(people: readonly PublicInvitee[], words: Words): Mrkdwn {
  return joinWithinLimit(
    people.map((person) => line(person, words)),
    {
      separator: '\n',
      maxLength: LIMITS.sectionText,
      maxParts: PER_SECTION,
      more: (count) => mrkdwn`${words.more(count)}`,
    },
  );
}

function line({ name, company, response, roleName }: PublicInvitee, words: Words): Mrkdwn {
  const details = [company, response === undefined ? words.noAnswer : words.response[response], roleName]
    .filter((detail) => detail !== undefined)
    .map((detail) => mrkdwn`${shorten(detail, NAME_MAX)}`);
  return Mrkdwn.join([mrkdwn`*${shorten(name ?? words.unnamed, NAME_MAX)}*`, ...details], ' · ');
}
