import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

import { Notice } from '../../components/Notice';
import { useChecking } from './checking';
import { FeedbackForm } from './FeedbackForm';
import { texts } from './texts';
import './staff.scss';

async function goBack(): Promise<void> {
  void Taro.showToast({ title: texts.feedback.done, icon: 'success' });
  await Taro.navigateBack();
}

/** Whether the page is still open: who has gone back already is not led back once more. */
function useIsOpen(): { current: boolean } {
  const isOpen = useRef(true);

  useEffect(() => {
    isOpen.current = true;

    return () => {
      isOpen.current = false;
    };
  }, []);

  return isOpen;
}

/** 反馈结果, on its own page: everything that can be told of a check. */
export function FeedbackView() {
  const checking = useChecking();
  const isOpen = useIsOpen();
  if (checking.state !== 'done') {
    return <Notice title={texts.feedback.nothing} />;
  }

  return (
    <View className="staff-form">
      <View className="staff-form__title">{texts.feedback.title}</View>
      <View className="staff-form__hint">{texts.feedback.hint}</View>
      <FeedbackForm
        key={checking.checked.id}
        isWhole
        checked={checking.checked}
        wanted={checking.checked.wants}
        onDone={() => void (isOpen.current && goBack())}
      />
    </View>
  );
}
