import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Outlet } from 'react-router';

import { Logo } from '../../components/logo';
import { Inbox } from '../../features/inbox/inbox';
import { useConfig } from '../../lib/config';
import { useOwnUnit } from '../../lib/ownUnit';
import { usePhone } from '../../lib/usePhone';
import { AccountMenu } from './accountMenu';
import { NavLinks } from './navLinks';
import { RouteProgress } from './routeProgress';
import { useFocusOnNewPage } from './useFocusOnNewPage';

const mainId = 'main';

/** Menu, who is signed in, and the page itself. On a phone the menu is a drawer. */
export function Component() {
  const { brand } = useConfig();
  const { unit } = useOwnUnit();
  const isPhone = usePhone();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useFocusOnNewPage();

  return (
    <>
      <a className="skipLink" href={`#${mainId}`}>
        跳到主要内容
      </a>
      <header className="topBar">
        {isPhone && (
          <Button
            type="text"
            icon={<MenuOutlined aria-hidden />}
            aria-label="打开菜单"
            onClick={() => setMenuOpen(true)}
          />
        )}
        <span className="topBarBrand">
          <Logo />
          {brand.shortName}
        </span>
        <span className="topBarUnit">{unit.name}</span>
        <Inbox />
        <AccountMenu />
      </header>
      <RouteProgress />
      <div className="shellBody">
        {isPhone ? (
          <Drawer
            title={brand.name}
            placement="left"
            size={280}
            open={isMenuOpen}
            onClose={() => setMenuOpen(false)}
          >
            <NavLinks onGo={() => setMenuOpen(false)} />
          </Drawer>
        ) : (
          <aside className="sideBar">
            <NavLinks />
          </aside>
        )}
        <main id={mainId} ref={main} className="mainArea" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}
