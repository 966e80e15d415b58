import type { ReactNode } from 'react';
import { useBlockContext } from './block-context.ts';

interface OutLinkProps {
  readonly href: string;
  /** The library's own classes for how a link looks. */
  readonly className: string;
  readonly children: ReactNode;
}

/** A link that leads out of Slack. The sample meetings' links lead nowhere, so the page says where it would have gone. */
export function OutLink({ href, className, children }: OutLinkProps) {
  const { follow } = useBlockContext();
  if (!/^(https?|mailto):/i.test(href)) return <>{children}</>;
  return (
    <a
      className={className}
      href={href}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        follow(href);
      }}
    >
      {children}
    </a>
  );
}
