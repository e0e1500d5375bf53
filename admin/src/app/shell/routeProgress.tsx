import { useNavigation } from 'react-router';

/** A thin bar while the next page is being loaded. */
export function RouteProgress() {
  const { state } = useNavigation();

  return state === 'idle' ? null : (
    <div className="routeProgress" role="progressbar" aria-label="正在打开页面" />
  );
}
