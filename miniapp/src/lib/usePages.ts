import { useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';

import { asApiError, type ApiError } from './apiError';
import { request } from './request';

interface Page<T> {
  items: T[];
  next: string | null;
}

interface State<T> {
  items?: T[];
  next: string | null;
  error?: ApiError;
}

/**
 * A list that is loaded page by page, further when the bottom is reached.
 * @param path below `/api/v1/`, without a query
 */
export function usePages<T>(path: string) {
  const [state, setState] = useState<State<T>>({ next: null });

  const loadFirst = useCallback(async () => {
    try {
      const { items, next } = await request<Page<T>>('GET', path);
      setState({ items, next });
    } catch (cause) {
      setState((before) => ({ ...before, error: asApiError(cause) }));
    }
  }, [path]);

  const loadMore = useCallback(async () => {
    if (!state.next) {
      return;
    }
    try {
      const page = await request<Page<T>>('GET', `${path}?cursor=${encodeURIComponent(state.next)}`);
      setState(({ items = [] }) => ({ items: [...items, ...page.items], next: page.next }));
    } catch (cause) {
      setState((before) => ({ ...before, error: asApiError(cause) }));
    }
  }, [path, state.next]);

  useEffect(() => void loadFirst(), [loadFirst]);
  useReachBottom(() => void loadMore());

  return { ...state, reload: loadFirst, loadMore };
}
