import { WebView } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';

import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { texts } from '../../../lib/texts';

/** The platforms differ in whether a page gets its parameters decoded. */
function plain(text: string): string {
  return text.startsWith('https%3A') ? decodeURIComponent(text) : text;
}

/** A page of a provider, inside the app. Only pages that we ourselves open are shown, and only by https. */
export default function WebPage() {
  const url = plain(useRouter().params.url ?? '');
  if (url.startsWith('https://')) {
    return <WebView src={url} />;
  }

  return (
    <Screen>
      <Notice title={texts.errors.unknown} />
    </Screen>
  );
}
