import type { ReactNode } from 'react';

interface Props {
  /** h1 where the notice is the whole page. */
  heading: 'h1' | 'p';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A sentence in the middle, with what can be done about it. */
export function Notice({ heading: Heading, title, children, actions }: Props) {
  return (
    <div className="notice">
      <Heading className="noticeTitle">{title}</Heading>
      {children && <p className="soft">{children}</p>}
      {actions}
    </div>
  );
}
