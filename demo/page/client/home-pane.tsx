import { useState } from 'react';
import { Blocks } from './blocks/blocks.tsx';
import { type Filled, FormPlace } from './form-place.tsx';
import { JsonLook } from './json-look.tsx';
import { usePage } from './page-context.ts';

/** The app's Home tab, which is each person's own. */
export function HomePane() {
  const { home, me } = usePage().snapshot;
  const [filled, setFilled] = useState<Filled>({});
  return (
    <section className="pane" aria-label="Home">
      <h2>Meeting Cards · Home</h2>
      <div className="log">
        {home === null ? (
          <p className="empty">The app has published no Home tab for this person.</p>
        ) : (
          <div className="home" lang={me.locale}>
            <FormPlace view={home} filled={filled} setFilled={setFilled}>
              <Blocks blocks={home.blocks} />
            </FormPlace>
            <JsonLook shown={home.content} />
          </div>
        )}
      </div>
    </section>
  );
}
