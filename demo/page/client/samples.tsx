import { usePage } from './page-context.ts';

/** Things to type, each with what it shows. */
export function Samples({ take }: { readonly take: (text: string) => void }) {
  const { samples } = usePage().snapshot;
  return (
    <section className="panel" aria-label="Things to type">
      <h2>Things to type</h2>
      <ul className="samples">
        {samples.map(({ text, note }) => (
          <li key={text}>
            <button type="button" onClick={() => take(text)}>
              {text}
            </button>
            <span className="faint">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
