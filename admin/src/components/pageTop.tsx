import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTitle } from '../lib/useTitle';

interface Props {
  title: string;
  /** After the title: a name that somebody else gave, in whatever language. */
  quoted?: string;
  /** Where the page belongs to. */
  back?: { to: string; label: string };
  /** Beside the title, for example a state. */
  tags?: ReactNode;
  children?: ReactNode;
}

/** Title of a page, also for the browser's tab, with its buttons. */
export function PageTop({ title, quoted, back, tags, children }: Props) {
  useTitle(quoted ? `${title} ${quoted}` : title);

  return (
    <div className="pageTop">
      {back && (
        <Link className="pageBack" to={back.to}>
          <ArrowLeftOutlined aria-hidden /> {back.label}
        </Link>
      )}
      <div className="pageTopRow">
        <h1>
          {title}
          {quoted && <span lang="en">{` ${quoted}`}</span>}
          {tags}
        </h1>
        {children && <div className="pageActions">{children}</div>}
      </div>
    </div>
  );
}
