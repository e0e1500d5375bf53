import { Button, View } from '@tarojs/components';
import { useEffect, useState } from 'react';

import { answerPrivacyQuestion, openPrivacyContract, watchPrivacyQuestion } from './privacy';
import './privacyPrompt.scss';

interface Props {
  texts: {
    privacyTitle: string;
    privacyText: string;
    privacyRead: string;
    privacyAgree: string;
    privacyRefuse: string;
  };
}

const agreeButton = 'privacyAgree';

/** WeChat's own privacy question; never shown elsewhere. */
export function PrivacyPrompt({ texts }: Props) {
  const [isAsked, setAsked] = useState(false);

  useEffect(() => watchPrivacyQuestion((question) => setAsked(question !== undefined)), []);

  if (!isAsked) {
    return null;
  }

  return (
    <View className="privacy-prompt">
      <View className="privacy-prompt__sheet">
        <View className="privacy-prompt__title">{texts.privacyTitle}</View>
        <View className="privacy-prompt__text">{texts.privacyText}</View>
        <View className="privacy-prompt__link" onClick={openPrivacyContract}>
          {texts.privacyRead}
        </View>
        <Button
          id={agreeButton}
          className="privacy-prompt__agree"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacyQuestion({ event: 'agree', buttonId: agreeButton })}
        >
          {texts.privacyAgree}
        </Button>
        <View className="privacy-prompt__refuse" onClick={() => answerPrivacyQuestion({ event: 'disagree' })}>
          {texts.privacyRefuse}
        </View>
      </View>
    </View>
  );
}
