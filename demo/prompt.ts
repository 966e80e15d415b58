import { createInterface } from 'node:readline';
import { readLine } from './lines.ts';
import { sampleList } from './sample-list.ts';
import type { Session } from './session.ts';

export const NEXT = `
Try next:
  /meeting 700001     another meeting: the one that is live now
  meetings            all sample meetings, a line each
  as host             type as somebody else: stranger, attendee, co-host, host or unknown
  refresh, share, access, people
                      press that button on the last card, or choose it in its menu
  help, quit          (Ctrl+C ends it too)
`;

const HELP = `${NEXT}
/meeting also takes
  a meeting link                                   /meeting https://ntest.qsh1.cn/k/mLgylgNdAYe
  a host password of thirteen digits or more       /meeting 201501000037737137
  words from your own meetings, as the host        /meeting design
and answers in words to everything else     /meeting -5
`;

/** Does what each line of standard input asks, one after the other. Resolves with whether somebody asked to quit. */
export async function readPrompt(session: Session, write: (text: string) => void): Promise<'quit' | 'end'> {
  const isTerminal = process.stdin.isTTY === true;
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout } : {}),
    terminal: isTerminal,
  });
  // In a terminal readline takes Ctrl+C for itself.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ask = () => {
    lines.setPrompt(`${session.role()}> `);
    if (isTerminal) lines.prompt();
  };
  ask();
  for await (const line of lines) {
    const said = await done(line, session, write);
    if (said === 'quit') {
      lines.close();
      return 'quit';
    }
    if (said !== undefined) write(`${said}\n`);
    ask();
  }
  return isTerminal ? 'quit' : 'end';
}

async function done(
  line: string,
  session: Session,
  write: (text: string) => void,
): Promise<string | undefined> {
  const read = readLine(line);
  switch (read.kind) {
    case 'meeting':
      return session.type(read.text);
    case 'press':
      return session.press(read.actionId);
    case 'choose':
      return session.choose(read.choice);
    case 'as':
      session.become(read.role);
      return `You are the ${read.role} now.`;
    case 'meetings':
      return sampleList();
    case 'help':
      write(HELP);
      return undefined;
    case 'quit':
      return 'quit';
    case 'unknown':
      return 'Not known here; "help" says what is.';
    case 'nothing':
      return undefined;
  }
}
