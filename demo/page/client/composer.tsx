import { type ChangeEvent, useRef } from 'react';
import { usePage } from './page-context.ts';
import { Unfurls } from './unfurls.tsx';

interface ComposerProps {
  readonly channelId: string;
  readonly name: string;
  readonly text: string;
  readonly setText: (text: string) => void;
}

/** The box to type into. A link that is pasted, or ended by a space, is told to the app before the message is sent. */
export function Composer({ channelId, name, text, setText }: ComposerProps) {
  const { snapshot, act } = usePage();
  const told = useRef('');
  const as = snapshot.me.id;

  const changed = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    setText(target.value);
    const isPasted = 'inputType' in nativeEvent && nativeEvent.inputType === 'insertFromPaste';
    const urls = target.value.startsWith('/') ? [] : linksTyped(isPasted ? `${target.value} ` : target.value);
    const all = urls.join(' ');
    if (all === told.current) return;
    told.current = all;
    void act({ do: 'type-links', as, urls });
  };
  const send = (): void => {
    if (text.trim() === '') return;
    told.current = '';
    setText('');
    void act({ do: 'say', as, channelId, text });
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unfurls unfurls={snapshot.drafts} under={undefined} />
      <div className="composer-row">
        <textarea
          aria-label={`Message ${name}`}
          placeholder={`Message ${name}, or /meeting 700001`}
          rows={1}
          value={text}
          onChange={changed}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" className="button primary">
          Send
        </button>
      </div>
    </form>
  );
}

/** The links in what was typed that no more letters can come to. */
function linksTyped(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s<>|]+(?=\s)/g)].map(([url]) => url);
}
