import type { FormInstance } from 'antd';
import { useState } from 'react';

import { asApiError, type ApiError } from '../api/apiError';
import { placeFaults } from './placeFaults';

export interface FormFaults {
  /** What cannot be said beside a field; shown above the buttons. */
  fault: ApiError | undefined;
  clear(): void;
  /** Takes what a call threw: field errors go to their fields and the first of them gets the focus. */
  show(error: unknown): void;
}

/**
 * Brings the API's answer to a form.
 * @param fieldOf where the form has a field otherwise than the API: turns the one's path into the other's
 */
export function useFaults<T>(form: FormInstance<T>, fieldOf = (path: string) => path): FormFaults {
  const [fault, setFault] = useState<ApiError>();

  function show(thrown: unknown): void {
    const error = asApiError(thrown);
    const names = form.getFieldsError().map(({ name }) => name);
    const faults = error.fields.map((field) => ({ ...field, path: fieldOf(field.path) }));
    const { placed, rest } = placeFaults(names, faults);
    form.setFields(placed.map(({ name, errors }) => ({ name: name as never, errors })));
    const [first] = placed;
    if (first) {
      form.scrollToField(first.name as never, { focus: true, block: 'center' });
    }
    setFault(placed.length === 0 || rest.length > 0 ? error : undefined);
  }

  return { fault, clear: () => setFault(undefined), show };
}
