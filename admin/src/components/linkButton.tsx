import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

type Props = Pick<ButtonProps, 'type' | 'icon' | 'children'> & { to: string };

/** A link that looks like a button: it can be opened in a new tab, and no button lies inside a link. */
export function LinkButton({ to, ...props }: Props) {
  const href = useHref(to);
  const onClick = useLinkClickHandler<HTMLElement>(to);

  return <Button {...props} href={href} onClick={onClick} />;
}
