import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';

import { Press } from '../../components/Press';
import { useConfig } from '../../lib/config';
import { openPage } from '../../lib/navigation';
import { routeNames, type RouteName } from '../../lib/routes';
import { openLink } from '../../platform/links';
import { texts } from './texts';

/** `page:` and the name of a page of ours. */
function ownPageOf(link: string): RouteName | undefined {
  const name = link.startsWith('page:') ? link.slice('page:'.length) : '';

  return routeNames.find((one) => one === name);
}

async function openService(link: string): Promise<void> {
  const page = ownPageOf(link);
  if (page) {
    await openPage(page);

    return;
  }
  const isReady = link.startsWith('https://');
  const isCopied = isReady && (await openLink(link)) === 'copied';
  if (!isReady || isCopied) {
    await Taro.showToast({ title: isCopied ? texts.copied : texts.notOpen, icon: 'none' });
  }
}

/** The services of a green code, as the province configured them. */
export function Services() {
  const services = useConfig()?.services ?? [];
  if (services.length === 0) {
    return null;
  }

  return (
    <View className="card services">
      <View className="card__title">{texts.services}</View>
      <View className="services__grid">
        {services.map((service) => (
          <Press
            key={service.id}
            className="service"
            kind="plain"
            onPress={() => void openService(service.link)}
          >
            <View className="service__mark">{service.name.charAt(0)}</View>
            <View className="service__name">{service.name}</View>
          </Press>
        ))}
      </View>
    </View>
  );
}
