import { View } from '@tarojs/components';
import { useState } from 'react';

import { CheckLine } from '../../components/CheckLine';
import { Press } from '../../components/Press';
import { useConfig } from '../../lib/config';
import { giveConsent } from '../../lib/consent';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { texts } from './texts';
import './consent.scss';

interface PartProps {
  title: string;
  lines: readonly string[];
  className: string;
  agreement: string;
  isAgreed: boolean;
  onToggle: () => void;
}

function Part({ title, lines, className, agreement, isAgreed, onToggle }: PartProps) {
  return (
    <View className="card consent-part">
      <View className="card__title">{title}</View>
      {lines.map((line) => (
        <View key={line} className="consent-part__line">
          {line}
        </View>
      ))}
      <CheckLine
        className={className}
        isChecked={isAgreed}
        label={agreement}
        checkedLabel={shared.checked}
        onToggle={onToggle}
      />
    </View>
  );
}

/** Two consents, given apart: the policy, and the sensitive data (PIPL articles 14 and 29). */
export function ConsentView({ version, onAgreed }: { version: string; onAgreed: () => void }) {
  const brand = useConfig()?.brand.name ?? shared.brand;
  const [hasPrivacy, setPrivacy] = useState(false);
  const [hasSensitive, setSensitive] = useState(false);
  const [hint, setHint] = useState<string>();

  const agree = () => {
    if (!hasPrivacy || !hasSensitive) {
      setHint(texts.both);

      return;
    }
    giveConsent(version);
    onAgreed();
  };

  return (
    <>
      <View className="welcome">
        <View className="welcome__mark" />
        <View className="welcome__title">
          {texts.title}
          {brand}
        </View>
        <View className="welcome__text">{texts.intro}</View>
        <View className="welcome__version">{texts.version(version)}</View>
      </View>
      <Part
        title={texts.privacyTitle}
        lines={texts.privacyLines}
        className="agree-privacy"
        agreement={texts.agreePrivacy}
        isAgreed={hasPrivacy}
        onToggle={() => setPrivacy(!hasPrivacy)}
      />
      <Part
        title={texts.sensitiveTitle}
        lines={texts.sensitiveLines}
        className="agree-sensitive"
        agreement={texts.agreeSensitive}
        isAgreed={hasSensitive}
        onToggle={() => setSensitive(!hasSensitive)}
      />
      {hint && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {hint}
        </View>
      )}
      <Press className="agree" onPress={agree}>
        {texts.agree}
      </Press>
      <Press className="refuse" kind="quiet" onPress={() => setHint(texts.refused)}>
        {texts.refuse}
      </Press>
    </>
  );
}
