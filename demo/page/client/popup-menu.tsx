import { type FocusEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';

export interface MenuItem {
  readonly label: string;
  readonly pick: () => void;
}

interface PopupMenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A menu behind *⋯*: arrows move in it, Escape and whatever takes the focus away close it, and the button has the focus again. */
export function PopupMenu({ label, items }: PopupMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (!isOpen) return;
    menu.current?.scrollIntoView({ block: 'nearest' });
    menu.current?.querySelector('button')?.focus();
    const place = (): void => keepInView(menu.current);
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, [isOpen]);

  const shut = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const moved = (by: number): void => {
    const all = [...(menu.current?.querySelectorAll('button') ?? [])];
    const now = all.findIndex((item) => item.matches(':focus'));
    all[(now + by + all.length) % all.length]?.focus();
  };
  const keyed = (event: KeyboardEvent): void => {
    const { key } = event;
    if (!['Escape', 'ArrowDown', 'ArrowUp'].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') shut();
    else moved(key === 'ArrowDown' ? 1 : -1);
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.parentElement?.contains(relatedTarget)) setOpen(false);
  };
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        ⋯
      </button>
      <div
        ref={menu}
        id={id}
        role="menu"
        aria-label={label}
        className="menu-items"
        hidden={!isOpen}
        tabIndex={-1}
        onKeyDown={keyed}
        onBlur={left}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              shut();
              item.pick();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** It opens to the right of its button's left edge, or to the left where it would leave the window. */
function keepInView(menu: HTMLElement | null): void {
  menu?.classList.remove('leftward');
  const isOutside = (menu?.getBoundingClientRect().right ?? 0) > document.documentElement.clientWidth;
  menu?.classList.toggle('leftward', isOutside);
}
