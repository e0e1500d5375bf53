import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';

import { Notice } from '../../components/Notice';
import { useChecking } from './checking';
import { FeedbackForm } from './FeedbackForm';
import { texts } from './texts';
import './staff.scss';

async function goBack(): Promise<void> {
  void Taro.showToast({ title: texts.feedback.done, icon: 'success' });
  await Taro.navigateBack();
}

/** 反馈结果, on its own page: everything that can be told of a check. */
export function FeedbackView() {
  const checking = useChecking();
  if (checking.state !== 'done') {
    return <Notice title={texts.feedback.nothing} />;
  }

  return (
    <View className="staff-form">
      <View className="staff-form__title">{texts.feedback.title}</View>
      <View className="staff-form__hint">{texts.feedback.hint}</View>
      <FeedbackForm
        isWhole
        checked={checking.checked}
        wanted={checking.checked.wants}
        onDone={() => void goBack()}
      />
    </View>
  );
}
