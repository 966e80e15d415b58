import { Modal } from './modal.tsx';
import { usePage } from './page-context.ts';

/** The topmost of the open modals, which hides those under it. */
export function Modals() {
  const { modals } = usePage().snapshot;
  const top = modals.at(-1);
  return top === undefined ? null : <Modal key={top.id} view={top} depth={modals.length} />;
}
