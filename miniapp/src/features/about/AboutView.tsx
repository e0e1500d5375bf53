import { View } from '@tarojs/components';

import { Press } from '../../components/Press';
import { useConfig } from '../../lib/config';
import { callPhone } from '../../platform/links';
import { texts } from './texts';
import './about.scss';

function Row({ name, value }: { name: string; value: string }) {
  return (
    <View className="row">
      <View className="row__name">{name}</View>
      <View className="row__value">{value}</View>
    </View>
  );
}

/** Who runs the service, how to reach them, and what they promise. */
export function AboutView() {
  const config = useConfig();
  if (!config) {
    return null;
  }
  const { brand } = config;

  return (
    <>
      <View className="welcome">
        <View className="welcome__mark" />
        <View className="welcome__title">{brand.name}</View>
      </View>
      <View className="card rows">
        <Row name={texts.operator} value={brand.operator} />
        <Row name={texts.province} value={brand.province} />
        <Row name={texts.hotline} value={brand.hotline} />
        <Row name={texts.hours} value={brand.hotlineHours} />
        <Row name={texts.policy} value={config.consentVersion} />
      </View>
      <View className="card">
        <View className="card__title">{texts.promisesTitle}</View>
        {texts.promises.map((promise) => (
          <View key={promise} className="promise">
            {promise}
          </View>
        ))}
      </View>
      <Press className="hotline" onPress={() => callPhone(brand.hotline)}>
        {texts.call} {brand.hotline}
      </Press>
    </>
  );
}
